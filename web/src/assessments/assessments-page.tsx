import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { may, useMembership } from '../api/session.js';
import { buttonClass } from '../ui/button.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { useLanguage, useTexts } from '../ui/language.js';
import { Page } from '../ui/page.js';
import { Skeleton } from '../ui/skeleton.js';
import { Table } from '../ui/table.js';
import { type Assessments, assessmentsQuery, weekText } from './assessment-api.js';
import './assessments.css';
import { assessmentTexts } from './texts.js';

type Area = Assessments['areas'][number];

/** How those who are there see each area, week by week, and the running week question by question. */
export function AssessmentsPage() {
  const { code = '' } = useParams({ strict: false });
  const t = useTexts(assessmentTexts);
  const membership = useMembership();
  const [week] = useState(() => weekText(new Date()));
  const language = useLanguage();
  const { data, error, refetch } = useQuery(assessmentsQuery(code, week, language));
  // Early in a week nobody has said anything of it: then the last one is told question by question.
  const early = data !== undefined && data.sentence === '';
  const [lastWeek] = useState(() => weekText(new Date(), -1));
  const last = useQuery({ ...assessmentsQuery(code, lastWeek, language), enabled: early }).data;
  const told = early ? last : data;
  return (
    <Page
      title={t('resultTitle')}
      lead={t('resultLead')}
      width="wide"
      actions={
        <>
          {may(membership, 'assessment:write') && (
            <Link to="/$code/bedom" params={{ code }} className={buttonClass({ look: 'primary' })}>
              {t('toAssess')}
            </Link>
          )}
          {may(membership, 'assessment:settings') && (
            <Link to="/$code/bedomningsfragor" params={{ code }} className={buttonClass()}>
              {t('changeFactors')}
            </Link>
          )}
        </>
      }
    >
      <ErrorNotice error={error} onRetry={() => void refetch()} />
      {data === undefined && error === null && <Skeleton lines={8} />}
      {data !== undefined && (
        <div className="stack stack--wide">
          {told !== undefined && told.sentence !== '' && <p className="lead">{told.sentence}</p>}
          <div className="assessment-matrix">
            <Matrix areas={data.areas} />
          </div>
          <p className="small muted assessment-rule">{t('rule')}</p>
          {told !== undefined && <Details assessments={told} />}
        </div>
      )}
    </Page>
  );
}

const words = {
  calmer: 'verdictCalmer',
  usual: 'verdictUsual',
  worse: 'verdictWorse',
  mixed: 'verdictMixed',
  none: 'verdictNone',
} as const;

/** Word and colour say the same, with how many answered; "nobody" is said in words too. */
function Matrix({ areas }: { areas: readonly Area[] }) {
  const t = useTexts(assessmentTexts);
  const weeks = (areas[0]?.weeks ?? []).map(({ week }, index) => ({ week, index })).toReversed();
  return (
    <Table
      caption={t('caption')}
      rows={areas}
      rowKey={({ id }) => id}
      empty={t('nobody')}
      columns={[
        { id: 'area', header: t('area'), rowHeader: true, cell: ({ name }) => name },
        ...weeks.map(({ week, index }) => ({
          id: week,
          header: t('weekShort', { week: Number(week.slice(-2)) }),
          cell: (area: Area) => <Verdict verdict={area.weeks[index]!.verdict} people={area.weeks[index]!.people} />,
        })),
      ]}
    />
  );
}

function Verdict({ verdict, people }: { verdict: Area['verdict']; people: number }) {
  const t = useTexts(assessmentTexts);
  return (
    <span className="assessment-cell" data-verdict={verdict}>
      {t(words[verdict])}
      {people > 0 && <span className="assessment-people">{t('people', { count: people })}</span>}
    </span>
  );
}

function Details({ assessments: { week, areas } }: { assessments: Assessments }) {
  const t = useTexts(assessmentTexts);
  const answered = areas.filter(({ people }) => people > 0);
  if (answered.length === 0) return null;
  return (
    <section className="stack">
      <h2>{t('details', { week: Number(week.slice(-2)) })}</h2>
      {answered.map((area) => (
        <details key={area.id} className="assessment-details">
          <summary>{`${area.name}, ${t('people', { count: area.people })}`}</summary>
          <Answers area={area} />
        </details>
      ))}
    </section>
  );
}

function Answers({ area }: { area: Area }) {
  const t = useTexts(assessmentTexts);
  const language = useLanguage();
  return (
    <Table
      caption={area.name}
      hideCaption
      rows={area.factors}
      rowKey={({ code }) => code}
      columns={[
        { id: 'question', header: t('question'), rowHeader: true, cell: ({ name }) => name[language] },
        { id: 'calmer', header: t('calmer'), numeric: true, cell: ({ calmer }) => calmer },
        { id: 'usual', header: t('usual'), numeric: true, cell: ({ usual }) => usual },
        { id: 'worse', header: t('worse'), numeric: true, cell: ({ worse }) => worse },
        { id: 'unknown', header: t('unknown'), numeric: true, cell: ({ unknown }) => unknown },
      ]}
    />
  );
}
