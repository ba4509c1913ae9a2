import './chart.css';
import { CopyPicture } from './copy-picture-button.js';
import { addDays } from './period.js';
import { Table } from './table.js';
import { useTexts } from './language.js';
import { uiTexts } from './texts.js';
import { useFormat } from './use-format.js';
import { useWidth } from './use-width.js';

export interface WeekBar {
  /** First day of the week, `2026-04-27`. */
  monday: string;
  count: number;
  /** What the same week usually has, where it is known. */
  low?: number;
  high?: number;
  /** The week is not over: drawn hollow and named so. */
  running?: boolean;
}

interface WeekChartProps {
  /** The sentence that the chart shows: its caption and its text for those who do not see it. */
  summary: string;
  weeks: readonly WeekBar[];
}

const height = 148;
const foot = 22;
const left = 28;
const right = 8;

/** A whole number of steps up the side, at most four. */
function ceilingOf(weeks: readonly WeekBar[]): { top: number; step: number } {
  const most = Math.max(1, ...weeks.map((week) => Math.max(week.count, week.high ?? 0)));
  const rough = most / 4;
  const power = 10 ** Math.floor(Math.log10(Math.max(1, rough)));
  const step = Math.max(1, [1, 2, 5, 10].map((nice) => nice * power).find((nice) => nice >= rough) ?? 10 * power);
  return { top: Math.ceil(most / step) * step, step };
}

/** Events per week as bars before the band of what is usual, with its table a press away. */
export function WeekChart({ summary, weeks }: WeekChartProps) {
  const t = useTexts(uiTexts);
  const f = useFormat();
  const [frame, width] = useWidth<HTMLDivElement>(200);
  const { top, step } = ceilingOf(weeks);
  const [first, last] = [weeks[0], weeks.at(-1)];
  // A frame is a pixel wide for a moment while its page is laid out.
  const slot = Math.max(0.1, (width - left - right) / Math.max(1, weeks.length));
  const y = (count: number) => 6 + (height - foot - 6) * (1 - count / top);
  const every = Math.max(1, Math.ceil(44 / slot));
  const lines = Array.from({ length: Math.floor(top / step) + 1 }, (_, index) => index * step);
  return (
    <figure className="chart">
      <figcaption>{summary}</figcaption>
      <div ref={frame}>
        <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden>
          {lines.map((line) => (
            <g key={line}>
              <line x1={left} x2={width} y1={y(line)} y2={y(line)} className="chart-line" />
              <text x={left - 6} y={y(line) + 4} textAnchor="end">
                {f.number(line)}
              </text>
            </g>
          ))}
          {weeks.map((week, index) => (
            <g key={week.monday} transform={`translate(${left + index * slot} 0)`}>
              {week.low !== undefined && week.high !== undefined && (
                <rect
                  width={slot}
                  y={y(week.high)}
                  height={Math.max(2, y(week.low) - y(week.high))}
                  className="chart-band"
                />
              )}
              <rect
                x={slot * 0.16}
                width={slot * 0.68}
                y={y(week.count)}
                height={y(0) - y(week.count)}
                className={week.running ? 'chart-bar chart-bar--running' : 'chart-bar'}
              />
              {(weeks.length - 1 - index) % every === 0 && (
                <text x={slot / 2} y={height - 5} textAnchor="middle">
                  {f.week(week.monday).replace(/\D+/, '')}
                </text>
              )}
            </g>
          ))}
        </svg>
      </div>
      <p className="chart-key">
        <span>
          <span className="chart-key-bar" aria-hidden /> {t('count')}
        </span>
        <span>
          <span className="chart-key-band" aria-hidden /> {t('usualBand')}
        </span>
        {weeks.some((week) => week.running) && (
          <span>
            <span className="chart-key-running" aria-hidden /> {t('runningWeek')}
          </span>
        )}
      </p>
      {first !== undefined && last !== undefined && (
        <CopyPicture period={f.period(first.monday, addDays(last.monday, 6))} />
      )}
      <details className="chart-table">
        <summary>{t('asTable')}</summary>
        <Table
          caption={summary}
          hideCaption
          rows={weeks}
          rowKey={(week) => week.monday}
          columns={[
            {
              id: 'week',
              header: t('week'),
              rowHeader: true,
              cell: (week) => (week.running ? t('weekSoFar', { week: f.week(week.monday) }) : f.week(week.monday)),
            },
            { id: 'count', header: t('count'), numeric: true, cell: (week) => f.number(week.count) },
            {
              id: 'usual',
              header: t('usual'),
              numeric: true,
              cell: (week) =>
                week.low === undefined || week.high === undefined
                  ? '–'
                  : `${f.number(week.low)}–${f.number(week.high)}`,
            },
          ]}
        />
      </details>
    </figure>
  );
}
