import { useQuery } from '@tanstack/react-query';
import { useLanguage, useTexts } from '../ui/language.js';
import { useFormat } from '../ui/use-format.js';
import { categoriesQuery, type Review, type Twin } from './review-api.js';
import { reviewTexts } from './texts.js';

type Observed = Review | Twin;

/** What is said of a report in words: its category, time, place and source. */
export function useWords(code: string) {
  const t = useTexts(reviewTexts);
  const f = useFormat();
  const language = useLanguage();
  const categories = useQuery(categoriesQuery(code)).data ?? [];

  const categoryName = (category: string) =>
    categories.find((one) => one.code === category)?.name[language] ?? category;
  const subcategoryName = (category: string, sub: string) =>
    categories.find((one) => one.code === category)?.subcategories.find((one) => one.code === sub)?.name[language] ??
    sub;
  const what = ({ categoryCode, subcategoryCode }: Observed) =>
    subcategoryCode === null
      ? categoryName(categoryCode)
      : `${categoryName(categoryCode)}: ${subcategoryName(categoryCode, subcategoryCode).toLocaleLowerCase(language)}`;
  const moment = (iso: string, precision: string) => (precision === 'day' ? f.date(iso) : f.dateTime(iso));
  const when = (item: Observed) => {
    const from = moment(item.occurredFrom, item.timePrecision);
    return item.occurredTo === null || item.occurredTo === item.occurredFrom
      ? from
      : t('between', { from, to: moment(item.occurredTo, item.timePrecision) });
  };
  const precisions = { point: 'precisionPoint', address: 'precisionAddress', street: 'precisionStreet', area: 'precisionArea' } as const; // prettier-ignore
  const where = (item: Observed) => {
    const named = ('place' in item ? item.place : null) ?? item.address;
    const key = precisions[item.precision as keyof typeof precisions];
    const words = named ?? (item.position === null || key === undefined ? t('noPlace') : t(key));
    const accuracy = 'accuracyMetres' in item ? item.accuracyMetres : null;
    return accuracy === null ? words : t('accuracy', { place: words, metres: Math.round(accuracy) });
  };
  const source = (item: Observed) => item.organisation ?? t(item.source === 'police' ? 'polis' : 'personal');
  const apart = ({ distanceMetres, minutesApart }: Twin) => {
    const hours = Math.round(minutesApart / 60);
    const time =
      minutesApart === 0
        ? t('sameTime')
        : minutesApart < 90
          ? t('minutes', { count: minutesApart })
          : t('hours', { count: hours });
    return t('twinApart', { metres: f.number(distanceMetres), time });
  };
  const status = (value: string) => t(`s_${value as 'received'}`);
  return { t, f, language, categories, categoryName, subcategoryName, what, when, where, source, apart, status };
}

export type Words = ReturnType<typeof useWords>;
