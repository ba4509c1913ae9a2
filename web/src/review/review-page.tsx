import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { may, useMembership } from '../api/session.js';
import { Button } from '../ui/button.js';
import { Page } from '../ui/page.js';
import { Sheet, type SheetHeight } from '../ui/sheet.js';
import { useKeysSetting, useSingleKeys } from '../ui/single-keys.js';
import { ReviewDetail } from './review-detail.js';
import { ReviewDialogs, type OpenDialog } from './review-dialogs.js';
import { ReviewMap } from './review-map.js';
import { ReviewPane } from './review-pane.js';
import './review.css';
import { changedSearch, type ReviewSearch } from './review-search.js';
import { useDeeds } from './use-deeds.js';
import { useInbox } from './use-inbox.js';
import { useWords } from './use-words.js';

/** Keys that mean the same as another. */
const sameKeys = { ArrowDown: 'j', ArrowUp: 'k', 'Control+z': 'u' };
const wideQuery = '(min-width: 1024px)';

function useWide(): boolean {
  return useSyncExternalStore(
    (changed) => {
      const query = matchMedia(wideQuery);
      query.addEventListener('change', changed);
      return () => query.removeEventListener('change', changed);
    },
    () => matchMedia(wideQuery).matches,
  );
}

/** The inbox: reports that wait, each with its place, its possible duplicates and what to do with it. */
export function ReviewPage() {
  const { code } = useParams({ from: '/signed-in/$code/granska' });
  const search = useSearch({ from: '/signed-in/$code/granska' });
  const navigate = useNavigate({ from: '/$code/granska' });
  const words = useWords(code);
  const { t } = words;
  const wide = useWide();
  const inbox = useInbox(code, search, { failed: t('failed'), nothingToUndo: t('nothingToUndo') }, wide);
  const [dialog, setDialog] = useState<OpenDialog>(null);
  const [height, setHeight] = useState<SheetHeight>('middle');
  const [keysOn, setKeysOn] = useKeysSetting('review');
  const deeds = useDeeds({ code, inbox, words, setDialog });
  const { chosen } = inbox;
  const maySet = may(useMembership(), 'review:settings');

  useSingleKeys(
    {
      ...deeds.keys,
      j: () => inbox.step(1),
      k: () => inbox.step(-1),
      '?': () => setDialog('keys'),
    },
    keysOn,
    sameKeys,
  );
  // The address follows the report, so that it can be sent to a colleague.
  const chosenId = chosen?.id;
  useEffect(() => {
    void navigate({ search: (now) => changedSearch(now, { valt: chosenId }), replace: true });
  }, [chosenId, navigate]);

  const change = (next: Partial<Record<keyof ReviewSearch, string | undefined>>) => {
    inbox.choose(null);
    void navigate({ search: (now) => changedSearch(now, { valt: undefined, ...next }) });
  };
  const pane = <ReviewPane {...{ code, search, inbox, words, change, said: deeds.said }} onUndo={deeds.undo} onKeys={() => setDialog('keys')} onSources={maySet ? () => setDialog('sources') : null} />; // prettier-ignore
  return (
    <Page title={t('title')} width="full">
      <div className="review" data-sending={inbox.acts.sending > 0 || undefined}>
        {wide && <div className="review-pane">{pane}</div>}
        <ReviewMap {...{ code, words, chosen }} items={inbox.items} onChoose={inbox.choose} coveredBelow={wide || height !== 'middle' ? 0 : 0.46} />
        <Sheet label={wide || chosen !== null ? t('detail') : t('list')} height={height} onHeight={setHeight}>
          {!wide && chosen !== null && <Button look="quiet" icon="back" onClick={() => inbox.choose(null)}>{t('backToList')}</Button>}
          {chosen !== null && <ReviewDetail key={chosen.id} {...{ code, words }} item={chosen} deeds={deeds} conflict={inbox.acts.conflict} onConflict={deeds.settle} />}
          {!wide && chosen === null && pane}
        </Sheet>
      </div>
      <output className="visually-hidden" aria-live="polite">
        {[deeds.said, chosen === null ? '' : `${t('at', { at: inbox.at + 1, of: inbox.items.length })}: ${words.what(chosen)}, ${words.when(chosen)}`].filter(Boolean).join('. ')}
      </output>
      <ReviewDialogs {...{ code, words, deeds, keysOn }} open={dialog} item={chosen} onClose={() => setDialog(null)} onKeys={setKeysOn} />
    </Page>
  ); // prettier-ignore
}
