import { useTexts } from '../ui/language.js';
import { StatusTag } from '../ui/status-tag.js';
import { useFormat } from '../ui/use-format.js';
import { VisuallyHidden } from '../ui/visually-hidden.js';
import type { CalendarActivity, CalendarEntry } from './calendar-api.js';
import { byMonth, daysUntil, grouped } from './calendar-view.js';
import { calendarTexts } from './texts.js';

interface EntryListProps {
  year: number;
  today: string;
  entries: readonly CalendarEntry[];
  /** Those without any date in the rule: running work, when needed, so many times a year. */
  undated: readonly CalendarActivity[];
  numbers: ReadonlyMap<string, number>;
  owners: ReadonlyMap<string, string>;
  selected: string | null;
  onSelect: (id: string) => void;
  onActivity: (id: string) => void;
}

/** The wheel as a list: what is to be prepared first, then what comes, month by month, then what was. */
export function EntryList({ year, today, entries, undated, onActivity, ...row }: EntryListProps) {
  const t = useTexts(calendarTexts);
  const running = today.startsWith(String(year));
  const { prepare, coming, past } = running ? grouped(entries, today) : { prepare: [], coming: entries, past: [] };
  const shown = coming.filter(({ date }) => !running || date <= `${year}-12-31`);
  const later = coming.filter((entry) => !shown.includes(entry));
  return (
    <div className="calendar-list">
      {prepare.length > 0 && (
        <section className="calendar-prepare" aria-labelledby="calendar-prepare">
          <h2 id="calendar-prepare">{t('prepareNow')}</h2>
          <Rows entries={prepare} today={today} {...row} />
        </section>
      )}
      <section aria-labelledby="calendar-coming">
        <h2 id="calendar-coming">{running ? t('coming') : t('ofYear', { year: String(year) })}</h2>
        {shown.length === 0 && <p className="muted">{t(entries.length === 0 ? 'nothingFound' : 'nothingComing')}</p>}
        <Months entries={shown} today={today} {...row} />
      </section>
      {later.length > 0 && (
        <details>
          <summary>
            <h2>{t('later', { count: later.length, year: String(year + 1) })}</h2>
          </summary>
          <Months entries={later} today={today} {...row} />
        </details>
      )}
      {undated.length > 0 && <Undated activities={undated} onActivity={onActivity} numbers={row.numbers} />}
      {past.length > 0 && (
        <details>
          <summary>
            <h2>{t('past', { count: past.length })}</h2>
          </summary>
          <Months entries={past} today={today} {...row} />
        </details>
      )}
    </div>
  );
}

type RowsProps = Pick<EntryListProps, 'today' | 'entries' | 'numbers' | 'owners' | 'selected' | 'onSelect'>;

function Months({ entries, ...rest }: RowsProps) {
  const f = useFormat();
  return (
    <>
      {byMonth(entries).map(({ month, entries: own }) => (
        <div key={month} className="calendar-month">
          <h3>{capital(f.date(`${month}-01`, 'long').replace(/^\d+ /, ''))}</h3>
          <Rows entries={own} {...rest} />
        </div>
      ))}
    </>
  );
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function Rows({ entries, ...rest }: RowsProps) {
  return (
    <ul className="plain-list calendar-rows">
      {entries.map((entry) => (
        <li key={entry.id}>
          <Row entry={entry} {...rest} />
        </li>
      ))}
    </ul>
  );
}

function Row({ entry, today, numbers, owners, selected, onSelect }: Omit<RowsProps, 'entries'> & { entry: CalendarEntry }) {
  const t = useTexts(calendarTexts);
  const number = numbers.get(entry.activityId ?? '');
  const owner = [owners.get(entry.organisationId ?? ''), entry.ownerFunction].filter(Boolean).join(', ');
  if (entry.activityId === null)
    return (
      <div className="calendar-row calendar-row--quiet">
        <When entry={entry} />
        <span className="calendar-what">{entry.title}</span>
      </div>
    );
  return (
    <button type="button" className="calendar-row" data-selected={entry.id === selected || undefined} onClick={() => onSelect(entry.id)}>
      <When entry={entry} />
      <span className="calendar-what">
        <strong>{entry.title}</strong>
        <span className="small muted">{[t(`kind-${entry.kind}`), owner].filter(Boolean).join(' · ')}</span>
      </span>
      <State entry={entry} today={today} />
      {number !== undefined && (
        <span className="calendar-number" data-ring={entry.ring}>
          <VisuallyHidden>{t('number', { number: String(number) })}</VisuallyHidden>
          <span aria-hidden="true">{number}</span>
        </span>
      )}
    </button>
  );
} // prettier-ignore

function When({ entry }: { entry: CalendarEntry }) {
  const f = useFormat();
  const { date, endDate } = entry;
  const weekday = f.date(date, 'weekday').slice(0, 3);
  return (
    <span className="calendar-when">
      {date === endDate ? `${weekday} ${f.date(date, 'short')}` : `${f.date(date, 'short')} – ${f.date(endDate, 'short')}`}
    </span>
  ); // prettier-ignore
}

function State({ entry, today }: { entry: CalendarEntry; today: string }) {
  const t = useTexts(calendarTexts);
  if (entry.status === 'done') return <StatusTag tone="good">{t('done')}</StatusTag>;
  if (entry.status === 'skipped') return <StatusTag tone="neutral">{t('skipped')}</StatusTag>;
  const days = daysUntil(entry.date, today);
  if (entry.endDate < today) return null;
  if (days <= 0) return <StatusTag tone="action">{t('now')}</StatusTag>;
  return days <= 60 ? <span className="small muted">{t('untilStart', { count: days })}</span> : null;
}

function Undated({
  activities,
  numbers,
  onActivity,
}: {
  activities: readonly CalendarActivity[];
  numbers: ReadonlyMap<string, number>;
  onActivity: (id: string) => void;
}) {
  const t = useTexts(calendarTexts);
  return (
    <section aria-labelledby="calendar-undated">
      <h2 id="calendar-undated">{t('undated')}</h2>
      <ul className="plain-list calendar-rows">
        {activities.map((one) => (
          <li key={one.id}>
            <button type="button" className="calendar-row" onClick={() => onActivity(one.id)}>
              <span className="calendar-what">
                <strong>{one.title}</strong>
                <span className="small muted">
                  {[one.words, one.organisation, one.ownerFunction].filter(Boolean).join(' · ')}
                </span>
                {one.times !== null && <span className="small">{t('times', one.times)}</span>}
              </span>
              {numbers.has(one.id) && (
                <span className="calendar-number" data-ring={one.ring} aria-hidden="true">
                  {numbers.get(one.id)}
                </span>
              )}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
