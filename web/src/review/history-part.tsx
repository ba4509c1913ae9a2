import { useQuery } from '@tanstack/react-query';
import { ErrorNotice } from '../ui/error-notice.js';
import { Skeleton } from '../ui/skeleton.js';
import { historyQuery, type HistoryEntry, type Review } from './review-api.js';
import type { Words } from './use-words.js';

interface HistoryPartProps {
  code: string;
  item: Review;
  words: Words;
}

/** What happened to the report: who, when, and what was changed from what to what. */
export function HistoryPart({ code, item, words }: HistoryPartProps) {
  const { t, f, language } = words;
  const { data, error, refetch } = useQuery(historyQuery(code, item.id, item.version));
  return (
    <section className="stack stack--tight" aria-label={t('history')}>
      <h3>{t('history')}</h3>
      {data === undefined &&
        (error ? <ErrorNotice error={error} onRetry={() => void refetch()} /> : <Skeleton lines={2} />)}
      <ol className="plain-list review-history" reversed>
        {(data ?? []).map((entry) => (
          <li key={entry.id}>
            <p>
              <strong>{t(`h_${entry.what as 'created'}`)}</strong>
              {entry.reason !== null && `: ${entry.reason[language].toLocaleLowerCase(language)}`}
            </p>
            {entry.note !== null && <p>{entry.note}</p>}
            {entry.changes
              .filter(({ field }) => field !== 'status')
              .map((change) => (
                <p key={change.field} className="small">
                  {changeInWords(change, item, words)}
                </p>
              ))}
            <p className="muted small">
              {t('by', {
                who: entry.who ?? (entry.what === 'created' ? words.source(item) : t('somebody')),
                when: f.dateTime(entry.at),
              })}
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}

function changeInWords(change: HistoryEntry['changes'][number], item: Review, words: Words): string {
  const { t, f } = words;
  if (change.field === 'place') return t('placeMoved');
  const severities = { '1': 'severity1', '2': 'severity2', '3': 'severity3' } as const;
  const inWords = (value: string | null): string => {
    if (value === null || value === '') return t('none');
    if (change.field === 'category') return words.categoryName(value);
    if (change.field === 'subcategory') return words.subcategoryName(item.categoryCode, value);
    if (change.field === 'severity') return t(severities[value as keyof typeof severities] ?? 'severity1');
    return change.field === 'from' || change.field === 'to' ? f.dateTime(value) : value;
  };
  const field = t(`f_${change.field as 'category'}`);
  return t('changed', { field, before: inWords(change.before), after: inWords(change.after) });
}
