import { useId, useRef, useState, type KeyboardEvent } from 'react';
import { isoWeek } from '../ui/format.js';
import { useTexts } from '../ui/language.js';
import { useFormat } from '../ui/use-format.js';
import type { CalendarEntry, Ring } from './calendar-api.js';
import { ringOrder } from './calendar-view.js';
import { calendarTexts } from './texts.js';
import { isArc, markRadius, type Placed, placed, pointAt, radii, sector } from './wheel-geometry.js';
import { WheelFace } from './wheel-face.js';

interface WheelProps {
  year: number;
  today: string;
  entries: readonly CalendarEntry[];
  /** The number of each activity, as in the list. */
  numbers: ReadonlyMap<string, number>;
  selected: string | null;
  onSelect: (id: string) => void;
}

interface Mark extends Placed<CalendarEntry> {
  readonly ring: Ring;
}

/** The year as a wheel: months and ISO weeks at the rim, school breaks, a ring for each party, today's hand. */
export function Wheel({ year, today, entries, numbers, selected, onSelect }: WheelProps) {
  const t = useTexts(calendarTexts);
  const keysId = useId();
  const [current, setCurrent] = useState<string | null>(null);
  const group = useRef<SVGSVGElement>(null);
  const shown = entries.filter(({ ring, status }) => ring !== null && status !== 'skipped');
  const marks = ringOrder.flatMap((ring) =>
    placed(shown.filter((entry) => entry.ring === ring), year, radii[ring][0]).map((mark): Mark => ({ ...mark, ring })),
  ); // prettier-ignore
  const inOrder = marks.toSorted((a, b) => a.from - b.from || ringOrder.indexOf(a.ring) - ringOrder.indexOf(b.ring));
  const stop = inOrder.find(({ item }) => item.id === current) ?? inOrder.find(({ item }) => item.endDate >= today) ?? inOrder[0]; // prettier-ignore
  const counts = ringOrder.map((ring) => t('ringCount', { ring: t(`ring-${ring}`), count: marks.filter((mark) => mark.ring === ring).length })); // prettier-ignore

  const go = (event: KeyboardEvent<SVGGElement>, id: string) => {
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      onSelect(id);
      return;
    }
    const at = inOrder.findIndex(({ item }) => item.id === id);
    const next = nextIndex(event.key, at, inOrder.length);
    if (next === null) return;
    event.preventDefault();
    const to = inOrder[next]!.item.id;
    setCurrent(to);
    group.current?.querySelector<SVGGElement>(`[data-id="${CSS.escape(to)}"]`)?.focus();
  };

  return (
    <div className="wheel" data-picture-part>
      <p className="visually-hidden" id={keysId}>
        {t('wheelSummary', { count: marks.length, year: String(year), rings: counts.join(', ') })} {t('wheelKeys')}
      </p>
      {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a drawing in which things can be pressed */}
      <svg ref={group} viewBox="-414 -414 828 828" role="group" aria-label={t('wheelOf', { year: String(year) })} aria-describedby={keysId}>
        <WheelFace year={year} today={today} entries={entries} />
        {marks.map((mark) => (
          <MarkShape
            key={mark.item.id}
            mark={mark}
            number={numbers.get(mark.item.activityId ?? '') ?? null}
            selected={mark.item.id === selected}
            tabStop={mark === stop}
            onKeyDown={go}
            onFocus={setCurrent}
            onSelect={onSelect}
          />
        ))}
        <Hub year={year} today={today} marks={marks} pointed={current} />
      </svg>
    </div>
  ); // prettier-ignore
}

function nextIndex(key: string, at: number, length: number): number | null {
  if (key === 'ArrowRight' || key === 'ArrowDown') return (at + 1) % length;
  if (key === 'ArrowLeft' || key === 'ArrowUp') return (at - 1 + length) % length;
  if (key === 'Home') return 0;
  return key === 'End' ? length - 1 : null;
}

