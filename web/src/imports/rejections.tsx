import { useTexts } from '../ui/language.js';
import type { Rejection } from './import-api.js';
import { importTexts } from './texts.js';

/** Rows that cannot be read, by reason, with what to do and where the first of them stand. */
export function Rejections({ rejections }: { rejections: readonly Rejection[] }) {
  const t = useTexts(importTexts);
  if (rejections.length === 0) return null;
  return (
    <section className="stack">
      <h2>{t('rejectedTitle')}</h2>
      <ul className="plain-list import-rejections">
        {rejections.map(({ field, fieldName, code, sentence, count, rows }) => (
          <li key={`${field} ${code}`} className="card">
            <p>
              <strong>{t('rowsOf', { count })}</strong>
              {fieldName !== '' && <span className="muted"> · {fieldName}</span>}
            </p>
            <p>{sentence}</p>
            {rows.length > 0 && (
              <p className="muted small">
                {t(count > rows.length ? 'rejectedMore' : 'rejectedRows', { rows: rows.join(', ') })}
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
