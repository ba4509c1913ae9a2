import { Icon } from '../ui/icons.js';
import { useTexts } from '../ui/language.js';
import type { CitizenPromise } from './promise-api.js';
import { promiseTexts } from './texts.js';

/** What would make the promise easier to keep and to follow up. Folded: it never nags. */
export function PromiseHints({ promise }: { promise: CitizenPromise }) {
  const t = useTexts(promiseTexts);
  const nameOf = (id: string | null) => promise.commitments.find((one) => one.id === id)?.text;
  return (
    <details className="promise-hints">
      <summary>
        <Icon name="info" size={20} />
        {t('hints', { count: promise.hints.length })}
      </summary>
      <ul>
        {promise.hints.map(({ code, commitmentId, words }) => (
          <li key={`${code}-${commitmentId ?? ''}`}>
            {commitmentId !== null && <span className="promise-hint-about">{nameOf(commitmentId)}: </span>}
            {t(code, { words: words.join(', ') })}
          </li>
        ))}
      </ul>
    </details>
  );
}
