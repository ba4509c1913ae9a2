import { useState } from 'react';
import { Button } from '../ui/button.js';
import { EmptyState } from '../ui/empty-state.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { Skeleton } from '../ui/skeleton.js';
import { KeyButton } from './key-button.js';
import { ReviewFilter } from './review-filter.js';
import { ReviewList } from './review-list.js';
import type { ReviewSearch } from './review-search.js';
import { TogetherPart } from './together-part.js';
import type { Inbox } from './use-inbox.js';
import type { Words } from './use-words.js';

interface ReviewPaneProps {
  code: string;
  search: ReviewSearch;
  inbox: Inbox;
  words: Words;
  change: (change: Partial<Record<keyof ReviewSearch, string | undefined>>) => void;
  said: string;
  onUndo: () => void;
  onKeys: () => void;
  /** Null for those who may not say whom to trust. */
  onSources: (() => void) | null;
}

/** The list with its filter, what was done last, and what can be accepted together. */
export function ReviewPane({ code, search, inbox, words, change, said, onUndo, onKeys, onSources }: ReviewPaneProps) {
  const { t } = words;
  const { visa, kalla, kategori, omrade } = search;
  const filters = [visa, kalla, kategori, omrade].filter((one) => one !== undefined).length;
  const [open, setOpen] = useState(filters > 0);
  const { items, total, error, chosen } = inbox;
  return (
    <>
      <div className="review-tools">
        <Button look="quiet" icon="filter" aria-expanded={open} onClick={() => setOpen(!open)}>
          {filters === 0 ? t('filter') : t('filterOn', { count: filters })}
        </Button>
        {onSources !== null && (
          <Button look="quiet" icon="users" onClick={onSources}>
            {t('sources')}
          </Button>
        )}
        <KeyButton letter="?" look="quiet" className="review-only-keys" onClick={onKeys}>
          {t('keys')}
        </KeyButton>
      </div>
      {open && <ReviewFilter {...{ code, search, words }} onChange={change} />}
      {said !== '' && (
        <div className="review-said">
          <p>{said}</p>
          <KeyButton letter="u" look="quiet" icon="undo" onClick={onUndo}>
            {t('undo')}
          </KeyButton>
        </div>
      )}
      <TogetherPart code={code} words={words} />
      {total === undefined &&
        (error ? <ErrorNotice error={error} onRetry={inbox.retry} /> : <Skeleton shape="cards" lines={4} />)}
      {total !== undefined && items.length === 0 && (
        <EmptyState icon={filters === 0 ? 'check' : 'inbox'} title={t(filters === 0 ? 'emptyTitle' : 'emptyShelf')}>
          <p>{t(filters === 0 ? 'emptyText' : 'emptyShelfText')}</p>
        </EmptyState>
      )}
      <ReviewList items={items} chosen={chosen?.id ?? null} onChoose={inbox.choose} words={words} />
      {total !== undefined && total > items.length && (
        <p className="muted small review-more">{t('onlyOldest', { shown: items.length, total })}</p>
      )}
    </>
  );
}
