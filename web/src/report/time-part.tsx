import { lazy, Suspense, type ComponentType } from 'react';
import { formatDate } from '../ui/format.js';
import { useTexts } from '../ui/language.js';
import { RadioTiles } from '../ui/radio-tiles.js';
import type { LocalMoment, TimeChoice, TimeKind } from './report-time.js';
import { reportTexts } from './texts.js';
import type { Report } from './use-report.js';

// The calendar's arithmetic is 20 kB; it comes while the first tiles are being read.
const TimeDetail = lazy(async (): Promise<{ default: ComponentType<TimeDetailProps> }> => {
  try {
    return { default: (await import('./time-detail.js')).TimeDetail };
  } catch {
    return { default: () => null }; // Without contact the tiles still work; saving says what is missing.
  }
});

interface TimeDetailProps {
  time: TimeChoice;
  onChange: (time: TimeChoice) => void;
}

const kinds: readonly TimeKind[] = ['now', 'evening', 'night', 'weekend', 'discovered', 'other'];
const nothing: LocalMoment = { date: '', time: '' };

function fresh(kind: TimeKind): TimeChoice {
  const at = Date.now();
  if (kind === 'discovered') return { kind, at, since: nothing };
  const today = formatDate(new Date(at).toISOString(), 'sv', 'numeric');
  if (kind === 'other') return { kind, from: { date: today, time: '' }, to: nothing };
  return { kind, at };
}

/** When: six tiles, none chosen beforehand; what the choice means is said in full below. */
export function TimePart({ report, coming }: { report: Report; coming: boolean }) {
  const t = useTexts(reportTexts);
  const { draft, change, errors } = report;
  const { time } = draft;
  const set = (choice: TimeChoice) => change({ time: choice }, 'time');
  return (
    <div className="report-part" id="report-time">
      <RadioTiles
        legend={t('time')}
        size="small"
        tiles={(coming ? kinds.slice(-1) : kinds).map((kind) => ({
          value: kind,
          label: t(kind),
          ...(kind === 'discovered' ? { note: t('discoveredNote') } : {}),
        }))}
        value={time?.kind ?? null}
        onChange={(kind) => set(fresh(kind as TimeKind))}
        error={errors.time}
      />
      {time !== null && (
        <Suspense fallback={null}>
          <TimeDetail time={time} onChange={set} />
        </Suspense>
      )}
    </div>
  );
}
