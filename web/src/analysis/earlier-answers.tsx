import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { runsQuery, type Question } from '../findings/findings-api.js';
import { Icon } from '../ui/icons.js';
import { useLanguage, useTexts } from '../ui/language.js';
import { useFormat } from '../ui/use-format.js';
import type { QuestionWord } from './analysis-search.js';
import { analysisTexts } from './texts.js';

interface EarlierAnswersProps {
  code: string;
  question: Question;
  word: QuestionWord;
  /** The run that stands above. */
  shown: string | null;
}

const most = 10;

/** Answers that were given before, each as it was. */
export function EarlierAnswers({ code, question, word, shown }: EarlierAnswersProps) {
  const t = useTexts(analysisTexts);
  const f = useFormat();
  const all = useQuery(runsQuery(code, useLanguage(), question)).data?.items ?? [];
  const runs = all.filter(({ id }) => id !== shown).slice(0, most);
  if (runs.length === 0) return null;
  return (
    <details className="analysis-more">
      <summary>
        {t('earlierAnswers')}
        <Icon name="chevronDown" size={20} />
      </summary>
      <ul className="plain-list analysis-earlier">
        {runs.map(({ id, createdAt, sentence, periodFrom, periodTo }) => (
          <li key={id}>
            <Link to="/$code/analys" params={{ code }} search={{ fraga: word, korning: id }}>
              {f.dateTime(createdAt)}
            </Link>
            <span className="muted small">{f.period(periodFrom, periodTo)}</span>
            <p>{sentence}</p>
          </li>
        ))}
      </ul>
    </details>
  );
}
