import { useParams } from '@tanstack/react-router';
import './analysis.css';
import { AnswerPage } from './answer-page.js';
import { QuestionsPage } from './questions-page.js';
import { useAnalysisSearch } from './use-analysis-search.js';

/** Choose a question; the answer comes as a sentence, with its map, its table and how it is known. */
export function AnalysisPage() {
  const { code } = useParams({ from: '/signed-in/$code/analys' });
  const { search, change } = useAnalysisSearch();
  if (search.fraga === undefined) return <QuestionsPage code={code} />;
  return <AnswerPage key={search.fraga} code={code} word={search.fraga} search={search} change={change} />;
}
