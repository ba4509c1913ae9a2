import { useEffect, useRef } from 'react';
import { CategoryIcon } from '../ui/icons.js';
import { StatusTag } from '../ui/status-tag.js';
import type { Review } from './review-api.js';
import type { Words } from './use-words.js';

interface ReviewListProps {
  items: readonly Review[];
  chosen: string | null;
  onChoose: (id: string) => void;
  words: Words;
}

/** The reports, one line each; the chosen one is kept in sight, and has the focus when the list has it. */
export function ReviewList({ items, chosen, onChoose, words }: ReviewListProps) {
  const list = useRef<HTMLUListElement>(null);
  const held = useRef(false);
  useEffect(() => {
    const element = list.current;
    const enter = () => {
      held.current = true;
    };
    const leave = () => {
      held.current = false;
    };
    element?.addEventListener('focusin', enter);
    element?.addEventListener('focusout', leave);
    return () => {
      element?.removeEventListener('focusin', enter);
      element?.removeEventListener('focusout', leave);
    };
  }, []);
  useEffect(() => {
    const row = list.current?.querySelector<HTMLElement>('[aria-current="true"]');
    row?.scrollIntoView({ block: 'nearest' });
    // The row that had the focus may be gone with its report: the next one takes over.
    if (held.current && (document.activeElement === document.body || list.current?.contains(document.activeElement)))
      row?.focus({ preventScroll: true });
  }, [chosen, items]);
  return (
    <ul ref={list} className="plain-list review-rows" aria-label={words.t('list')}>
      {items.map((item) => (
        <li key={item.id}>
          <button
            type="button"
            className="review-row"
            aria-current={item.id === chosen ? 'true' : undefined}
            onClick={() => onChoose(item.id)}
          >
            <CategoryIcon code={item.categoryCode} size={24} />
            <span className="review-row-words">
              <strong>{words.what(item)}</strong>
              <span className="muted small">
                {words.when(item)} · {words.where(item)}
              </span>
              <span className="muted small">{words.source(item)}</span>
              <Marks item={item} words={words} />
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}

/** What asks for more than a look. */
function Marks({ item, words: { t } }: { item: Review; words: Words }) {
  const answered = item.status === 'received' && item.messages.at(-1)?.kind === 'answer';
  if (!answered && item.twins.length === 0 && item.descriptionCleared) return null;
  return (
    <span className="review-marks">
      {answered && <StatusTag tone="good">{t('answered')}</StatusTag>}
      {item.twins.length > 0 && <StatusTag tone="caution">{t('twin')}</StatusTag>}
      {!item.descriptionCleared && <StatusTag tone="bad">{t('markedText')}</StatusTag>}
    </span>
  );
}
