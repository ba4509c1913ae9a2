import { useState, type KeyboardEvent } from 'react';
import { useTexts } from '../ui/language.js';
import { todayInSweden } from '../ui/period.js';
import { RadioTiles } from '../ui/radio-tiles.js';
import { DateField } from '../ui/text-field.js';
import { useFormat } from '../ui/use-format.js';
import { dayOf, dueChoices, type DueChoice as Choice } from './decision.js';
import { DigitKey } from './digit-key.js';
import { meetingTexts } from './texts.js';

interface DueChoiceProps {
  part: 'due' | 'followUp';
  legend: string;
  /** The day of the next meeting. */
  next: string;
  value: Choice;
  day: string;
  onChange: (choice: Choice) => void;
  onDay: (day: string) => void;
  error?: string | undefined;
}

/** A day as it is said at a table: today, Friday, the next meeting, or one that is written. */
export function DueChoice({ part, legend, next, value, day, onChange, onDay, error }: DueChoiceProps) {
  const t = useTexts(meetingTexts);
  const f = useFormat();
  const [today] = useState(() => todayInSweden(new Date()));
  const note = (choice: Choice) => {
    const meant = choice === 'day' ? null : dayOf(choice, { today, next, day });
    return meant === null ? {} : { note: f.date(meant, 'weekday') };
  };
  const choose = (event: KeyboardEvent) => {
    const choice = /^[1-9]$/.test(event.key) ? dueChoices[Number(event.key) - 1] : undefined;
    if (choice === undefined || (event.target as HTMLElement).matches('[type=date]')) return;
    event.preventDefault();
    onChange(choice);
  };
  return (
    <div data-part={part} className="stack stack--tight" onKeyDown={choose} role="presentation">
      <RadioTiles
        legend={legend}
        hideLegend={part === 'followUp'}
        size="small"
        tiles={dueChoices.map((choice, at) => ({
          value: choice,
          label: t(`due_${choice}`),
          icon: <DigitKey digit={at + 1} />,
          ...note(choice),
        }))}
        value={value}
        onChange={(chosen) => onChange(chosen as Choice)}
        error={error}
      />
      {value === 'day' && (
        <DateField label={t('dayLabel')} value={day} min={today} onChange={({ target }) => onDay(target.value)} />
      )}
    </div>
  );
}
