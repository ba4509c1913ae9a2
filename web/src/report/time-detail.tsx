import { useLanguage, useTexts } from '../ui/language.js';
import { RadioTiles } from '../ui/radio-tiles.js';
import { DateField, TimeField } from '../ui/text-field.js';
import { useFormat } from '../ui/use-format.js';
import { lastSeen, localMoment, resolveTime, type LastSeen, type LocalMoment, type TimeChoice } from './report-time.js';
import { reportTexts } from './texts.js';

const presets = {
  'this-morning': 'sinceMorning',
  yesterday: 'sinceYesterday',
  friday: 'sinceFriday',
} as const satisfies Record<LastSeen, string>;

/** What follows from the tile: when it was last seen whole, or day and clock; and what it all means, in full. */
export function TimeDetail({ time, onChange }: { time: TimeChoice; onChange: (time: TimeChoice) => void }) {
  return (
    <>
      {time.kind === 'discovered' && (
        <Since at={time.at} value={time.since} onChange={(since) => onChange({ ...time, since })} />
      )}
      {time.kind === 'other' && (
        <div className="stack stack--tight">
          <Moment value={time.from} labels={['day', 'clock']} onChange={(from) => onChange({ ...time, from })} />
          <Moment value={time.to} labels={['toDay', 'toClock']} optional onChange={(to) => onChange({ ...time, to })} />
        </div>
      )}
      <Meaning time={time} />
    </>
  );
}

function Since({ at, value, onChange }: { at: number; value: LocalMoment; onChange: (since: LocalMoment) => void }) {
  const t = useTexts(reportTexts);
  const offers = (Object.keys(presets) as LastSeen[]).flatMap((preset) => {
    const moment = lastSeen(preset, at);
    return moment === null ? [] : [{ preset, moment }];
  });
  const same = offers.find(({ moment }) => moment.date === value.date && moment.time === value.time);
  const own = same === undefined && value.date !== '';
  return (
    <div className="report-chips">
      <RadioTiles
        legend={t('since')}
        size="small"
        tiles={[
          ...offers.map(({ preset }) => ({ value: preset, label: t(presets[preset]) })),
          { value: 'own', label: t('sinceOther') },
        ]}
        value={same?.preset ?? (own ? 'own' : null)}
        onChange={(choice) => {
          const offer = offers.find(({ preset }) => preset === choice);
          onChange(offer?.moment ?? { date: localMoment(at).date, time: '00:00' });
        }}
      />
      {own && <Moment value={value} labels={['day', 'clock']} onChange={onChange} />}
    </div>
  );
}

interface MomentProps {
  value: LocalMoment;
  labels: readonly ['day' | 'toDay', 'clock' | 'toClock'];
  optional?: boolean;
  onChange: (moment: LocalMoment) => void;
}

function Moment({ value, labels, optional = false, onChange }: MomentProps) {
  const t = useTexts(reportTexts);
  const [day, clock] = labels;
  return (
    <div className="field-pair">
      <DateField
        label={t(day)}
        optional={optional}
        value={value.date}
        onChange={(event) => onChange({ ...value, date: event.target.value })}
      />
      <TimeField
        label={t(clock)}
        optional={optional || clock === 'clock'}
        value={value.time}
        onChange={(event) => onChange({ ...value, time: event.target.value })}
      />
    </div>
  );
}

/** The choice in full: "Mellan tisdag 5 maj kl. 22.00 och onsdag 6 maj kl. 06.00". */
function Meaning({ time }: { time: TimeChoice }) {
  const t = useTexts(reportTexts);
  const f = useFormat();
  const language = useLanguage();
  const resolved = resolveTime(time);
  if (typeof resolved === 'string') return null;
  const { from, to, precision } = resolved;
  const upper = (text: string) => text.charAt(0).toLocaleUpperCase(language) + text.slice(1);
  const [day, start] = [f.date(from, 'weekday'), f.time(from)];
  const [toDay, end] = to === null ? ['', ''] : [f.date(to, 'weekday'), f.time(to)];
  const midnight = to !== null && Date.parse(to) - Date.parse(from) <= 25 * 3600_000 && /^00[.:]00$/.test(end);
  const text = () => {
    if (to === null) return upper(t('meansMoment', { day, from: start }));
    if (precision === 'day' && (midnight || day === toDay)) return t('meansDay', { day });
    if (day === toDay) return upper(t('meansSameDay', { day, from: start, to: end }));
    if (midnight) return upper(t('meansSameDay', { day, from: start, to: end.replace('00', '24') }));
    return t('meansInterval', { day, from: start, toDay, to: end });
  };
  return (
    <p className="report-meaning" aria-live="polite">
      {text()}
    </p>
  );
}
