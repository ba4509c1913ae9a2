import { Button } from '../ui/button.js';
import { Notice } from '../ui/notice.js';
import type { Act } from './review-api.js';
import type { Conflict } from './use-review-acts.js';
import type { Words } from './use-words.js';

const deeds: Record<Act['kind'], 'accept' | 'dismiss' | 'ask' | 'merge' | 'reopen'> = {
  accept: 'accept',
  dismiss: 'dismiss',
  ask: 'ask',
  merge: 'merge',
  reopen: 'reopen',
};

/** Whether one's own choice still leads somewhere else than theirs. */
function mayStill(status: string, { kind }: Act): boolean {
  if (kind === 'merge' || status === 'dismissed' || status === 'merged') return false;
  return kind !== 'accept' || status !== 'accepted';
}

interface ConflictNoticeProps {
  conflict: Conflict;
  onConflict: (again: boolean) => void;
  words: Words;
}

/** Somebody else was first: what they made of the report, and the choice between theirs and one's own. */
export function ConflictNotice({ conflict: { theirs, mine }, onConflict, words }: ConflictNoticeProps) {
  const { t } = words;
  const who = theirs.reviewedBy ?? t('somebody');
  const facts = {
    who,
    what: words.what(theirs),
    status: words.status(theirs.status),
    mine: t(deeds[mine.kind]).toLocaleLowerCase(),
  };
  return (
    <Notice tone="caution" urgent title={t('conflictTitle', facts)}>
      <p>{t(theirs.reviewedAt === null ? 'conflictChanged' : 'conflictBody', facts)}</p>
      <div className="row">
        <Button onClick={() => onConflict(false)}>{t('keepTheirs')}</Button>
        {mayStill(theirs.status, mine) && <Button onClick={() => onConflict(true)}>{t('mineAnyway')}</Button>}
      </div>
    </Notice>
  );
}
