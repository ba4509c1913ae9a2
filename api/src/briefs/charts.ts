import { type Language, figure, weekdayNames } from '../hotspots/sentence-wording.js';
import { ink } from './ink.js';
import { drawing, element, short, text } from './svg.js';

/** A picture and the words that stand for it (PDF/UA asks for them, and so does a reader who cannot see it). */
export interface Picture {
  readonly svg: string;
  readonly alt: string;
}

/** Events of one ISO week, and the band they normally stay within; null before there is a year to compare with. */
export interface WeekCount {
  readonly year: number;
  readonly week: number;
  readonly count: number;
  readonly normal: { readonly low: number; readonly expected?: number; readonly high: number } | null;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Bars per week before a pale band of what is normal; a bar over the band is dark, others middle. */
export function weekChart(weeks: readonly WeekCount[], size: Size, language: Language): Picture {
  const plot = { left: 20, top: 8, width: size.width - 22, height: size.height - 24 };
  const most = axisTop(Math.max(1, ...weeks.map((week) => Math.max(week.count, week.normal?.high ?? 0))));
  const step = plot.width / Math.max(1, weeks.length);
  const y = (value: number) => plot.top + plot.height * (1 - value / most);
  const bars = weeks.map((week, index) => {
    const above = week.normal !== null && week.count > week.normal.high;
    const width = Math.min(14, step * 0.62);
    const x = plot.left + index * step + (step - width) / 2;
    return element('rect', {
      x,
      y: y(week.count),
      width,
      height: plot.height * (week.count / most),
      fill: above ? ink.accent : ink.accentMiddle,
    });
  });
  const axis = [0, most / 2, most].map((value) => gridLine(value, { plot, y, language }));
  const parts = [
    ...axis.slice(1),
    band(weeks, { plot, step, y }),
    ...bars,
    axis[0]!,
    weekNumbers(weeks, { plot, step, height: size.height }),
  ];
  return { svg: drawing(size.width, size.height, parts.join('')), alt: weekAlt(weeks, language) };
}

/** Seven rows of 24 squares, Monday first, darker for more; `counts[weekday][hour]`, whole or weighted by interval. */
export function hourMatrix(counts: readonly (readonly number[])[], size: Size, language: Language): Picture {
  const left = 22;
  const top = 2;
  const cell = { width: (size.width - left) / 24, height: (size.height - top - 13) / 7 };
  const most = Math.max(0, ...counts.flat());
  const squares = counts.flatMap((row, day) =>
    row.map((count, hour) =>
      element('rect', {
        x: left + hour * cell.width,
        y: top + day * cell.height,
        width: cell.width - 0.8,
        height: cell.height - 0.8,
        rx: 0.8,
        fill: shade(count, most),
      }),
    ),
  );
  const days = [1, 2, 3, 4, 5, 6, 7].map((day) => {
    const name = weekdayNames([day], language).slice(0, language === 'sv' ? 2 : 3);
    return text(name, { x: 0, y: top + (day - 0.5) * cell.height + 2.2 }, { size: 6.8, fill: ink.muted });
  });
  const hours = [0, 6, 12, 18].map((hour) =>
    text(
      String(hour).padStart(2, '0'),
      { x: left + hour * cell.width, y: size.height - 2.5 },
      { size: 6.8, fill: ink.muted },
    ),
  );
  hours.push(text('24', { x: size.width, y: size.height - 2.5 }, { size: 6.8, fill: ink.muted, anchor: 'end' }));
  return {
    svg: drawing(size.width, size.height, [...squares, ...days, ...hours].join('')),
    alt: matrixAlt(counts, language),
  };
}

interface Plot {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

function gridLine(value: number, at: { plot: Plot; y: (value: number) => number; language: Language }): string {
  const { plot, y, language } = at;
  const line = { x1: plot.left, x2: plot.left + plot.width, y1: y(value), y2: y(value) };
  const stroke = value === 0 ? { stroke: ink.muted, 'stroke-width': 0.6 } : { stroke: ink.line, 'stroke-width': 0.4 };
  return (
    element('line', { ...line, ...stroke }) +
    text(
      figure(value, language, 1),
      { x: plot.left - 4, y: y(value) + 2.3 },
      { size: 6.8, fill: ink.muted, anchor: 'end' },
    )
  );
}

/** The band as steps, a week wide each, interrupted where nothing is known. */
function band(weeks: readonly WeekCount[], at: { plot: Plot; step: number; y: (value: number) => number }): string {
  const { plot, step, y } = at;
  return weeks
    .map((week, index) => {
      if (week.normal === null) return '';
      const [x, right] = [plot.left + index * step, plot.left + (index + 1) * step];
      const height = y(week.normal.low) - y(week.normal.high);
      const ground = element('rect', { x, y: y(week.normal.high), width: step + 0.1, height, fill: ink.accentPale });
      if (week.normal.expected === undefined) return ground;
      const d = `M${short(x)} ${short(y(week.normal.expected))}H${short(right)}`;
      return ground + element('path', { d, stroke: ink.accentMiddle, 'stroke-width': 0.6, 'stroke-dasharray': '1.5 1.5' }); // prettier-ignore
    })
    .join('');
}

function weekNumbers(weeks: readonly WeekCount[], at: { plot: Plot; step: number; height: number }): string {
  const every = Math.max(1, Math.ceil(16 / at.step));
  return weeks
    .map((week, index) => {
      if ((weeks.length - 1 - index) % every !== 0) return '';
      const x = at.plot.left + (index + 0.5) * at.step;
      return text(String(week.week), { x, y: at.height - 5 }, { size: 6.8, fill: ink.muted, anchor: 'middle' });
    })
    .join('');
}

/** An even number at or over the highest value, so that its half is whole. */
function axisTop(value: number): number {
  const steps = [2, 4, 6, 8, 10, 12, 16, 20, 30, 40, 50, 60, 80, 100];
  const size = 10 ** Math.max(0, Math.floor(Math.log10(value)) - 1);
  return (steps.find((step) => step * size >= value) ?? 100) * size;
}

function shade(count: number, most: number): string {
  if (most <= 0 || count <= 0) return ink.ramp[0];
  const step = Math.min(ink.ramp.length - 1, Math.max(1, Math.ceil((count / most) * (ink.ramp.length - 1))));
  return ink.ramp[step]!;
}

function weekAlt(weeks: readonly WeekCount[], language: Language): string {
  const listed = weeks.map(({ week, count }) => `${week}: ${figure(count, language)}`).join(', ');
  const above = weeks.filter(({ count, normal }) => normal !== null && count > normal.high).length;
  if (language === 'sv') return `Stapeldiagram, händelser per vecka. ${listed}. Veckor över det vanliga: ${above}.`;
  return `Bar chart, incidents per week. ${listed}. Weeks above the usual: ${above}.`;
}

function matrixAlt(counts: readonly (readonly number[])[], language: Language): string {
  const sv = language === 'sv';
  const perDay = counts.map((row, day) => {
    const sum = row.reduce((total, count) => total + count, 0);
    const peak = row.indexOf(Math.max(...row));
    const at = sum > 0 ? ` (${sv ? 'flest kl.' : 'most at'} ${String(peak).padStart(2, '0')})` : '';
    return `${weekdayNames([day + 1], language)} ${figure(sum, language)}${at}`;
  });
  return `${sv ? 'Rutnät, veckodag mot timme.' : 'Grid, weekday by hour.'} ${perDay.join(', ')}.`;
}
