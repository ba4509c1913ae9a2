import './steps.css';
import { Icon } from './icons.js';
import { useTexts } from './language.js';
import { uiTexts } from './texts.js';

interface StepsProps {
  label: string;
  steps: readonly string[];
  /** Index of the step that is going on; the length of the list when all are done. */
  current: number;
}

/** Where something stands on its way. On a phone: the bars, and the name of the present step. */
export function Steps({ label, steps, current }: StepsProps) {
  const t = useTexts(uiTexts);
  return (
    <ol className="plain-list steps" aria-label={label}>
      {steps.map((step, index) => {
        const state = index < current ? 'done' : index === current ? 'now' : 'next';
        return (
          <li key={step} data-state={state} aria-current={state === 'now' ? 'step' : undefined}>
            <span className="steps-mark" aria-hidden>
              {state === 'done' ? <Icon name="check" size={16} /> : index + 1}
            </span>
            <span className="steps-name">{step}</span>
            <span className="visually-hidden">
              {', '}
              {t(state === 'done' ? 'stepDone' : state === 'now' ? 'stepNow' : 'stepNext')}
            </span>
          </li>
        );
      })}
    </ol>
  );
}
