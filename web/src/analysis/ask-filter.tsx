import { useQuery } from '@tanstack/react-query';
import { useLanguage, useTexts } from '../ui/language.js';
import { isPeriodName, periodNames } from '../ui/period.js';
import { Select } from '../ui/select.js';
import { DateField } from '../ui/text-field.js';
import { questionWords, sourceNames, type AnalysisSearch, type QuestionWord } from './analysis-search.js';
import { areasQuery, categoriesQuery, hotspotsQuery } from './ground-api.js';
import { analysisTexts } from './texts.js';
import type { ChangeSearch } from './use-analysis-search.js';

export interface FilterProps {
  code: string;
  word: QuestionWord;
  search: AnalysisSearch;
  change: ChangeSearch;
}

/** What the question is about: a few choices that take effect at once. */
export function AskFilter(props: FilterProps) {
  const t = useTexts(analysisTexts);
  const question = questionWords[props.word];
  const aboutPlace = question === 'effect' || question === 'trend';
  return (
    <section className="analysis-filter" aria-label={t('filter')}>
      {aboutPlace && <HotspotChoice {...props} />}
      {question === 'effect' ? <EffortDays {...props} /> : <PeriodChoice {...props} />}
      <CategoryChoice {...props} />
      <SourceChoice {...props} />
      {!aboutPlace && <AreaChoice {...props} />}
    </section>
  );
}

function PeriodChoice({ search, change }: FilterProps) {
  const t = useTexts(analysisTexts);
  const { period = '12m', fran = '', till = '' } = search;
  return (
    <>
      <Select
        label={t('period')}
        placeholder={null}
        value={period}
        choices={periodNames.map((value) => ({ value, label: t(`p${value}`) }))}
        onChange={({ target: { value } }) =>
          change({ period: isPeriodName(value) && value !== '12m' ? value : undefined, fran: undefined, till: undefined })
        }
      />
      {period === 'egen' && (
        <>
          <DateField label={t('from')} value={fran} onChange={({ target }) => change({ fran: target.value || undefined })} />
          <DateField label={t('to')} value={till} onChange={({ target }) => change({ till: target.value || undefined })} />
        </>
      )}
    </>
  );
} // prettier-ignore

function CategoryChoice({ code, search: { kategori = [] }, change }: FilterProps) {
  const t = useTexts(analysisTexts);
  const language = useLanguage();
  const categories = useQuery(categoriesQuery(code)).data ?? [];
  const several = kategori.length > 1 ? [{ value: kategori.join(), label: t('categorySeveral', { count: kategori.length }) }] : []; // prettier-ignore
  return (
    <Select
      label={t('category')}
      placeholder={t('categoryAll')}
      value={kategori.join()}
      choices={[...several, ...categories.map((one) => ({ value: one.code, label: one.name[language] }))]}
      onChange={({ target: { value } }) => change({ kategori: value === '' ? undefined : value.split(',') })}
    />
  );
}

function SourceChoice({ search: { kalla }, change }: FilterProps) {
  const t = useTexts(analysisTexts);
  return (
    <Select
      label={t('source')}
      placeholder={t('sourceAll')}
      value={kalla ?? ''}
      choices={sourceNames.map((value) => ({ value, label: t(value) }))}
      onChange={({ target }) => change({ kalla: sourceNames.find((name) => name === target.value) })}
    />
  );
}

function AreaChoice({ code, search: { omrade = '' }, change }: FilterProps) {
  const t = useTexts(analysisTexts);
  const areas = useQuery(areasQuery(code)).data?.features ?? [];
  if (areas.length === 0) return null;
  return (
    <Select
      label={t('area')}
      placeholder={t('areaAll')}
      value={omrade}
      choices={areas.map(({ properties }) => ({ value: String(properties['id']), label: String(properties['name']) }))}
      onChange={({ target }) => change({ omrade: target.value || undefined })}
    />
  );
}

function HotspotChoice({ code, word, search: { hotspot = '' }, change }: FilterProps) {
  const t = useTexts(analysisTexts);
  const hotspots = useQuery(hotspotsQuery(code, useLanguage())).data ?? [];
  return (
    <Select
      label={t('hotspot')}
      placeholder={t(word === 'hjalpte' ? 'hotspotChoose' : 'hotspotAll')}
      value={hotspot}
      choices={hotspots.map(({ id, name }) => ({ value: id, label: name }))}
      onChange={({ target }) => change({ hotspot: target.value || undefined, foreTill: undefined })}
    />
  );
}

function EffortDays({ search: { insatsFran = '', insatsTill = '' }, change }: FilterProps) {
  const t = useTexts(analysisTexts);
  const set = (name: 'insatsFran' | 'insatsTill') => ({ target }: { target: HTMLInputElement }) => change({ [name]: target.value || undefined, foreTill: undefined }); // prettier-ignore
  return (
    <>
      <DateField label={t('effortFrom')} value={insatsFran} onChange={set('insatsFran')} />
      <DateField label={t('effortTo')} hint={t('effortHint')} value={insatsTill} onChange={set('insatsTill')} />
    </>
  );
}
