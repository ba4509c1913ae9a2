import { useQuery } from '@tanstack/react-query';
import { Button } from '../ui/button.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { useTexts } from '../ui/language.js';
import { Notice } from '../ui/notice.js';
import { RadioTiles } from '../ui/radio-tiles.js';
import { Table } from '../ui/table.js';
import { DateField } from '../ui/text-field.js';
import { useFormat } from '../ui/use-format.js';
import { compareTexts } from './compare-texts.js';
import type { FilterProps } from './filter-bar.js';
import { figuresQuery, type Figures } from './map-api.js';
import { comparisons } from './map-period.js';
import type { Compared } from './use-compared.js';

type Difference = NonNullable<Figures['compared']>['difference'];
type BarProps = FilterProps & { compared: Compared | null };
/** `narrow`: there is no room for two maps beside each other. */
type WholeBarProps = BarProps & { narrow: boolean };

/** What is compared with what, and the difference in words. */
export function CompareBar(props: WholeBarProps) {
  const { search, change, compared, narrow } = props;
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
        {!narrow && (
          <RadioTiles
            legend={t('look')}
            size="small"
            tiles={[{ value: 'bredvid', label: t('beside') }, { value: 'svep', label: t('swipe') }]}
            value={search.visning ?? 'bredvid'}
            onChange={(value) => change({ visning: value === 'svep' ? value : undefined })}
          />
        )}
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

function Outcome({ code, data, compared }: BarProps & { compared: Compared }) {
  const t = useTexts(compareTexts);
  const f = useFormat();
  const words = useDifferenceWords();
  const figures = useQuery(figuresQuery(code, data.filter, compared.before));
  const result = figures.isPlaceholderData ? undefined : figures.data?.compared;
  if (result === undefined || result === null)
    return figures.error ? <ErrorNotice error={figures.error} /> : <output>{t('waiting')}</output>;
  return (
    <div className="stack stack--tight">
      <output className="compare-outcome">
        <strong>
          {t('now')} {f.number(result.difference.now)}, {t('before').toLowerCase()} {f.number(result.difference.before)}.
        </strong>{' '}
        {words(result.difference)}
      </output>
      <p className="small muted">{t('note')}</p>
      <details className="chart-table">
        <summary>{t('categories')}</summary>
        <Table
          caption={t('categories')}
          hideCaption
          rows={result.categories}
          rowKey={({ code: one }) => one}
          columns={[
            { id: 'category', header: t('category'), rowHeader: true, cell: ({ code: one }) => data.categoryNames.get(one) ?? one },
            { id: 'now', header: t('now'), numeric: true, cell: ({ difference }) => f.number(difference.now) },
            { id: 'before', header: t('before'), numeric: true, cell: ({ difference }) => f.number(difference.before) },
            { id: 'words', header: t('difference'), cell: ({ difference }) => words(difference) },
          ]}
        />
      </details>
    </div>
  ); // prettier-ignore
}

/** A difference as a sentence: how many times as many per day, and between what. */
function useDifferenceWords(): (difference: Difference) => string {
  const t = useTexts(compareTexts);
  const f = useFormat();
  return ({ status, now, before, neededMore, ratio, low, high }) => {
    if (status === 'too-few') return t('tooFew', { count: now + before, needed: neededMore });
    const over = (value: number) => f.share(Math.abs(value - 1));
    if (status === 'more') return ratio === null || high === null ? t('moreOpen', { low: over(low) }) : t('more', { share: over(ratio), low: over(low), high: over(high) });
    if (status === 'fewer') return t('fewer', { share: over(ratio ?? 0), low: over(high ?? 1), high: over(low) });
    return t('unsure', { low: over(Math.min(1, low)), high: over(Math.max(1, high ?? 1)) });
  }; // prettier-ignore
}
