import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { components } from '../api/openapi.js';
import { may, useMembership } from '../api/session.js';
import { Button } from '../ui/button.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { useTexts } from '../ui/language.js';
import { Notice } from '../ui/notice.js';
import { todayInSweden } from '../ui/period.js';
import { Skeleton } from '../ui/skeleton.js';
import { Table } from '../ui/table.js';
import { useFormat } from '../ui/use-format.js';
import { filterOf, reportsQuery, type EventFilter } from './map-api.js';
import type { PanelProps } from './map-panel.js';
import type { MapSearch } from './map-search.js';
import { panelTexts } from './panel-texts.js';
import { windowAt } from './time-window.js';
import { stepOf } from './use-shown-events.js';

type Incident = components['schemas']['Incident'];

/** The filter of the moment: the time slider's window, cut off where the period ends. */
export function momentOf(search: MapSearch, today: string): EventFilter {
  const filter = filterOf(search, today);
  if (search.stund === undefined) return filter;
  const { from, to } = windowAt(search.stund, stepOf(search));
  const first = filter.from !== undefined && filter.from > from ? filter.from : from;
  const last = filter.to !== undefined && filter.to < to ? filter.to : to;
  return { ...filter, from: first, to: last };
}

/** What the figures count: the reports and rows themselves, for those who may open them. */
export function EventsTab(props: PanelProps) {
  const t = useTexts(panelTexts);
  const mayRead = may(useMembership(), 'incident:read');
  if (mayRead) return <Reports {...props} />;
  return (
    <Notice>
      <p>{t('notAllowed')}</p>
    </Notice>
  );
}

function Reports({ code, search, data }: PanelProps) {
  const t = useTexts(panelTexts);
  const f = useFormat();
  const [today] = useState(() => todayInSweden(new Date()));
  const query = useInfiniteQuery(reportsQuery(code, momentOf(search, today)));
  if (query.isPending) return <Skeleton lines={6} />;
  if (query.data === undefined) return <ErrorNotice error={query.error} onRetry={() => void query.refetch()} />;
  const rows = query.data.pages.flatMap(({ items }) => items);
  const total = query.data.pages[0]?.total ?? rows.length;
  const { from, to } = windowAt(search.stund ?? today, stepOf(search));
  return (
    <div className="stack">
      <output className="mapview-sentence">{t('reports', { count: total })}</output>
      {search.stund !== undefined && <p className="small muted">{t('window', { period: f.period(from, to) })}</p>}
      <ReportTable rows={rows} names={data.categoryNames} />
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

function ReportTable({ rows, names }: { rows: readonly Incident[]; names: ReadonlyMap<string, string> }) {
  const t = useTexts(panelTexts);
  const f = useFormat();
  const sourceOf = ({ source, organisation }: Incident) =>
    organisation ?? t(source === 'report' || source === 'police' ? source : 'external');
  const when = (row: Incident) => (row.timePrecision === 'day' ? f.date(row.occurredFrom) : f.dateTime(row.occurredFrom)); // prettier-ignore
  return (
    <Table
      caption={t('reportsCaption')}
      hideCaption
      rows={rows}
      rowKey={(row) => row.id}
      empty={t('noReports')}
      columns={[
        { id: 'when', header: t('when'), rowHeader: true, cell: when },
        { id: 'category', header: t('category'), cell: (row) => names.get(row.categoryCode) ?? row.categoryCode },
        { id: 'where', header: t('where'), cell: (row) => row.address ?? (row.position === null ? t('withoutPlace') : '–') },
        { id: 'source', header: t('source'), cell: sourceOf },
        {
          id: 'text',
          header: t('text'),
          cell: (row) => (row.descriptionHidden ? <em className="muted">{t('hidden')}</em> : (row.description ?? '–')),
        },
      ]}
    />
  ); // prettier-ignore
}
