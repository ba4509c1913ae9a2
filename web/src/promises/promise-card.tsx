import { StatusTag } from '../ui/status-tag.js';
import { useTexts } from '../ui/language.js';
import { useFormat } from '../ui/use-format.js';
import { CommitmentRow } from './commitment-row.js';
import type { CitizenPromise } from './promise-api.js';
import { PromiseHints } from './promise-hints.js';
import { promiseTexts } from './texts.js';

interface PromiseCardProps {
  code: string;
  promise: CitizenPromise;
  mayLog: boolean;
  mayWrite: boolean;
}

/** A promise with its commitments. */
export function PromiseCard({ code, promise, mayLog, mayWrite }: PromiseCardProps) {
  const t = useTexts(promiseTexts);
  const f = useFormat();
  const place =
    promise.hotspot?.name ?? promise.area?.name ?? (promise.scope === 'online' ? t('online') : t('wholeMunicipality'));
  const facts = [place, f.period(promise.periodFrom, promise.periodTo), promise.registrationNumber].filter(
    (fact) => fact !== null,
  );
  return (
    <article className="card promise-card" aria-labelledby={`promise-${promise.id}`}>
      <header className="stack stack--tight">
        <div className="row row--between promise-title">
          <h3 id={`promise-${promise.id}`}>{promise.title}</h3>
          {promise.status === 'draft' && <StatusTag tone="neutral">{t('draft')}</StatusTag>}
        </div>
        <p className="muted small">{facts.join(' · ')}</p>
        {promise.objective !== null && <p>{promise.objective}</p>}
        {promise.targetGroup !== null && (
          <p className="muted small">{t('targetGroupFor', { group: promise.targetGroup })}</p>
        )}
      </header>
      {promise.commitments.length > 0 && (
        <ul className="plain-list promise-commitments">
          {promise.commitments.map((commitment) => (
            <CommitmentRow key={commitment.id} {...{ code, promise, commitment, mayLog, mayWrite }} />
          ))}
        </ul>
      )}
      {mayWrite && promise.hints.length > 0 && <PromiseHints promise={promise} />}
    </article>
  );
}
