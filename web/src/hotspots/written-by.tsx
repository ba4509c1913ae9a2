import { useTexts } from '../ui/language.js';
import { useFormat } from '../ui/use-format.js';
import type { DoneBy } from './work-api.js';
import { workTexts } from './work-texts.js';

/** When, and by which organisation. */
export function WrittenBy({ at, by }: { at: string; by: DoneBy }) {
  const t = useTexts(workTexts);
  const f = useFormat();
  return (
    <p className="muted small">{t('writtenBy', { day: f.dateTime(at), by: by.organisation ?? t('unknownBy') })}</p>
  );
}
