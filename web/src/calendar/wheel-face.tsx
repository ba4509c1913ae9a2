import { useId } from 'react';
import { useTexts } from '../ui/language.js';
import { useFormat } from '../ui/use-format.js';
import type { CalendarEntry } from './calendar-api.js';
import { ringOrder } from './calendar-view.js';
import { calendarTexts } from './texts.js';
import { pointAt, radii, sector, turnAfter, turnOf, uprightDegrees, weekTicks, wordLine } from './wheel-geometry.js';

interface WheelFaceProps {
  year: number;
  today: string;
  entries: readonly CalendarEntry[];
}

/** What lies still under the marks: months, weeks, school breaks, the rings with their names, and today's hand. */
export function WheelFace({ year, today, entries }: WheelFaceProps) {
  return (
    <g className="wheel-face" aria-hidden="true">
      <Rings />
      <Weeks year={year} today={today} />
      <Months year={year} today={today} />
      <Breaks year={year} entries={entries} />
      <FreeDays year={year} entries={entries} />
      <Hand year={year} today={today} />
    </g>
  );
}

function Rings() {
  const t = useTexts(calendarTexts);
  const id = useId();
  return (
    <>
      {ringOrder.map((ring) => {
        const [inner, outer] = radii[ring];
        const line = `${id}${ring}`;
        return (
          <g key={ring} data-ring={ring}>
            <path className="wheel-ring" d={sector(0, 1, [inner, outer])} />
            <path id={line} className="wheel-line" d={wordLine(0.003, 0.24, outer + 4)} />
            <text className="wheel-ring-name">
              <textPath href={`#${line}`}>{t(`ring-${ring}`)}</textPath>
            </text>
          </g>
        );
      })}
    </>
  );
}

function Months({ year, today }: { year: number; today: string }) {
  const f = useFormat();
  const id = useId();
  const [inner, outer] = radii.months;
  return (
    <>
      {Array.from({ length: 12 }, (_, index) => {
        const month = String(index + 1).padStart(2, '0');
        const first = `${year}-${month}-01`;
        const last = new Date(Date.UTC(year, index + 1, 0)).toISOString().slice(0, 10);
        const [from, to] = [turnOf(first, year), turnAfter(last, year)];
        const name = f.date(first, 'long').split(' ')[1] ?? '';
        const line = `${id}${month}`;
        const below = (from + to) / 2 > 0.25 && (from + to) / 2 < 0.75;
        const spoke = [pointAt(from, radii.hub), pointAt(from, outer)] as const;
        return (
          <g key={month}>
            <path className="wheel-month" data-now={today.startsWith(`${year}-${month}`) || undefined} d={sector(from, to, [inner, outer])} />
            <line className="wheel-spoke" x1={spoke[0].x} y1={spoke[0].y} x2={spoke[1].x} y2={spoke[1].y} />
            <path id={line} className="wheel-line" d={wordLine(from, to, (inner + outer) / 2 + (below ? 5 : -5))} />
            <text className="wheel-month-name">
              <textPath href={`#${line}`} startOffset="50%">
                {name.charAt(0).toUpperCase() + name.slice(1)}
              </textPath>
            </text>
          </g>
        );
      })}
    </>
  ); // prettier-ignore
}

function Weeks({ year, today }: { year: number; today: string }) {
  const [inner, outer] = radii.weeks;
  const running = today.startsWith(String(year));
  const now = turnOf(today, year);
  return (
    <>
      <path className="wheel-weeks" d={sector(0, 1, radii.weeks)} />
      {weekTicks(year).map(({ week, from, to }) => {
        const [a, b] = [pointAt(from, inner), pointAt(from, outer)];
        const middle = (from + to) / 2;
        const at = pointAt(middle, (inner + outer) / 2);
        const current = running && now >= from && now < to;
        return (
          <g key={from}>
            {current && <path className="wheel-week-now" d={sector(from, to, radii.weeks)} />}
            <line className="wheel-tick" x1={a.x} y1={a.y} x2={b.x} y2={b.y} />
            {to - from > 0.006 && (
              <text className="wheel-week" data-now={current || undefined} transform={`translate(${at.x} ${at.y}) rotate(${uprightDegrees(middle)})`} dy="0.35em">
                {week}
              </text>
            )}
          </g>
        );
      })}
    </>
  ); // prettier-ignore
}

function Breaks({ year, entries }: { year: number; entries: readonly CalendarEntry[] }) {
  const id = useId();
  const [inner, outer] = radii.breaks;
  const breaks = entries.filter(({ kind, status }) => kind === 'school-break' && status !== 'skipped');
  return (
    <>
      <path className="wheel-breaks" d={sector(0, 1, radii.breaks)} />
      {breaks.map((entry) => {
        const [from, to] = [turnOf(entry.date, year), turnAfter(entry.endDate, year)];
        const line = `${id}${entry.id}`;
        const below = (from + to) / 2 > 0.25 && (from + to) / 2 < 0.75;
        return (
          <g key={entry.id}>
            <path className="wheel-break" d={sector(from, to, radii.breaks)} />
            <path id={line} className="wheel-line" d={wordLine(from - 0.02, to + 0.02, (inner + outer) / 2 + (below ? 4 : -4))} />
            {to - from > 0.035 && (
              <text className="wheel-break-name">
                <textPath href={`#${line}`} startOffset="50%">
                  {entry.title}
                </textPath>
              </text>
            )}
          </g>
        );
      })}
    </>
  ); // prettier-ignore
}

/** Days off that are no Sundays, as small teeth within the weeks. */
function FreeDays({ year, entries }: { year: number; entries: readonly CalendarEntry[] }) {
  return (
    <>
      {entries
        .filter(({ free }) => free)
        .map(({ id, date, endDate }) => (
          <path key={id} className="wheel-free" d={sector(turnOf(date, year), turnAfter(endDate, year), [332, 338])} />
        ))}
    </>
  );
}

function Hand({ year, today }: { year: number; today: string }) {
  if (!today.startsWith(String(year))) return null;
  const turn = (turnOf(today, year) + turnAfter(today, year)) / 2;
  const [from, to] = [pointAt(turn, radii.hub), pointAt(turn, radii.weeks[0])];
  const tip = [
    pointAt(turn, radii.rim + 2),
    pointAt(turn - 0.005, radii.rim + 16),
    pointAt(turn + 0.005, radii.rim + 16),
  ];
  return (
    <>
      <line className="wheel-hand" x1={from.x} y1={from.y} x2={to.x} y2={to.y} />
      <polygon className="wheel-tip" points={tip.map(({ x, y }) => `${x},${y}`).join(' ')} />
    </>
  );
}
