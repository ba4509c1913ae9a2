import { useQuery } from '@tanstack/react-query';
import { Select } from '../ui/select.js';
import { areasQuery } from './review-api.js';
import { reviewSources, shelves, type ReviewSearch } from './review-search.js';
import type { Words } from './use-words.js';

interface ReviewFilterProps {
  code: string;
  search: ReviewSearch;
  onChange: (change: Partial<Record<keyof ReviewSearch, string | undefined>>) => void;
  words: Words;
}

/** Which reports the list holds; each choice takes effect at once. */
export function ReviewFilter({ code, search, onChange, words: { t, categories, language } }: ReviewFilterProps) {
  const areas = useQuery(areasQuery(code)).data;
  return (
    <div className="review-filter">
      <Select
        label={t('show')}
        placeholder={null}
        value={search.visa ?? 'att-granska'}
        choices={shelves.map((value) => ({ value, label: t(`visa-${value}`) }))}
        onChange={({ target }) => onChange({ visa: target.value })}
      />
      <Select
        label={t('source')}
        placeholder={t('allSources')}
        value={search.kalla ?? ''}
        choices={reviewSources.map((value) => ({ value, label: t(value) }))}
        onChange={({ target }) => onChange({ kalla: target.value || undefined })}
      />
      <Select
        label={t('category')}
        placeholder={t('allCategories')}
        value={search.kategori ?? ''}
        choices={categories.map((one) => ({ value: one.code, label: one.name[language] }))}
        onChange={({ target }) => onChange({ kategori: target.value || undefined })}
      />
      <Select
        label={t('area')}
        placeholder={t('allAreas')}
        value={search.omrade ?? ''}
        choices={areaChoices(areas)}
        onChange={({ target }) => onChange({ omrade: target.value || undefined })}
      />
    </div>
  );
}

function areaChoices(areas: unknown): { value: string; label: string }[] {
  const features = (areas as { features?: { properties: { id: string; name: string } }[] } | undefined)?.features ?? [];
  return features.map(({ properties }) => ({ value: properties.id, label: properties.name }));
}
