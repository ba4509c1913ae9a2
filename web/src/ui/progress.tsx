import { useId } from 'react';
import './progress.css';
import { useTexts } from './language.js';
import { uiTexts } from './texts.js';
import { useFormat } from './use-format.js';

interface ProgressProps {
  label: string;
  /** How far; `null`: not known how far, but at work. */
  value: number | null;
  max: number;
  /** Where it should be today: a tick across the bar, and a sentence for those who do not see it. */
  due?: number;
  /** What is being done, or "6 av minst 10", under the bar. */
  note?: string;
  tone?: 'action' | 'good' | 'caution' | 'bad';
  hideLabel?: boolean;
}

/** A bar with, where it is a promise, a tick for where it should be today. */
export function Progress({ label, value, max, due, note, tone = 'action', hideLabel = false }: ProgressProps) {
  const t = useTexts(uiTexts);
  const f = useFormat();
  const id = useId();
  const share = (amount: number) => `${max <= 0 ? 0 : Math.min(100, Math.max(0, (amount / max) * 100))}%`;
  const dueText = due === undefined ? '' : t('progressDue', { due: f.number(due, 1) });
  return (
    <div className="progress" data-tone={tone}>
      <span id={id} className={hideLabel ? 'visually-hidden' : 'progress-label'}>
        {label}
      </span>
      <div
        className="progress-track"
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- <progress> cannot hold the tick of today
        role="progressbar"
        aria-labelledby={id}
        aria-valuemin={0}
        aria-valuemax={max}
        aria-valuenow={value ?? undefined}
        aria-valuetext={[note, dueText].filter(Boolean).join('. ') || undefined}
      >
        <div
          className="progress-bar"
          data-unknown={value === null || undefined}
          style={value === null ? undefined : { inlineSize: share(value) }}
        />
        {due !== undefined && <div className="progress-due" style={{ insetInlineStart: share(due) }} title={dueText} />}
      </div>
      {note !== undefined && <span className="progress-note">{note}</span>}
    </div>
  );
}
