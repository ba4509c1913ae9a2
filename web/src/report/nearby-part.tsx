import { useQuery } from '@tanstack/react-query';
import { useLanguage, useTexts } from '../ui/language.js';
import { Notice } from '../ui/notice.js';
import { useFormat } from '../ui/use-format.js';
import { nearbyQuery, type Category } from './report-api.js';
import type { ReportDraft } from './report-draft.js';
import { reportTexts } from './texts.js';

export interface NearbyPartProps {
  code: string;
  draft: ReportDraft;
  categories: readonly Category[];
}

/** What somebody else may have reported here already; nothing at all when there is nothing, or no network. */
export function NearbyPart({ code, draft, categories }: NearbyPartProps) {
  const t = useTexts(reportTexts);
  const language = useLanguage();
  const f = useFormat();
  const vague = draft.place === null || draft.place.placement === 'area' || draft.place.placement === 'street';
  const { data } = useQuery(nearbyQuery(code, vague ? null : draft.place!.position, draft.categoryCode));
  const found = (data ?? []).filter(({ id }) => id !== draft.id);
  const category = categories.find((one) => one.code === draft.categoryCode);
  const what = (subcategoryCode: string | null) =>
    (category?.subcategories.find((sub) => sub.code === subcategoryCode) ?? category)?.name[language] ?? '';
  return (
    <div aria-live="polite" className="report-nearby">
      {found.length > 0 && (
        <Notice title={t('nearbyTitle')}>
          <p>{t('nearby', { count: found.length })}</p>
          <ul className="report-nearby-list">
            {found.map(({ id, subcategoryCode, occurredFrom, distanceMetres, own }) => (
              <li key={id}>
                {t(own ? 'nearbyOwn' : 'nearbyLine', {
                  what: what(subcategoryCode),
                  when: f.dateTime(occurredFrom),
                  metres: Math.max(10, distanceMetres),
                })}
              </li>
            ))}
          </ul>
          <p>{t('nearbyNote')}</p>
        </Notice>
      )}
    </div>
  );
}
