import { useState } from 'react';
import { may, useMembership } from '../api/session.js';
import { useTexts } from '../ui/language.js';
import { Notice } from '../ui/notice.js';
import { todayInSweden } from '../ui/period.js';
import { useFormat } from '../ui/use-format.js';
import { filterOf, type EventFilter } from './map-api.js';
import type { PanelProps } from './map-panel.js';
import type { MapSearch } from './map-search.js';
import { panelTexts } from './panel-texts.js';
import { ReportList } from './report-list.js';
import { windowAt } from './time-window.js';
import { stepOf } from './use-shown-events.js';

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
export function EventsTab({ code, search, data }: PanelProps) {
  const t = useTexts(panelTexts);
  const f = useFormat();
  const [today] = useState(() => todayInSweden(new Date()));
  const { from, to } = windowAt(search.stund ?? today, stepOf(search));
  if (!may(useMembership(), 'incident:read')) {
    return (
      <Notice>
        <p>{t('notAllowed')}</p>
      </Notice>
    );
  }
  return (
    <ReportList code={code} filter={momentOf(search, today)} names={data.categoryNames}>
      {search.stund !== undefined && <p className="small muted">{t('window', { period: f.period(from, to) })}</p>}
    </ReportList>
  );
}
