import type { Review } from './review-api.js';
import type { Words } from './use-words.js';

/** What was asked and answered, in order. */
export function MessagesPart({ messages, words: { t, f } }: { messages: Review['messages']; words: Words }) {
  if (messages.length === 0) return null;
  return (
    <section className="stack stack--tight" aria-label={t('messages')}>
      <h3>{t('messages')}</h3>
      <ul className="plain-list stack stack--tight">
        {messages.map((message) => (
          <li key={message.id} className="review-message" data-kind={message.kind}>
            <strong>{t(message.kind)}</strong>
            <p>{message.text}</p>
            <p className="muted small">
              {t('by', { who: message.who ?? t('somebody'), when: f.dateTime(message.at) })}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
