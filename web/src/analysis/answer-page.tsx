import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { spansOf, type Span } from '../findings/effort.js';
import type { NewAnalysis } from '../findings/findings-api.js';
import { useAsking } from '../findings/use-asking.js';
import { Waiting } from '../findings/waiting.js';
import { Button, buttonClass } from '../ui/button.js';
import { Icon } from '../ui/icons.js';
import { useLanguage, useTexts } from '../ui/language.js';
import { Notice } from '../ui/notice.js';
import { Page } from '../ui/page.js';
import { todayInSweden } from '../ui/period.js';
import { Skeleton } from '../ui/skeleton.js';
import { useFormat } from '../ui/use-format.js';
import { requestOf } from './analysis-request.js';
import { questionWords, type AnalysisSearch } from './analysis-search.js';
import { Answer } from './answer.js';
import { AskFilter, type FilterProps } from './ask-filter.js';
import { EarlierAnswers } from './earlier-answers.js';
import { storedQuery } from './stored-query.js';
import { analysisTexts } from './texts.js';

/** One question: what it is about, and its answer. */
export function AnswerPage(props: FilterProps) {
  const { code, word, search, change } = props;
  const t = useTexts(analysisTexts);
  const language = useLanguage();
  const [today] = useState(() => todayInSweden(new Date()));
  const question = questionWords[word];
  const { korning } = search;
  const stored = useQuery({ ...storedQuery(code, korning ?? '', language), enabled: korning !== undefined });
  const gone = korning !== undefined && stored.isError;
  const asking = useAsking(code, korning !== undefined && !gone ? null : requestFor(search, today));
  const run = korning !== undefined && !gone ? (stored.data ?? null) : asking.run;
  return (
    <Page title={t(question)} lead={t(`${question}Note`)} width="wide" actions={<BackToQuestions code={code} />}>
      <div className="analysis-answer">
        <AskFilter {...props} />
        {korning !== undefined && !gone && stored.isPending && <Skeleton shape="cards" lines={3} />}
        {gone && (
          <Notice tone="caution">
            <p>{t('goneAnswer')}</p>
          </Notice>
        )}
        {korning !== undefined && stored.data !== undefined && <StoredNotice at={stored.data.createdAt} ask={() => change({})} />}
        <EffortWords search={search} today={today} question={question} />
        <Waiting asking={asking} />
        {run !== null && <Answer {...props} run={run} />}
        <EarlierAnswers code={code} question={question} word={word} shown={run?.id ?? null} />
      </div>
    </Page>
  );
} // prettier-ignore

/** `null` while the effort is not told yet. */
function requestFor(search: AnalysisSearch, today: string): NewAnalysis | null {
  const request = requestOf(search, today);
  if (request.question !== 'effect') return request;
  const { hotspot, insatsFran: from, insatsTill: to, foreTill } = search;
  if (hotspot === undefined || from === undefined || to === undefined) return null;
  const spans = spansOf({ from, to, beforeEnds: foreTill }, today);
  return spans === null ? null : { ...request, ...spans };
}

function BackToQuestions({ code }: { code: string }) {
  const t = useTexts(analysisTexts);
  return (
    <Link to="/$code/analys" params={{ code }} className={buttonClass()}>
      <Icon name="back" size={20} />
      <span>{t('all')}</span>
    </Link>
  );
}

function StoredNotice({ at, ask }: { at: string; ask: () => void }) {
  const t = useTexts(analysisTexts);
  const f = useFormat();
  return (
    <Notice
      action={
        <Button icon="undo" onClick={ask}>
          {t('askNow')}
        </Button>
      }
    >
      <p>{t('storedAnswer', { at: f.dateTime(at) })}</p>
    </Notice>
  );
}

/** Which days are compared, or what is missing before they can be. */
function EffortWords({ search, today, question }: { search: AnalysisSearch; today: string; question: string }) {
  const t = useTexts(analysisTexts);
  const f = useFormat();
  if (question !== 'effect' || search.korning !== undefined) return null;
  const { hotspot, insatsFran: from, insatsTill: to, foreTill } = search;
  const told = hotspot !== undefined && from !== undefined && to !== undefined;
  const spans = told ? spansOf({ from, to, beforeEnds: foreTill }, today) : null;
  const inWords = (span: Span) => f.period(span.from, span.to);
  if (spans === null) return <Notice>{<p>{t(told ? 'effortWrong' : 'effortMissing')}</p>}</Notice>;
  return <p className="muted">{t('spans', { before: inWords(spans.before), after: inWords(spans.after) })}</p>;
}
