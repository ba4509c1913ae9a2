import { useQuery } from '@tanstack/react-query';
import { runsQuery, useComparison, type AnalysisRun, type Comparison } from '../findings/findings-api.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { useLanguage, useTexts } from '../ui/language.js';
import { Select } from '../ui/select.js';
import { Table } from '../ui/table.js';
import { useFormat } from '../ui/use-format.js';
import { analysisTexts } from './texts.js';

/** This run beside another one: what is new, gone, the same and changed. */
export function CompareRuns({ code, run }: { code: string; run: AnalysisRun }) {
  const t = useTexts(analysisTexts);
  const f = useFormat();
  const all = useQuery(runsQuery(code, useLanguage(), 'places')).data?.items ?? [];
  const others = all.filter(({ id }) => id !== run.id);
  const compare = useComparison(code);
  return (
    <section className="stack" aria-labelledby="analysis-compare">
      <h3 id="analysis-compare">{t('compare')}</h3>
      {others.length === 0 ? (
        <p className="muted">{t('compareNone')}</p>
      ) : (
        <Select
          label={t('compareWith')}
          choices={others.map(({ id, createdAt, periodFrom, periodTo, inputCount }) => ({ value: id, label: `${f.dateTime(createdAt)} · ${t('corner', { period: f.period(periodFrom, periodTo), count: inputCount })}` }))}
          onChange={({ target: { value } }) => value !== '' && compare.mutate({ first: value, second: run.id })}
        />
      )}
      <ErrorNotice error={compare.error} />
      {compare.data !== undefined && <Compared comparison={compare.data} />}
    </section>
  );
} // prettier-ignore

function Compared({ comparison: { sentence, rows, notices } }: { comparison: Comparison }) {
  const t = useTexts(analysisTexts);
  const count = (value: number | null) => value ?? '–';
  const keyed = rows.map((row, at) => ({ ...row, at }));
  return (
    <div className="stack" aria-live="polite">
      <p className="lead">{sentence}</p>
      {notices.map((notice) => (
        <p key={notice} className="muted">
          {notice}
        </p>
      ))}
      {rows.length > 0 && (
        <Table
          caption={t('compareCaption')}
          rowKey={({ at }) => String(at)}
          rows={keyed}
          columns={[
            { id: 'place', header: t('place'), rowHeader: true, cell: ({ name }) => name ?? t('unnamed') },
            { id: 'change', header: t('change'), cell: ({ change }) => t(`change_${change}`) },
            { id: 'before', header: t('before'), numeric: true, cell: ({ firstCount }) => count(firstCount) },
            { id: 'after', header: t('after'), numeric: true, cell: ({ secondCount }) => count(secondCount) },
          ]}
        />
      )}
    </div>
  );
}
