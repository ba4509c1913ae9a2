import { useTexts } from '../ui/language.js';
import { Notice } from '../ui/notice.js';
import { outboxTexts } from './texts.js';
import { useOutbox } from './the-outbox.js';

/** On the pages before the sign-in: that nothing is lost, and what makes it go. */
export function WaitingNotice() {
  const t = useTexts(outboxTexts);
  const { entries, revoked } = useOutbox();
  if (revoked) return <Notice tone="bad">{t('revoked')}</Notice>;
  if (entries.length === 0) return null;
  return (
    <Notice tone="caution">
      <p>{t('waitNotice', { count: entries.length })}</p>
    </Notice>
  );
}
