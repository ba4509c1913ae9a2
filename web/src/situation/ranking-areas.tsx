import { useId, useState } from 'react';
import { Button } from '../ui/button.js';
import { useTexts } from '../ui/language.js';
import { useFormat } from '../ui/use-format.js';
import {
  type Draft,
  type Grade,
  grades,
  inOrder,
  mostChosen,
  productOf,
  type RankedArea,
  rated,
  ratingOf,
  toggled,
} from './ranking.js';
import { rankingTexts } from './ranking-texts.js';

interface RankingAreasProps {
  areas: readonly RankedArea[];
  draft: Draft;
  onChange: (draft: Draft) => void;
}

/** So many are shown at first: further down little happens. */
const shownFirst = 12;

/** Every area with its figures in words and what the group says. The order stays while it is rated, until it is asked for. */
export function RankingAreas({ areas, draft, onChange }: RankingAreasProps) {
  const t = useTexts(rankingTexts);
  const [order, setOrder] = useState(() => inOrder(areas, draft));
  const [all, setAll] = useState(false);
  const known = new Map(areas.map((area) => [area.areaId, area]));
  const ordered = order.flatMap((id) => known.get(id) ?? []);
  const shown = all ? ordered : ordered.slice(0, shownFirst);
  return (
    <section className="stack">
      <div className="row row--between">
        <h2>{t('rate')}</h2>
        <Button look="quiet" onClick={() => setOrder(inOrder(areas, draft))}>
          {t('order')}
        </Button>
      </div>
      <output className="small muted">{draft.chosen.length >= mostChosen && t('full')}</output>
      <ul className="plain-list situation-ranking">
        {shown.map((area) => (
          <Area key={area.areaId} {...{ area, draft, onChange }} />
        ))}
      </ul>
      {shown.length < ordered.length && (
        <p>
          <Button onClick={() => setAll(true)}>{t('showAll', { count: ordered.length })}</Button>
        </p>
      )}
    </section>
  );
}

function Area({ area, draft, onChange }: { area: RankedArea } & Omit<RankingAreasProps, 'areas'>) {
  const t = useTexts(rankingTexts);
  const f = useFormat();
  const { areaId, name, suggestion } = area;
  const rating = ratingOf(draft, areaId);
  const product = productOf(rating);
  const place = draft.chosen.findIndex((each) => each.areaId === areaId);
  const isFull = place < 0 && draft.chosen.length >= mostChosen;
  const { need, influence } = rating;
  const figures = { need: f.number(need ?? 0), influence: f.number(influence ?? 0), product: f.number(product ?? 0) };
  const set = (change: Partial<typeof rating>) => onChange(rated(draft, areaId, change));
  return (
    <li data-chosen={place >= 0 || undefined}>
      <div className="situation-ranking-name">
        <h3>{name}</h3>
        <p className="small muted">
          {suggestion.need !== null && <strong>{t(`suggestion_${suggestion.need}`)} </strong>}
          {suggestion.reason}
        </p>
      </div>
      <Segments label={t('need')} legend={t('needOf', { area: name })} value={need} words={(grade) => t(`need_${grade}`)} onChange={(grade) => set({ need: grade })} />
      <Segments label={t('influence')} legend={t('influenceOf', { area: name })} value={influence} words={(grade) => t(`influence_${grade}`)} onChange={(grade) => set({ influence: grade })} />
      <p className="situation-ranking-points number">
        {product === null ? <span className="muted">{t('notRated')}</span> : <><span aria-hidden="true">{t('points', figures)}</span><span className="visually-hidden">{t('pointsSaid', figures)}</span></>}
      </p>
      <Button look={place >= 0 ? 'primary' : 'secondary'} aria-pressed={place >= 0} disabled={isFull} title={isFull ? t('full') : undefined} onClick={() => onChange(toggled(draft, areaId))}>
        {place >= 0 ? t('chosenAs', { place: place + 1 }) : t('choose')}
        <span className="visually-hidden"> {name}</span>
      </Button>
    </li>
  ); // prettier-ignore
}

interface SegmentsProps {
  /** Seen above. */
  label: string;
  /** Heard: with the area. */
  legend: string;
  value: Grade | null;
  words: (grade: Grade) => string;
  onChange: (grade: Grade) => void;
}

/** One of three in a row, chosen by one press; arrow keys walk between them. */
function Segments({ label, legend, value, words, onChange }: SegmentsProps) {
  const name = useId();
  return (
    <fieldset className="situation-segments">
      <legend>
        <span aria-hidden="true">{label}</span>
        <span className="visually-hidden">{legend}</span>
      </legend>
      <div>
        {grades.map((grade) => (
          <label key={grade}>
            <input type="radio" name={name} checked={value === grade} onChange={() => onChange(grade)} />
            <span>{words(grade)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
