import { may, useMembership } from '../api/session.js';
import { Button } from '../ui/button.js';
import { DescriptionList } from '../ui/description-list.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { keepTogether } from '../ui/format.js';
import { Icon } from '../ui/icons.js';
import { useTexts } from '../ui/language.js';
import { Notice } from '../ui/notice.js';
import { useFormat } from '../ui/use-format.js';
import { useParams } from '@tanstack/react-router';
import { useReproduction, type AnalysisRun } from './map-api.js';
import { mapViewTexts } from './texts.js';

const leftOutWords = { outside: 'leftOutside', thinPlaces: 'leftThinPlaces', otherPeriod: 'leftOtherPeriod', withoutTime: 'leftWithoutTime', areaPrecision: 'leftAreaPrecision', withoutPosition: 'leftWithoutPosition', areasWithoutPlace: 'leftAreasWithoutPlace', defaultCoordinate: 'leftDefaultCoordinate' } as const; // prettier-ignore

/** How it was counted: the parameters really used, what was left out, and the run that can be repeated. */
export function Method({ run }: { run: AnalysisRun }) {
  const t = useTexts(mapViewTexts);
  const f = useFormat();
  const figure = (name: string) => (typeof run.parameters[name] === 'number' ? run.parameters[name] : null);
  const near = figure('epsMetres');
  const fewest = figure('minPoints');
  const largest = figure('maxAreaSquareMetres');
  const built = figure('builtUpAreaSquareMetres');
  const dates = figure('fewestDates');
  const sources = figure('fewestSources');
  const kilometres = (squareMetres: number) => t('kilometres', { value: f.number(squareMetres / 1e6, 1) });
  const facts = [
    { term: t('methodInput'), value: t('methodInputValue', { clustered: run.clustered, total: run.total }) },
    ...(near === null ? [] : [{ term: t('methodNear'), value: t('metres', { value: f.number(near) }) }]),
    ...(fewest === null ? [] : [{ term: t('methodFewest'), value: f.number(fewest) }]),
    ...(largest === null ? [] : [{ term: t('methodLargest'), value: kilometres(largest) }]),
    ...(dates === null || sources === null
      ? []
      : [{ term: t('methodDates'), value: t('methodDatesValue', { dates, sources }) }]),
    ...(built === null ? [] : [{ term: t('methodBuiltUp'), value: kilometres(built) }]),
    { term: t('methodVersion'), value: run.methodVersion },
    { term: t('methodRunAt'), value: f.dateTime(run.createdAt) },
    { term: t('methodRun'), value: <code className="mapview-code">{run.id}</code> },
  ];
  return (
    <details className="mapview-more">
      <summary>
        {t('howTitle')}
        <Icon name="chevronDown" size={20} />
      </summary>
      <div className="stack">
        <p>{t('methodLead')}</p>
        <DescriptionList facts={facts} />
        <LeftOut run={run} />
        <Repeat id={run.id} />
      </div>
    </details>
  );
}

function LeftOut({ run }: { run: AnalysisRun }) {
  const t = useTexts(mapViewTexts);
  const f = useFormat();
  const rows = Object.entries(leftOutWords).flatMap(([name, word]) => {
    const count = run.leftOut[name] ?? 0;
    return count > 0 ? [{ term: t(word), value: f.number(count) }] : [];
  });
  return (
    <section className="stack stack--tight">
      <h3>{t('leftOut')}</h3>
      {rows.length === 0 ? <p className="muted">{t('leftNothing')}</p> : <DescriptionList facts={rows} />}
    </section>
  );
}

/** Runs it again: a number that nobody can check is not a number. */
function Repeat({ id }: { id: string }) {
  const t = useTexts(mapViewTexts);
  const { code = '' } = useParams({ strict: false });
  const repeat = useReproduction(code, id);
  const mayRun = may(useMembership(), 'analysis:run');
  if (!mayRun) return null;
  return (
    <div className="stack stack--tight" aria-live="polite">
      <ErrorNotice error={repeat.error} />
      {repeat.data !== undefined && (
        <Notice tone={repeat.data.same ? 'good' : 'caution'}>
          <p>{keepTogether(repeat.data.sentence)}</p>
        </Notice>
      )}
      <div>
        <Button busy={repeat.isPending} onClick={() => repeat.mutate()}>
          {t('runAgain')}
        </Button>
      </div>
    </div>
  );
}
