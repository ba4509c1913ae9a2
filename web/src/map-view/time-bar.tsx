import { useEffect, useMemo, useState } from 'react';
import { Button, IconButton } from '../ui/button.js';
import { isoWeek } from '../ui/format.js';
import { useTexts } from '../ui/language.js';
import { todayInSweden } from '../ui/period.js';
import { useFormat } from '../ui/use-format.js';
import type { FilterProps } from './filter-bar.js';
import { mapDays } from './map-period.js';
import './time-bar.css';
import { timeTexts } from './time-texts.js';
import { countByWindow, dayOf, windowAt, windowsOf, type TimeWindow } from './time-window.js';
import { stepOf } from './use-shown-events.js';

/** How long each step stands while it plays; a pause for the eye, not a film. */
const stepMilliseconds = 1100;

/** What a window usually has, by its first day; empty where it is not known. */
export type UsualByDay = ReadonlyMap<string, { low: number; high: number }>;

interface BarProps extends FilterProps {
  usual: UsualByDay;
  /** Events by the first day of their week; `null` while not known. */
  counts: ReadonlyMap<string, number> | null;
}

/** Steps through the period, a week or a month at a time, with its own small bars; plays when told to. */
export function TimeBar({ search, change, data, usual, counts: known }: BarProps) {
  const t = useTexts(timeTexts);
  const f = useFormat();
  const [playing, setPlaying] = useState(false);
  const step = stepOf(search);
  const days = useMemo(() => (data.events?.features ?? []).map(({ properties }) => dayOf(properties.from)), [data.events]); // prettier-ignore
  const windows = useWindows(search, days);
  // Whole weeks come counted; months, and what no figures are there for yet, are counted from the points.
  const counts = useMemo(
    () => (known !== null && step === 'vecka' ? windows.map(({ from }) => known.get(from) ?? 0) : countByWindow(days, windows, step)),
    [known, days, windows, step],
  ); // prettier-ignore
  const at = search.stund === undefined ? -1 : windows.findIndex(({ from }) => from === windowAt(search.stund!, step).from); // prettier-ignore
  const last = windows.length - 1;
  const go = (index: number) => change({ stund: windows[index]?.from }, { remember: false });

  useEffect(() => {
    if (!playing) return undefined;
    const timer = setTimeout(() => {
      if (at >= last) setPlaying(false);
      else change({ stund: windows[at + 1]?.from }, { remember: false });
    }, stepMilliseconds);
    return () => clearTimeout(timer);
  }, [playing, at, last, windows, change]);

  if (windows.length < 2) return null;
  const nameOf = ({ from, to }: TimeWindow) => {
    const { week, year } = isoWeek(from);
    return step === 'vecka' ? t('weekOf', { week, year: String(year) }) : f.period(from, to);
  };
  const told = (index: number) => {
    const window = windows[index];
    if (window === undefined)
      return t('at', { window: t('wholeNow'), events: t('events', { count: data.events?.total ?? 0 }) });
    const normal = usual.get(window.from);
    const words = t('at', { window: nameOf(window), events: t('events', { count: counts[index] ?? 0 }) });
    return normal === undefined || step !== 'vecka' ? words : `${words} (${t('usual', { low: f.number(normal.low), high: f.number(normal.high) })})`; // prettier-ignore
  };
  return (
    <section className="timebar" aria-label={t('title')}>
      <div className="timebar-acts">
        <IconButton
          icon="back"
          label={t('earlier')}
          aria-keyshortcuts="k"
          disabled={at <= 0}
          onClick={() => go(at - 1)}
        />
        <IconButton
          icon={playing ? 'pause' : 'play'}
          look="secondary"
          aria-keyshortcuts="p"
          label={t(playing ? 'pause' : 'play')}
          onClick={() => {
            if (!playing && at >= last) go(0);
            setPlaying(!playing);
          }}
        />
        <IconButton
          icon="arrow"
          label={t('later')}
          aria-keyshortcuts="j"
          disabled={at >= last}
          onClick={() => go(at + 1)}
        />
      </div>
      <div className="timebar-track">
        <Bars {...{ windows, counts, usual: step === 'vecka' ? usual : none, at }} />
        <input
          type="range"
          aria-label={t('slider')}
          aria-valuetext={told(at)}
          min={0}
          max={last}
          value={Math.max(0, at)}
          data-idle={at < 0 || undefined}
          onChange={({ target }) => {
            setPlaying(false);
            go(Number(target.value));
          }}
        />
      </div>
      <div className="timebar-words">
        <output aria-live={playing ? 'off' : 'polite'}>{told(at)}</output>
        <span className="timebar-steps">
          {(['vecka', 'manad'] as const).map((name) => (
            <button
              key={name}
              type="button"
              className="timebar-step"
              aria-pressed={step === name}
              onClick={() => change({ steg: name === 'manad' ? name : undefined })}
            >
              {t(name)}
            </button>
          ))}
          {at >= 0 && (
            <Button
              look="quiet"
              aria-keyshortcuts="v"
              onClick={() => {
                setPlaying(false);
                change({ stund: undefined });
              }}
            >
              {t('whole')}
            </Button>
          )}
        </span>
      </div>
    </section>
  );
}

const none: UsualByDay = new Map();

/** The windows of the period; of what there is when the period is open at an end. */
function useWindows(search: FilterProps['search'], days: readonly string[]): readonly TimeWindow[] {
  const [today] = useState(() => todayInSweden(new Date()));
  const { from, to } = mapDays(search.period ?? '12m', today, search);
  const step = stepOf(search);
  const first = from ?? days.reduce<string | undefined>((least, day) => (least === undefined || day < least ? day : least), undefined); // prettier-ignore
  const end = to ?? today;
  return useMemo(
    () => (first === undefined || first > end ? [] : windowsOf({ from: first, to: end }, step)),
    [first, end, step],
  );
}

interface BarsProps {
  windows: readonly TimeWindow[];
  counts: readonly number[];
  usual: UsualByDay;
  at: number;
}

function Bars({ windows, counts, usual, at }: BarsProps) {
  const top = Math.max(1, ...counts, ...[...usual.values()].map(({ high }) => high));
  return (
    <svg className="timebar-bars" viewBox={`0 0 ${windows.length} 100`} preserveAspectRatio="none" aria-hidden>
      {windows.map(({ from }, index) => {
        const normal = usual.get(from);
        const height = ((counts[index] ?? 0) / top) * 100;
        return (
          <g key={from}>
            {normal !== undefined && (
              <rect
                className="timebar-usual"
                x={index}
                width={1}
                y={100 - (normal.high / top) * 100}
                height={Math.max(2, ((normal.high - normal.low) / top) * 100)}
              />
            )}
            <rect
              className="timebar-bar"
              data-now={index === at || undefined}
              x={index + 0.14}
              width={0.72}
              y={100 - height}
              height={height}
            />
          </g>
        );
      })}
    </svg>
  );
}
