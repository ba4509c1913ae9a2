import { useTexts } from '../ui/language.js';
import { meetingTexts } from './texts.js';
import type { Live } from './use-live.js';

/** How many others follow, quietly; or that what is seen may be old. */
export function LiveWords({ live }: { live: Live }) {
  const t = useTexts(meetingTexts);
  if (!live.connected) return <p className="small muted">{t('liveLost')}</p>;
  if (live.others === null || live.others === 0) return null;
  return <p className="small muted">{t('others', { count: live.others })}</p>;
}
