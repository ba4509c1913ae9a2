import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { may, useMembership } from '../api/session.js';
import { buttonClass } from '../ui/button.js';
import { Checkbox } from '../ui/checkbox.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { useLanguage, useTexts } from '../ui/language.js';
import { Notice } from '../ui/notice.js';
import { Page } from '../ui/page.js';
import { Skeleton } from '../ui/skeleton.js';
import { type Column, Table } from '../ui/table.js';
import { useFormat } from '../ui/use-format.js';
import { VisuallyHidden } from '../ui/visually-hidden.js';
import './coverage.css';
import { type Coverage, coverageQuery, expectReports } from './coverage-api.js';
import { coverageTexts } from './texts.js';

type Organisation = Coverage['organisations'][number];

/** Who has reported, who had nothing to report and who was silent, by organisation and week. */
export function CoveragePage() {
  const { code = '' } = useParams({ strict: false });
  const t = useTexts(coverageTexts);
  const { data, error, refetch } = useQuery(coverageQuery(code, useLanguage()));
  return (
    <Page title={t('title')} lead={t('lead')} width="wide" actions={<Onwards code={code} />}>
      <ErrorNotice error={error} onRetry={() => void refetch()} />
      {data === undefined && error === null && <Skeleton lines={8} />}
      {data !== undefined && (
        <div className="stack stack--wide">
          <LatestWeeks coverage={data} />
          <Silent code={code} organisations={data.organisations} />
          <div className="stack">
            <Matrix code={code} coverage={data} />
            <p className="small muted">{t('inputs')}</p>
          </div>
        </div>
      )}
    </Page>
  );
}

/** To what those who are there say of the week, and for those who say whom to remind, where they do it. */
function Onwards({ code }: { code: string }) {
  const t = useTexts(coverageTexts);
  const mayRemind = may(useMembership(), 'reminder:administer');
  return (
    <>
      <Link to="/$code/bedomningar" params={{ code }} className={buttonClass()}>
        {t('toAssessments')}
      </Link>
      {mayRemind && (
        <Link to="/$code/paminnelser" params={{ code }} className={buttonClass()}>
          {t('toReminders')}
        </Link>
      )}
    </>
  );
}

/** The running week and the one before, in words. */
function LatestWeeks({ coverage }: { coverage: Coverage }) {
  const t = useTexts(coverageTexts);
  return (
    <dl className="coverage-latest">
      {coverage.weeks
        .slice(-2)
        .toReversed()
        .filter(({ sentence }) => sentence !== '')
        .map(({ week, sentence }) => (
          <div key={week}>
            <dt>{t('whole', { week: numberOf(week) })}</dt>
            <dd>{sentence}</dd>
          </div>
        ))}
    </dl>
  );
}

function Silent({ code, organisations }: { code: string; organisations: readonly Organisation[] }) {
  const t = useTexts(coverageTexts);
  const mayRemind = may(useMembership(), 'reminder:administer');
  const silent = organisations.filter(({ expected, silentWeeks }) => expected && silentWeeks >= 2);
  if (silent.length === 0) return null;
  return (
    <Notice
      tone="caution"
      title={t('silentTitle')}
      action={
        mayRemind && (
          <Link to="/$code/paminnelser" params={{ code }}>
            {t('remindThem')}
          </Link>
        )
      }
    >
      <p>{silent.map(({ name }) => name).join(', ')}</p>
    </Notice>
  );
}

function Matrix({ code, coverage }: { code: string; coverage: Coverage }) {
  const t = useTexts(coverageTexts);
  const mayChange = may(useMembership(), 'coverage:settings');
  const weeks = coverage.weeks.map(({ week }, index) => ({ week, index })).toReversed();
  const columns: Column<Organisation>[] = [
    { id: 'name', header: t('organisation'), rowHeader: true, cell: (row) => <Name row={row} /> },
    ...weeks.map(({ week, index }) => ({
      id: week,
      header: t('weekShort', { week: numberOf(week) }),
      cell: (row: Organisation) => <Cell cell={row.cells[index]!} expected={row.expected} />,
    })),
    ...(mayChange
      ? [{ id: 'expected', header: t('expected'), cell: (row: Organisation) => <Expected code={code} row={row} /> }]
      : []),
  ];
  return (
    <div className="coverage-matrix">
      <Table
        caption={t('caption')}
        columns={columns}
        rows={coverage.organisations}
        rowKey={({ id }) => id}
        empty={t('empty')}
      />
    </div>
  );
}

function Name({ row }: { row: Organisation }) {
  const t = useTexts(coverageTexts);
  return (
    <>
      {row.name}
      {!row.expected && <span className="coverage-note muted">{t('notExpected')}</span>}
    </>
  );
}

/** Word or figure and colour say the same; a week of somebody whom nobody waits for is never called silent. */
function Cell({ cell, expected }: { cell: Organisation['cells'][number]; expected: boolean }) {
  const t = useTexts(coverageTexts);
  const f = useFormat();
  const { state, reports, late, by } = cell;
  if (!expected && (state === 'silent' || state === 'waiting'))
    return <VisuallyHidden>{t('notExpected')}</VisuallyHidden>;
  const words = {
    reported: f.number(reports),
    nothing: t('stateNothing'),
    assessed: t('stateAssessed'),
    waiting: t('stateWaiting'),
    silent: t('stateSilent'),
  };
  return (
    <span className="coverage-cell" data-state={state} title={by === null ? undefined : t('by', { name: by })}>
      {words[state]}
      {late && <span className="coverage-note">{t('late')}</span>}
      {by !== null && <VisuallyHidden>{t('by', { name: by })}</VisuallyHidden>}
    </span>
  );
}

function Expected({ code, row }: { code: string; row: Organisation }) {
  const t = useTexts(coverageTexts);
  const client = useQueryClient();
  const change = useMutation({
    mutationFn: (expected: boolean) => expectReports(code, row.id, expected),
    onSettled: () =>
      Promise.all(['coverage', 'situation'].map((key) => client.invalidateQueries({ queryKey: [key, code] }))),
  });
  return (
    <>
      <Checkbox
        label={<VisuallyHidden>{t('expectedOf', { name: row.name })}</VisuallyHidden>}
        checked={change.isPending ? change.variables : row.expected}
        onChange={(event) => change.mutate(event.currentTarget.checked)}
      />
      <ErrorNotice error={change.error} />
    </>
  );
}

function numberOf(week: string): number {
  return Number(week.slice(-2));
}
