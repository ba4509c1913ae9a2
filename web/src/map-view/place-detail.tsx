import { Link } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { may, seesPoliceData, useMembership } from '../api/session.js';
import { Explanation } from '../findings/explanation.js';
import { findingsTexts } from '../findings/texts.js';
import { BarList } from '../ui/bar-list.js';
import { Button, buttonClass } from '../ui/button.js';
import { DescriptionList } from '../ui/description-list.js';
import { keepTogether } from '../ui/format.js';
import { HourMatrix } from '../ui/hour-matrix.js';
import { CategoryIcon, Icon } from '../ui/icons.js';
import { useLanguage, useTexts } from '../ui/language.js';
import { useFormat } from '../ui/use-format.js';
import type { PlaceFigures } from './map-api.js';
import type { PanelProps } from './map-panel.js';
import { isFiltered } from './map-search.js';
import { Method } from './method.js';
import './place-detail.css';
import { PlaceNumber, stageWords } from './place-list.js';
import { verdictOf, type RankedPlace } from './ranked-places.js';
import { mapViewTexts } from './texts.js';
import { VerdictTag } from './verdict-tag.js';

// Its form comes with it, and few visits to the map end there.
const AdoptDialog = lazy(() => import('./adopt-dialog.js').then((part) => ({ default: part.AdoptDialog })));

type DetailProps = PanelProps & { place: RankedPlace };

/** One place in full: its sentence, when, what, how certain it is, and what can be done. */
export function PlaceDetail(props: DetailProps) {
  const { place, select, search, data } = props;
  const t = useTexts(mapViewTexts);
  const f = useFormat();
  const language = useLanguage();
  const membership = useMembership();
  const heading = useRef<HTMLHeadingElement>(null);
  // Chosen in the list or on the map: reading goes on here.
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
    heading.current?.closest('.sheet-body')?.scrollTo({ top: 0 });
  }, []);
  const { figures, hotspot } = place;
  const sentence = keepTogether(figures.sentence.replace(`${place.name ?? ''}: `, ''));
  return (
    <article className="mapview-detail" aria-labelledby="mapview-place">
      <Button look="quiet" icon="back" className="mapview-back" onClick={() => select(null)}>
        {t('back')}
      </Button>
      <header className="mapview-detail-head">
        <PlaceNumber place={place} />
        <div>
          <h2 id="mapview-place" ref={heading} tabIndex={-1}>
            {place.name ?? t('unnamed')}
          </h2>
          <p className="muted">
            {hotspot === null ? t('cluster') : `${t('hotspot')} · ${t(stageWords[hotspot.stage])}`}
          </p>
        </div>
        <VerdictTag verdict={verdictOf(figures)} />
      </header>
      <p className="lead">{sentence}</p>
      {!seesPoliceData(membership) && <p className="muted">{t('withoutPolice')}</p>}
      {hotspot !== null && isFiltered(search) && <p className="small muted">{t('hotspotPeriod')}</p>}
      <Actions {...props} />
      <PlaceFacts place={place} />
      {figures.categories.length > 0 && (
        <section className="stack stack--tight">
          <h3>{t('whatTitle')}</h3>
          <BarList
            label={t('whatTitle')}
            bars={figures.categories.slice(0, 8).map(({ code, name, count }) => ({ id: code, label: name[language], value: count, icon: <CategoryIcon code={code} size={20} /> }))}
          />
        </section>
      )}
      {figures.count > 0 && (
        <section className="stack stack--tight">
          <h3>{t('whenTitle')}</h3>
          <HourMatrix summary={`${place.name ?? t('unnamed')}: ${t('whenSummary')}`} weights={figures.hours} period={f.period(figures.periodFrom, figures.periodTo)} filtered={hotspot === null} />
        </section>
      )}
      <Certainty figures={figures} />
      {data.run !== undefined && <Why code={props.code} run={data.run.id} place={place} />}
      {data.run !== undefined && <Method run={data.run} />}
    </article>
  ); // prettier-ignore
}

function PlaceFacts({ place: { figures, hotspot } }: { place: RankedPlace }) {
  const t = useTexts(mapViewTexts);
  const f = useFormat();
  const surface = Math.round(figures.areaSquareMetres / 100) * 100;
  const facts = [
    ...(figures.crimes > figures.count ? [{ term: t('crimes'), value: f.number(figures.crimes) }] : []),
    { term: t('dates'), value: f.number(figures.dates) },
    { term: t('sources'), value: f.number(figures.sources) },
    { term: t('latest28'), value: t('latest28Value', { count: figures.latest28Days, mean: f.number(figures.mean28DaysBefore, 1) }) }, // prettier-ignore
    { term: t('surface'), value: t('squareMetres', { value: f.number(surface) }) },
    ...(hotspot === null ? [] : [{ term: t('owner'), value: `${hotspot.owner.organisation}, ${hotspot.owner.function}` }]), // prettier-ignore
  ];
  return <DescriptionList facts={facts} />;
}

const comparisons = { concentration: 'comparedConcentration', usual: 'comparedUsual', 'what-and-when': 'comparedWhen', change: 'comparedChange', sources: 'comparedSources', baseline: 'comparedBaseline' } as const; // prettier-ignore

/** Each claim by itself with what it compares with. */
function Certainty({ figures }: { figures: PlaceFigures }) {
  const t = useTexts(mapViewTexts);
  return (
    <details className="mapview-more">
      <summary>
        {t('sureTitle')}
        <Icon name="chevronDown" size={20} />
      </summary>
      <dl className="mapview-claims">
        {figures.claims.map(({ kind, text }) => (
          <div key={kind}>
            <dt>{kind in comparisons ? t(comparisons[kind as keyof typeof comparisons]) : kind}</dt>
            <dd>{keepTogether(text)}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

/** Each rule that makes it an anhopning, checked at its middle when asked for. */
function Why({ code, run, place }: { code: string; run: string; place: RankedPlace }) {
  const t = useTexts(findingsTexts);
  const [open, setOpen] = useState(false);
  return (
    <details className="mapview-more" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        {t('whyHere')}
        <Icon name="chevronDown" size={20} />
      </summary>
      {open && <Explanation code={code} run={run} position={place.centre} />}
    </details>
  );
}

function Actions({ code, place, select }: DetailProps) {
  const t = useTexts(mapViewTexts);
  const membership = useMembership();
  const [adopting, setAdopting] = useState(false);
  const { hotspot, cluster } = place;
  if (hotspot !== null) {
    return (
      <div className="mapview-actions">
        <Link to="/$code/hotspots/$id" params={{ code, id: hotspot.id }} className={buttonClass({ look: 'primary' })}>
          {t('open')}
        </Link>
        {may(membership, 'promise:write') && (
          <Link to="/$code/loften" params={{ code }} search={{ hotspot: hotspot.id }} className={buttonClass()}>
            {t('promise')}
          </Link>
        )}
      </div>
    );
  }
  if (cluster === null || !may(membership, 'hotspot:decide')) return null;
  return (
    <div className="mapview-actions">
      <Button look="primary" icon="hotspot" onClick={() => setAdopting(true)}>
        {t('adopt')}
      </Button>
      <Suspense>
        {adopting && <AdoptDialog {...{ code, cluster, select }} open onClose={() => setAdopting(false)} />}
      </Suspense>
    </div>
  );
}
