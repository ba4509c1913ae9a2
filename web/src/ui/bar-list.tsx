import type { ReactNode } from 'react';
import './description-list.css';
import { useFormat } from './use-format.js';

export interface Bar {
  id: string;
  label: string;
  value: number;
  icon?: ReactNode;
}

/** Amounts side by side, as bars with their figures: a chart that is also its own table. */
export function BarList({ label, bars }: { label: string; bars: readonly Bar[] }) {
  const f = useFormat();
  const most = Math.max(1, ...bars.map((bar) => bar.value));
  return (
    <ul className="plain-list bars" aria-label={label}>
      {bars.map((bar) => (
        <li key={bar.id}>
          <span className="bars-label">
            {bar.icon}
            {bar.label}
          </span>
          <span className="bars-track" aria-hidden>
            <span style={{ inlineSize: `${(bar.value / most) * 100}%` }} />
          </span>
          <span className="number">{f.number(bar.value, 1)}</span>
        </li>
      ))}
    </ul>
  );
}
