import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { lazy, Suspense, useMemo, useState } from 'react';
import { may, useMembership } from '../api/session.js';
import { Button, IconButton } from '../ui/button.js';
import { CopyPicture } from '../ui/copy-picture-button.js';
import { Dialog } from '../ui/dialog.js';
import { EmptyState } from '../ui/empty-state.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { formatDate } from '../ui/format.js';
import { useLanguage, useTexts } from '../ui/language.js';
import { Page } from '../ui/page.js';
import { Select } from '../ui/select.js';
import { Skeleton } from '../ui/skeleton.js';
import { activitiesQuery, type CalendarActivity, type CalendarSuggestion, entriesQuery, ownersQuery, suggestionsQuery } from './calendar-api.js'; // prettier-ignore
import type { CalendarSearch } from './calendar-search.js';
import { numbersOf, ofYear } from './calendar-view.js';
import './calendar.css';
import { EntryList } from './entry-list.js';
import { EntryPanel } from './entry-panel.js';
import { SuggestionList } from './suggestion-list.js';
import { calendarTexts } from './texts.js';
import { Wheel } from './wheel.js';

const ActivityForm = lazy(() => import('./activity-form.js').then((module) => ({ default: module.ActivityForm })));
const kinds = ['activity', 'communication', 'risk-weekend', 'arrangement', 'school-break', 'national-day'] as const;

/** What comes back each year, as a wheel and as a list. */
export function CalendarPage() {
  const { code } = useParams({ from: '/signed-in/$code/arshjul' });
  const search = useSearch({ from: '/signed-in/$code/arshjul' });
  const navigate = useNavigate();
  const t = useTexts(calendarTexts);
  const language = useLanguage();
  const mayWrite = may(useMembership(), 'calendar:write');
  const [today] = useState(() => formatDate(new Date().toISOString(), 'sv', 'numeric'));
  const year = search.ar ?? Number(today.slice(0, 4));
  const entries = useQuery(entriesQuery(code, year, language));
  const activities = useQuery(activitiesQuery(code, language));
  const suggestions = useQuery({ ...suggestionsQuery(code, language), enabled: mayWrite });
  const go = (change: CalendarSearch, replace = false) =>
    void navigate({ to: '/$code/arshjul', params: { code }, search: without({ ...search, ...change }), replace });

  const error = entries.error ?? activities.error;
  const found = [...(activities.data ?? []), ...(suggestions.data ?? [])];
  const writing = search.aktivitet === undefined || !mayWrite ? undefined : writtenFrom(search.aktivitet, found);
  const close = () => go({ tillfalle: '', aktivitet: '' });
  const open = entries.data?.find(({ id }) => id === search.tillfalle) ?? null;
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      actions={
        <>
          <Button onClick={() => window.print()}>{t('print')}</Button>
          {mayWrite && (
            <Button look="primary" icon="plus" onClick={() => go({ aktivitet: 'ny' })}>
              {t('add')}
            </Button>
          )}
        </>
      }
    >
      <ErrorNotice error={error} onRetry={() => void Promise.all([entries.refetch(), activities.refetch()])} />
      {(entries.data === undefined || activities.data === undefined) && error === null && <Skeleton lines={8} />}
      {entries.data !== undefined && activities.data !== undefined && (
        <Year code={code} year={year} today={today} entries={entries.data} activities={activities.data} search={search} go={go} />
      )}
      {mayWrite && suggestions.data !== undefined && (
        <SuggestionList code={code} suggestions={suggestions.data} onFill={(one) => go({ aktivitet: `forslag-${one}` })} />
      )}
      <EntryPanel
        code={code}
        entry={writing === undefined ? open : null}
        activity={activities.data?.find(({ id }) => id === open?.activityId) ?? null}
        mayWrite={mayWrite}
        onClose={close}
        onEdit={(id) => go({ tillfalle: '', aktivitet: id })}
      />
      <Dialog open={writing !== undefined} onClose={close} title={t(writing !== undefined && writing !== null && 'version' in writing ? 'editTitle' : 'newTitle')} place="side">
        <Suspense fallback={<Skeleton lines={6} />}>
          {writing !== undefined && <ActivityForm key={search.aktivitet} code={code} year={year} from={writing} onClose={close} />}
        </Suspense>
      </Dialog>
    </Page>
  ); // prettier-ignore
}

