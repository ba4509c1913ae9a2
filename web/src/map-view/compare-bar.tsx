import { useState } from 'react';
import { Button } from '../ui/button.js';
import { useTexts } from '../ui/language.js';
import { Notice } from '../ui/notice.js';
import { todayInSweden } from '../ui/period.js';
import { RadioTiles } from '../ui/radio-tiles.js';
import { Table } from '../ui/table.js';
import { DateField } from '../ui/text-field.js';
import { useFormat } from '../ui/use-format.js';
import { compareTexts } from './compare-texts.js';
import { differenceOf, type Counted, type Difference } from './difference.js';
import type { FilterProps } from './filter-bar.js';
import type { EventCollection } from './map-api.js';
import { comparisons, lengthOf } from './map-period.js';
import type { Compared } from './use-compared.js';

type BarProps = FilterProps & { compared: Compared | null };

/** What is compared with what, and the difference in words. */
export function CompareBar(props: BarProps) {
  const { search, change, compared } = props;
  const t = useTexts(compareTexts);
  return (
    <section className="compare-bar" aria-label={t('title')}>
      <div className="compare-choices">
        <RadioTiles
          legend={t('against')}
          size="small"
          tiles={comparisons.map((value) => ({ value, label: t(value) }))}
          value={search.jamfor ?? 'fjol'}
          onChange={(value) => change({ jamfor: comparisons.find((name) => name === value), jfran: undefined, jtill: undefined })}
        />
        <RadioTiles
          legend={t('look')}
          size="small"
          tiles={[{ value: 'bredvid', label: t('beside') }, { value: 'svep', label: t('swipe') }]}
          value={search.visning ?? 'bredvid'}
          onChange={(value) => change({ visning: value === 'svep' ? value : undefined })}
        />
        <Button icon="close" onClick={() => change({ jamfor: undefined, jfran: undefined, jtill: undefined, visning: undefined })}>
          {t('stop')}
        </Button>
      </div>
      {search.jamfor === 'egen' && (
        <div className="field-pair">
          <DateField label={t('from')} value={search.jfran ?? ''} onChange={({ target }) => change({ jfran: target.value || undefined }, { remember: false })} />
          <DateField label={t('to')} value={search.jtill ?? ''} onChange={({ target }) => change({ jtill: target.value || undefined }, { remember: false })} />
        </div>
      )}
      {compared === null ? (
        <Notice>
          <p>{t('open')}</p>
        </Notice>
      ) : (
        <Outcome {...props} compared={compared} />
      )}
    </section>
  ); // prettier-ignore
}

function Outcome({ data, compared }: BarProps & { compared: Compared }) {
  const t = useTexts(compareTexts);
  const f = useFormat();
  const words = useDifferenceWords();
  const [today] = useState(() => todayInSweden(new Date()));
  if (data.events === undefined || compared.events === undefined) return <output>{t('waiting')}</output>;
  // Days that have not come yet hold no events and are not counted.
  const nowDays = lengthOf({ from: compared.now.from, to: compared.now.to < today ? compared.now.to : today });
  const beforeDays = lengthOf(compared.before);
  const [now, before] = [data.events.total, compared.events.total];
  const difference = differenceOf({ count: now, days: nowDays }, { count: before, days: beforeDays });
  const rows = perCategory(data.events, compared.events);
  return (
    <div className="stack stack--tight">
      <output className="compare-outcome">
        <strong>
          {t('now')} {f.number(now)}, {t('before').toLowerCase()} {f.number(before)}.
        </strong>{' '}
        {words(difference)}
      </output>
      <p className="small muted">{t('note')}</p>
      <details className="chart-table">
        <summary>{t('categories')}</summary>
        <Table
          caption={t('categories')}
          hideCaption
          rows={rows}
          rowKey={({ code }) => code}
          columns={[
            { id: 'category', header: t('category'), rowHeader: true, cell: ({ code }) => data.categoryNames.get(code) ?? code },
            { id: 'now', header: t('now'), numeric: true, cell: (row) => f.number(row.now) },
            { id: 'before', header: t('before'), numeric: true, cell: (row) => f.number(row.before) },
            { id: 'words', header: t('title'), cell: (row) => words(differenceOf({ count: row.now, days: nowDays }, { count: row.before, days: beforeDays } satisfies Counted)) },
          ]}
        />
      </details>
    </div>
  ); // prettier-ignore
}

function perCategory(now: EventCollection, before: EventCollection) {
  const count = (events: EventCollection, code: string) => events.features.filter(({ properties }) => properties.category === code).length; // prettier-ignore
  const codes = new Set([...now.features, ...before.features].map(({ properties }) => properties.category));
  return [...codes]
    .map((code) => ({ code, now: count(now, code), before: count(before, code) }))
    .toSorted((a, b) => b.now + b.before - a.now - a.before);
}

/** A difference as a sentence: how many times as many, and between what. */
function useDifferenceWords(): (difference: Difference) => string {
  const t = useTexts(compareTexts);
  const f = useFormat();
  return (difference) => {
    if (difference.kind === 'too-few') return t('tooFew', { count: difference.together, needed: difference.needed });
    const { ratio, low, high, sure } = difference;
    const over = (value: number) => f.share(Math.abs(value - 1));
    if (sure === 'more') return Number.isFinite(high) && Number.isFinite(ratio) ? t('more', { share: over(ratio), low: over(low), high: over(high) }) : t('moreOpen', { low: over(low) }); // prettier-ignore
    if (sure === 'fewer') return t('fewer', { share: over(ratio), low: over(high), high: over(low) });
    return t('unsure', { low: over(Math.min(1, low)), high: over(Math.max(1, high)) });
  };
}
