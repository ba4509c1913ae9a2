import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { components } from '../api/openapi.js';
import { may, useMembership } from '../api/session.js';
import { Button } from '../ui/button.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { useTexts } from '../ui/language.js';
import { Skeleton } from '../ui/skeleton.js';
import { Table } from '../ui/table.js';
import { useFormat } from '../ui/use-format.js';
import { reportsQuery, type EventFilter } from './map-api.js';
import { panelTexts } from './panel-texts.js';

export type Incident = components['schemas']['Incident'];

interface ListProps {
  code: string;
  filter: EventFilter;
  names: ReadonlyMap<string, string>;
  /** Stands under the number of reports. */
  children?: ReactNode;
}

/** The reports and rows of a filter, page by page, the latest first. For those who may open them. */
export function ReportList({ code, filter, names, children }: ListProps) {
  const t = useTexts(panelTexts);
  const query = useInfiniteQuery(reportsQuery(code, filter));
  if (query.isPending) return <Skeleton lines={6} />;
  if (query.data === undefined) return <ErrorNotice error={query.error} onRetry={() => void query.refetch()} />;
  const rows = query.data.pages.flatMap(({ items }) => items);
  const total = query.data.pages[0]?.total ?? rows.length;
  return (
    <div className="stack">
      <output className="mapview-sentence">{t('reports', { count: total })}</output>
      {children}
      <ReportTable code={code} rows={rows} names={names} />
      <ErrorNotice error={query.error} />
      {rows.length > 0 && (
        <div className="row">
          <output className="muted">{t('shown', { shown: rows.length, total })}</output>
          {query.hasNextPage && (
            <Button busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
              {t('more')}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}

/** Where a report came from, and when it happened, as they are said. */
export function useReportWords() {
  const t = useTexts(panelTexts);
  const f = useFormat();
  return {
    source: ({ source, organisation }: Incident) => organisation ?? t(source === 'report' || source === 'police' ? source : 'external'), // prettier-ignore
    /** As narrow as a column of a table beside the map. */
    briefly: ({ timePrecision, occurredFrom }: Incident) => (
      <span style={{ whiteSpace: 'nowrap' }}>
        {f.date(occurredFrom, 'numeric')}
        {timePrecision !== 'day' && <br />}
        {timePrecision !== 'day' && f.time(occurredFrom)}
      </span>
    ),
    when: ({ timePrecision, occurredFrom }: Incident) => (timePrecision === 'day' ? f.date(occurredFrom) : f.dateTime(occurredFrom)), // prettier-ignore
    where: ({ address, position }: Incident) => address ?? (position === null ? t('withoutPlace') : '–'),
    text: ({ descriptionHidden, description }: Incident) =>
      descriptionHidden ? <em className="muted">{t('hidden')}</em> : (description ?? '–'),
  };
}

/** The shelf of the inbox where a report of this status lies. */
const shelves: Readonly<Record<string, 'fragade' | 'godkanda'>> = { asked: 'fragade', accepted: 'godkanda', merged: 'godkanda' }; // prettier-ignore

interface LinkProps {
  code: string;
  report: Incident;
  children: ReactNode;
}

/** Opens a report where it can be corrected and decided on, for those who do; for others the words alone. */
export function ReportLink({ code, report, children }: LinkProps) {
  const visa = shelves[report.status];
  if (!may(useMembership(), 'incident:review')) return children;
  return (
    <Link to="/$code/granska" params={{ code }} search={{ valt: report.id, ...(visa === undefined ? {} : { visa }) }}>
      {children}
    </Link>
  );
}

interface TableProps {
  code: string;
  rows: readonly Incident[];
  names: ReadonlyMap<string, string>;
}

function ReportTable({ code, rows, names }: TableProps) {
  const t = useTexts(panelTexts);
  const words = useReportWords();
  return (
    <Table
      caption={t('reportsCaption')}
      hideCaption
      rows={rows}
      rowKey={(row) => row.id}
      empty={t('noReports')}
      columns={[
        { id: 'when', header: t('when'), rowHeader: true, cell: (row) => <ReportLink code={code} report={row}>{words.briefly(row)}</ReportLink> },
        { id: 'category', header: t('category'), cell: (row) => names.get(row.categoryCode) ?? row.categoryCode },
        { id: 'where', header: t('where'), cell: words.where },
        { id: 'source', header: t('source'), cell: words.source },
        { id: 'text', header: t('text'), cell: words.text },
      ]}
    />
  ); // prettier-ignore
}
