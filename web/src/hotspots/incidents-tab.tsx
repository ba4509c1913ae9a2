import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { may, useMembership } from '../api/session.js';
import { Button } from '../ui/button.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { useLanguage, useTexts } from '../ui/language.js';
import { Notice } from '../ui/notice.js';
import { Skeleton } from '../ui/skeleton.js';
import { Table } from '../ui/table.js';
import { useFormat } from '../ui/use-format.js';
import { categoryNamesQuery, hotspotIncidentsQuery, type HotspotDetail, type Incident } from './hotspot-api.js';
import { hotspotTexts } from './texts.js';

interface TabProps {
  code: string;
  hotspot: HotspotDetail;
}

/** The reports and rows within the place, for those who may open them. */
export function IncidentsTab({ code, hotspot }: TabProps) {
  const t = useTexts(hotspotTexts);
  const mayRead = may(useMembership(), 'incident:read');
  if (mayRead) return <Incidents code={code} hotspot={hotspot} />;
  return (
    <Notice>
      <p>{t('notAllowed')}</p>
    </Notice>
  );
}

function Incidents({ code, hotspot }: TabProps) {
  const t = useTexts(hotspotTexts);
  const { data, error, isPending, refetch, fetchNextPage, hasNextPage, isFetchingNextPage } = useInfiniteQuery(
    hotspotIncidentsQuery(code, hotspot),
  );
  if (isPending) return <Skeleton lines={6} />;
  if (data === undefined) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  const rows = data.pages.flatMap(({ items }) => items);
  const total = data.pages[0]?.total ?? rows.length;
  return (
    <div className="stack">
      <IncidentTable code={code} rows={rows} />
      <ErrorNotice error={error} />
      {rows.length > 0 && (
        <div className="row">
          <output className="muted">{t('shown', { shown: rows.length, total })}</output>
          {hasNextPage && (
            <Button busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
              {t('more')}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}

const precisions = ['point', 'address', 'street', 'area'] as const;

function IncidentTable({ code, rows }: { code: string; rows: readonly Incident[] }) {
  const t = useTexts(hotspotTexts);
  const f = useFormat();
  const language = useLanguage();
  const categories = useQuery(categoryNamesQuery(code)).data ?? [];
  const nameOf = (categoryCode: string) =>
    categories.find((category) => category.code === categoryCode)?.name[language] ?? categoryCode;
  const sourceOf = ({ source, organisation }: Incident) =>
    organisation ?? t(source === 'report' || source === 'police' ? source : 'external');
  const precisionOf = ({ precision, address }: Incident) => {
    const word = t(precisions.find((one) => one === precision) ?? 'none');
    return address === null ? word : `${address} (${word.toLowerCase()})`;
  };
  return (
    <Table
      caption={t('incidentsCaption')}
      hideCaption
      rows={rows}
      rowKey={(row) => row.id}
      empty={t('noIncidents')}
      columns={[
        {
          id: 'when',
          header: t('when'),
          rowHeader: true,
          cell: (row) => <span className="hotspot-when">{row.timePrecision === 'day' ? f.date(row.occurredFrom) : f.dateTime(row.occurredFrom)}</span>,
        },
        {
          id: 'category',
          header: t('category'),
          cell: (row) => (row.crimeCount > 1 ? `${nameOf(row.categoryCode)}, ${t('crimesHere', { count: row.crimeCount })}` : nameOf(row.categoryCode)),
        },
        { id: 'source', header: t('source'), cell: sourceOf },
        { id: 'precision', header: t('precision'), cell: precisionOf },
        {
          id: 'text',
          header: t('text'),
          cell: (row) =>
            row.descriptionHidden ? <em className="muted">{t('hidden')}</em> : row.description || t('noText'),
        },
      ]}
    />
  ); // prettier-ignore
}