interface MarkShapeProps {
  mark: Mark;
  number: number | null;
  selected: boolean;
  tabStop: boolean;
  onKeyDown: (event: KeyboardEvent<SVGGElement>, id: string) => void;
  onFocus: (id: string | null) => void;
  onSelect: (id: string) => void;
}

/** A dot for days, an arc for weeks, with the number that the list gives; what is done has a ring round it. */
function MarkShape({ mark, number, selected, tabStop, onKeyDown, onFocus, onSelect }: MarkShapeProps) {
  const t = useTexts(calendarTexts);
  const f = useFormat();
  const { item, from, to, lane, ring } = mark;
  const middle = radii[ring][lane === 0 ? 1 : 0] + (lane === 0 ? -markRadius : markRadius);
  const arc = isArc(mark);
  const at = pointAt(arc ? (from + to) / 2 : (from + Math.min(to, from + 1 / 366)) / 2, middle);
  const when = item.date === item.endDate ? f.date(item.date, 'long') : f.period(item.date, item.endDate);
  const state = item.status === 'done' ? `, ${t('done')}` : '';
  // What is seen in the mark is part of what is heard (WCAG 2.5.3).
  const numbered = number === null ? '' : `, ${t('number', { number: String(number) })}`;
  return (
    <g
      className="wheel-mark"
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a drawing holds no <button>
      role="button"
      data-id={item.id}
      data-ring={ring}
      data-kind={item.kind}
      data-done={item.status === 'done' || undefined}
      data-selected={selected || undefined}
      aria-pressed={selected}
      aria-label={`${item.title}, ${when}, ${t(`ring-${ring}`)}${state}${numbered}`}
      tabIndex={tabStop ? 0 : -1}
      onKeyDown={(event) => onKeyDown(event, item.id)}
      onFocus={() => onFocus(item.id)}
      onClick={() => onSelect(item.id)}
      onPointerEnter={() => onFocus(item.id)}
      onPointerLeave={() => onFocus(null)}
    >
      <circle className="wheel-reach" cx={at.x} cy={at.y} r={markRadius + 5} />
      {arc && <path className="wheel-arc" d={sector(from, to, [middle - markRadius + 2, middle + markRadius - 2])} />}
      <circle className="wheel-dot" cx={at.x} cy={at.y} r={markRadius} />
      {item.kind === 'risk-weekend' && <path className="wheel-risk" d={`M${at.x} ${at.y - 15}l4 5h-8z`} />}
      <text className="wheel-number" x={at.x} y={at.y} dy="0.35em">
        {number ?? ''}
      </text>
    </g>
  );
}

interface HubProps {
  year: number;
  today: string;
  marks: readonly Mark[];
  pointed: string | null;
}

/** In the middle: what is pointed at, else the year and today. */
function Hub({ year, today, marks, pointed }: HubProps) {
  const t = useTexts(calendarTexts);
  const f = useFormat();
  const item = marks.find((mark) => mark.item.id === pointed)?.item;
  const running = today.slice(0, 4) === String(year);
  const lines = item
    ? [...wrapped(item.title, 20), when(item)]
    : running
      ? [f.date(today, 'short'), t('week', { week: isoWeek(today).week })]
      : [];
  function when({ date, endDate }: CalendarEntry): string {
    return date === endDate ? f.date(date, 'short') : `${f.date(date, 'short')}–${f.date(endDate, 'short')}`;
  }
  const top = item ? -((lines.length - 1) * 20) / 2 : 18;
  return (
    <g className="wheel-hub" aria-hidden="true">
      <circle r={radii.hub} />
      {!item && (
        <text className="wheel-year" y={-8}>
          {year}
        </text>
      )}
      {lines.map((line, index) => (
        <text key={line} className={item && index < lines.length - 1 ? 'wheel-strong' : undefined} y={top + index * 20} dy="0.35em">
          {line}
        </text>
      ))}
    </g>
  ); // prettier-ignore
}

/** A title in at most three lines of the hub. */
function wrapped(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && `${last} ${word}`.length <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.length <= 3 ? lines : [...lines.slice(0, 2), `${lines[2]!.slice(0, width - 1)}…`];
}
