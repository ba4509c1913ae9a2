import { CategoryIcon } from '../ui/icons.js';
import { KeyButton } from './key-button.js';
import { Button } from '../ui/button.js';
import type { Review, Twin } from './review-api.js';
import type { Words } from './use-words.js';

interface TwinPartProps {
  item: Review;
  onMerge: (twin: Twin) => void;
  words: Words;
}

/** What may be the same event: the other text, how far away and how long between. The key takes the nearest. */
export function TwinPart({ item, onMerge, words }: TwinPartProps) {
  const { t } = words;
  if (item.twins.length === 0) return null;
  return (
    <section className="stack stack--tight" aria-label={t('twinsTitle')}>
      <h3>{t('twinsTitle')}</h3>
      <p className="muted small">{t('twinsNote')}</p>
      <ul className="plain-list stack stack--tight">
        {item.twins.map((twin, at) => (
          <li key={twin.id} className="review-twin">
            <p className="review-twin-apart">{words.apart(twin)}</p>
            <div className="review-twin-head">
              <CategoryIcon code={twin.categoryCode} size={20} />
              <strong>{words.what(twin)}</strong>
            </div>
            <p className="muted small">
              {words.when(twin)} · {words.where(twin)} · {words.source(twin)}
            </p>
            <p className={twin.description === null ? 'muted' : 'review-text'}>{twin.description ?? t('noText')}</p>
            {at === 0 ? (
              <KeyButton letter="s" onClick={() => onMerge(twin)}>
                {t('merge')}
              </KeyButton>
            ) : (
              <Button aria-label={t('mergeWith', { what: words.what(twin) })} onClick={() => onMerge(twin)}>
                {t('merge')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
