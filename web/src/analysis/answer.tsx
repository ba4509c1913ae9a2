import { useMemo, useState } from 'react';
import { AnswerTable } from '../findings/answer-table.js';
import { EffectBars } from '../findings/effect-bars.js';
import type { AnalysisRun } from '../findings/findings-api.js';
import { may, useMembership } from '../api/session.js';
import { addDays } from '../ui/period.js';
import { Button } from '../ui/button.js';
import { DownloadButton } from '../ui/download-button.js';
import { keepTogether } from '../ui/format.js';
import { HourMatrix } from '../ui/hour-matrix.js';
import { useTexts } from '../ui/language.js';
import { showToast } from '../ui/toast.js';
import { useFormat } from '../ui/use-format.js';
import type { FilterProps } from './ask-filter.js';
import { ExpertPanel } from './expert-panel.js';
import { How } from './how.js';
import { ResultMap } from './result-map.js';
import { rowsOnMap } from './result-layers.js';
import { shapesFile, tableFile } from './run-files.js';
import { analysisTexts } from './texts.js';
import { hourKeys, weekWeights } from './week-weights.js';

export interface AnswerProps extends FilterProps {
  run: AnalysisRun;
}

/** The answer: its sentence, what it looks like, the same as rows, and how it is known. */
export function Answer(props: AnswerProps) {
  const { code, run } = props;
  const t = useTexts(analysisTexts);
  const [chosen, setChosen] = useState<number | null>(null);
  const [hidden, setHidden] = useState<ReadonlySet<string>>(() => new Set(['gi-star']));
  const shapes = useMemo(() => rowsOnMap(run), [run]);
  const mayRun = may(useMembership(), 'analysis:run');
  const weights = run.question === 'when' ? weekWeights(run.table) : null;
  const hasMap = run.geometry.features.length > 0;
  return (
    <>
      <section className="analysis-result" data-pictured={hasMap || weights !== null} aria-label={t('answer')}>
        <Said {...props} />
        {hasMap && <ResultMap {...{ code, run, chosen, hidden }} choose={setChosen} />}
        {weights !== null && <WeekMatrix run={run} weights={weights} />}
      </section>
      {run.table.columns.length > 0 && (
        <AnswerTable
          caption={t('tableOf')}
          table={run.table}
          without={weights === null ? [] : hourKeys}
          {...{ chosen, shapes }}
          onChoose={setChosen}
        />
      )}
      <Taking {...props} />
      <How run={run} />
      {mayRun && <ExpertPanel key={run.id} {...props} hidden={hidden} hide={setHidden} />}
    </>
  );
}

function Said(props: AnswerProps) {
  const { run, change } = props;
  const t = useTexts(analysisTexts);
  const f = useFormat();
  const detection = run.parameters['detection'] as { from?: string } | null | undefined;
  const earlier = run.status === 'baseline-holds-detection' ? detection?.from : undefined;
  return (
    <div className="analysis-said">
      <output className="analysis-sentence">{keepTogether(run.sentence)}</output>
      {earlier !== undefined && (
        <div>
          <Button icon="calendar" onClick={() => change({ foreTill: addDays(earlier, -1) })}>
            {t('earlier')}
          </Button>
        </div>
      )}
      {run.question === 'effect' && <EffectBars run={run} />}
      <p className="muted">
        {t('basis', { count: run.clustered, period: f.period(run.periodFrom, run.periodTo) })} {run.sourceMix}
      </p>
      {run.notices.length > 0 && (
        <section aria-label={t('notices')}>
          <ul className="plain-list analysis-notices">
            {run.notices.map((notice) => (
              <li key={notice}>{keepTogether(notice)}</li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

/** The answer taken along: as a link, a table or a map. */
function Taking({ code, word, run }: AnswerProps) {
  const t = useTexts(analysisTexts);
  const f = useFormat();
  const name = t('fileName', { question: word, day: f.date(run.createdAt, 'numeric') });
  const copy = async () => {
    const address = new URL(`/${code}/analys`, location.origin);
    address.search = new URLSearchParams({ fraga: word, korning: run.id }).toString();
    try {
      await navigator.clipboard.writeText(address.href);
      showToast({ text: t('shared'), tone: 'good' });
    } catch {
      showToast({ text: t('notShared'), tone: 'bad' });
    }
  };
  return (
    <div className="row analysis-taking">
      <Button onClick={() => void copy()}>{t('share')}</Button>
      {run.table.rows.length > 0 && (
        <DownloadButton look="quiet" file={() => Promise.resolve(tableFile(run))} name={`${name}.csv`}>
          {t('csv')}
        </DownloadButton>
      )}
      {run.geometry.features.length > 0 && (
        <DownloadButton look="quiet" file={() => Promise.resolve(shapesFile(run))} name={`${name}.geojson`}>
          {t('geojson')}
        </DownloadButton>
      )}
    </div>
  );
}

function WeekMatrix({ run, weights }: { run: AnalysisRun; weights: number[][] }) {
  const t = useTexts(analysisTexts);
  const f = useFormat();
  return (
    <div className="card analysis-matrix">
      <HourMatrix summary={t('byHour', { period: f.period(run.periodFrom, run.periodTo) })} weights={weights} />
    </div>
  );
}
