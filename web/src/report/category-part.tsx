import { useState } from 'react';
import { Button } from '../ui/button.js';
import { CategoryIcon } from '../ui/icons.js';
import { useLanguage, useTexts } from '../ui/language.js';
import { RadioTiles } from '../ui/radio-tiles.js';
import type { Category } from './report-api.js';
import type { Report } from './use-report.js';
import { reportTexts } from './texts.js';

const shownFirst = 8;

/** Those used before stand first, the rest as the municipality has them. */
function ordered(categories: readonly Category[], used: readonly string[]): Category[] {
  const rank = (code: string) => (used.includes(code) ? used.indexOf(code) : used.length);
  return categories.filter((category) => category.reportable).toSorted((a, b) => rank(a.code) - rank(b.code));
}

/** What has happened: eight large tiles, more behind a button, and the sort of it as chips. */
export function CategoryPart({ report, categories }: { report: Report; categories: readonly Category[] }) {
  const t = useTexts(reportTexts);
  const language = useLanguage();
  const { draft, change, errors, habits } = report;
  const [order] = useState(() => ordered(categories, habits.categories));
  const hidden = order.slice(shownFirst).some(({ code }) => code === draft.categoryCode);
  const [all, setAll] = useState(hidden || order.length <= shownFirst);
  const choose = (categoryCode: string) => {
    const calendar = order.find(({ code }) => code === categoryCode)?.kind === 'calendar';
    const other = { kind: 'other', from: { date: '', time: '' }, to: { date: '', time: '' } } as const;
    const time = calendar && draft.time?.kind !== 'other' ? { time: other } : {};
    change({ categoryCode, subcategoryCode: null, ...time }, 'category');
  };
  return (
    <div className="report-part" id="report-category">
      <RadioTiles
        legend={t('category')}
        tiles={(all ? order : order.slice(0, shownFirst)).map((category) => ({
          value: category.code,
          label: category.name[language],
          icon: <CategoryIcon code={category.code} size={28} />,
        }))}
        value={draft.categoryCode}
        onChange={choose}
        error={errors.category}
      />
      {!all && (
        <Button look="quiet" icon="chevronDown" onClick={() => setAll(true)}>
          {t('moreCategories')}
        </Button>
      )}
      <Subcategories report={report} category={order.find(({ code }) => code === draft.categoryCode)} />
      {!report.placeBound && <p className="muted small">{t('placeless')}</p>}
    </div>
  );
}

function Subcategories({ report, category }: { report: Report; category: Category | undefined }) {
  const t = useTexts(reportTexts);
  const language = useLanguage();
  const { draft, change } = report;
  const choices = category?.subcategories.filter((sub) => sub.reportable) ?? [];
  if (category === undefined || choices.length === 0) return null;
  const severity = choices.find(({ code }) => code === draft.subcategoryCode)?.severity ?? category.severity;
  return (
    <div className="report-chips">
      <RadioTiles
        legend={t('subcategory')}
        size="small"
        tiles={[
          ...choices.map((sub) => ({ value: sub.code, label: sub.name[language] })),
          { value: '', label: t('subcategoryNone') },
        ]}
        value={draft.subcategoryCode}
        onChange={(code) => change({ subcategoryCode: code === '' ? null : code }, 'category')}
      />
      {(severity === 1 || severity === 2 || severity === 3) && (
        <p className="muted small" aria-live="polite">
          {t(`severity${severity}`)}
        </p>
      )}
    </div>
  );
}
