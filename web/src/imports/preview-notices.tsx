import { useTexts } from '../ui/language.js';
import { Notice } from '../ui/notice.js';
import type { ImportDetail, ImportPreview } from './import-api.js';
import { importTexts } from './texts.js';

/** What the user should know before starting, the weightiest first. */
export function PreviewNotices({ preview, kind }: { preview: ImportPreview; kind: ImportDetail['kind'] }) {
  const t = useTexts(importTexts);
  const unknown = preview.unknown.reduce((sum, { count }) => sum + count, 0);
  const names = preview.unknown.map(({ name, count }) => `${name || '–'} (${count})`).join(', ');
  const defaults = preview.defaultCoordinates.reduce((sum, { rows }) => sum + rows, 0);
  const simple = (['garbled', 'swapped'] as const).filter((key) => preview[key]);
  return (
    <div className="stack import-notices">
      {preview.sensitive > 0 && (
        <Notice tone="info" title={t('sensitive', { count: preview.sensitive })}>
          <p>{t('sensitiveText')}</p>
        </Notice>
      )}
      {defaults > 0 && (
        <Notice tone="caution" title={t('defaultTitle', { count: defaults })}>
          <p>{t('defaultText', { count: preview.defaultCoordinates.length })}</p>
        </Notice>
      )}
      {simple.map((key) => (
        <Notice key={key} tone="caution" title={t(`${key}Title`)}>
          <p>{t(`${key}Text`)}</p>
        </Notice>
      ))}
      {preview.ambiguousDates && (
        <Notice tone="caution" title={t('datesTitle')}>
          <p>{t('datesText')}</p>
        </Notice>
      )}
      {unknown > 0 && (
        <Notice
          tone="caution"
          title={kind === 'points' ? t('unknownTitle', { count: unknown }) : t('unknownNames', { count: preview.unknown.length })}
        >
          <p>{kind === 'points' ? t('unknownText', { names }) : t('unknownNamesText', { names })}</p>
        </Notice>
      )}
      {preview.outside > 0 && (
        <Notice tone="info" title={t('outsideTitle', { count: preview.outside })}>
          <p>{t('outsideText')}</p>
        </Notice>
      )}
    </div>
  );
} // prettier-ignore