/** What the form begins with; `undefined` while what the address names has not come. */
function writtenFrom(named: string, found: readonly (CalendarActivity | CalendarSuggestion)[]) {
  if (named === 'ny') return null;
  return found.find((one) => ('version' in one ? one.id === named : `forslag-${one.code}` === named));
}

/** The address without what is empty. */
function without(search: CalendarSearch): CalendarSearch {
  return Object.fromEntries(Object.entries(search).filter(([, value]) => value !== '' && value !== undefined));
}

interface YearProps {
  code: string;
  year: number;
  today: string;
  entries: Parameters<typeof numbersOf>[0];
  activities: readonly CalendarActivity[];
  search: CalendarSearch;
  go: (change: CalendarSearch, replace?: boolean) => void;
}

function Year({ code, year, today, entries, activities, search, go }: YearProps) {
  const t = useTexts(calendarTexts);
  const owners = useQuery(ownersQuery(code)).data;
  const names = useMemo(() => new Map((owners ?? []).map(({ id, name }) => [id, name])), [owners]);
  const chosen = useMemo(
    () => entries.filter(({ kind, organisationId }) => (search.slag === undefined || kind === search.slag) && (search.agare === undefined || organisationId === search.agare)),
    [entries, search.slag, search.agare],
  ); // prettier-ignore
  const inYear = useMemo(() => ofYear(chosen, year), [chosen, year]);
  const numbers = useMemo(() => numbersOf(inYear), [inYear]);
  const dated = new Set(entries.map(({ activityId }) => activityId));
  const undated = activities.filter(
    (one) =>
      (one.rule.kind === 'undated' || one.times !== null || (one.next === null && !dated.has(one.id))) &&
      (search.slag === undefined || one.kind === search.slag) &&
      (search.agare === undefined || one.organisationId === search.agare),
  );
  const owning = (owners ?? []).filter(({ id }) => activities.some(({ organisationId }) => organisationId === id));
  const select = (id: string) => go({ tillfalle: id });
  return (
    <div className="calendar">
      <div className="calendar-wheel" data-picture>
        <YearSwitch year={year} today={today} go={go} />
        <Wheel year={year} today={today} entries={inYear} numbers={numbers} selected={search.tillfalle ?? null} onSelect={select} />
        <CopyPicture title={t('wheelOf', { year: String(year) })} />
      </div>
      <div className="calendar-side">
        <div className="field-pair calendar-filter">
          <Select
            label={t('owner')}
            placeholder={t('everyone')}
            value={search.agare ?? ''}
            choices={owning.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(event) => go({ agare: event.target.value }, true)}
          />
          <Select
            label={t('kind')}
            placeholder={t('allKinds')}
            value={search.slag ?? ''}
            choices={kinds.map((value) => ({ value, label: t(`kind-${value}`) }))}
            onChange={(event) => go({ slag: event.target.value }, true)}
          />
        </div>
        {activities.length === 0 && (
          <EmptyState icon="wheel" title={t('emptyTitle')}>
            {t('emptyText')}
          </EmptyState>
        )}
        <EntryList
          year={year}
          today={today}
          entries={today.startsWith(String(year)) ? chosen : inYear}
          undated={undated}
          numbers={numbers}
          owners={names}
          selected={search.tillfalle ?? null}
          onSelect={select}
          onActivity={(id) => go({ aktivitet: id })}
        />
      </div>
    </div>
  ); // prettier-ignore
}

function YearSwitch({ year, today, go }: Pick<YearProps, 'year' | 'today' | 'go'>) {
  const t = useTexts(calendarTexts);
  const now = Number(today.slice(0, 4));
  return (
    <div className="calendar-years">
      <IconButton icon="back" label={t('previousYear', { year: String(year - 1) })} disabled={year <= 1990} onClick={() => go({ ar: year - 1 })} />
      <strong aria-live="polite">{year}</strong>
      <IconButton icon="chevronRight" label={t('nextYear', { year: String(year + 1) })} disabled={year >= 2100} onClick={() => go({ ar: year + 1 })} />
      {year !== now && (
        <Button look="quiet" onClick={() => go({ ar: now })}>
          {t('thisYear')}
        </Button>
      )}
    </div>
  ); // prettier-ignore
}
