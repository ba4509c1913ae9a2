import { Link } from '@tanstack/react-router';
import { may, useMembership } from '../api/session.js';
import { DescriptionList } from '../ui/description-list.js';
import { useTexts } from '../ui/language.js';
import { useFormat } from '../ui/use-format.js';
import type { ImportPreview } from './import-api.js';
import { readingTexts } from './reading-texts.js';

const forms = ['point', 'address', 'street', 'area', 'none', 'removed'] as const;

/** The share of the rows that is placed by each means, the very point first. */
export function PlacedList({ code, placed }: { code: string; placed: ImportPreview['placed'] }) {
  const t = useTexts(readingTexts);
  const f = useFormat();
  const mayRegister = may(useMembership(), 'register:write');
  const total = forms.reduce((sum, form) => sum + (placed[form] ?? 0), 0);
  if (total === 0) return null;
  const onMap = (placed.point ?? 0) + (placed.address ?? 0) + (placed.street ?? 0);
  const facts = forms
    .filter((form) => (placed[form] ?? 0) > 0)
    .map((form) => ({
      term: t(`placed_${form}`),
      value: `${f.share((placed[form] ?? 0) / total)} (${f.number(placed[form] ?? 0)})`,
    }));
  return (
    <section className="stack">
      <h2>{t('placedTitle')}</h2>
      <p>{t('placedLead', { share: f.share(onMap / total), count: total })}</p>
      <DescriptionList facts={facts} />
      {mayRegister && (
        <p className="small muted">
          {t('registerHint')}{' '}
          <Link to="/$code/register" params={{ code }}>
            {t('registerLink')}
          </Link>
        </p>
      )}
    </section>
  );
}
