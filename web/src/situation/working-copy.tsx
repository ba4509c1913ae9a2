import { DownloadButton } from '../ui/download-button.js';
import { useTexts } from '../ui/language.js';
import { editionTexts } from './edition-texts.js';
import { type Edition, editionDocument, type EditionOf, type Format } from './situation-api.js';

/** The text as it stands now on paper, marked as a draft; the public one only where it may be given out. */
export function WorkingCopy({ of, edition, today }: { of: EditionOf; edition: Edition; today: string }) {
  const t = useTexts(editionTexts);
  const { kind, publicFrom, period } = edition;
  const isShort = kind === 'week' || kind === 'month';
  if (of.audience === 'public' && isShort) return <p className="small muted">{t('copyLong')}</p>;
  if (publicFrom !== null && publicFrom > today) return null;
  const button = (format: Format, label: string) => (
    <DownloadButton name={`utkast-lagesbild-${period}.${format}`} file={() => editionDocument(of, format)}>
      {label}
    </DownloadButton>
  );
  return (
    <section className="stack stack--tight">
      <h2>{t('copies')}</h2>
      <p className="muted">{t('copiesText')}</p>
      <div className="row">
        {button('pdf', t('copyPdf'))}
        {button('docx', t('copyWord'))}
      </div>
    </section>
  );
}
