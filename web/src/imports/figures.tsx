import { useFormat } from '../ui/use-format.js';

interface Figure {
  label: string;
  value: number;
  tone?: 'caution' | undefined;
}

/** A few figures side by side, each with its word. */
export function Figures({ figures }: { figures: readonly Figure[] }) {
  const f = useFormat();
  return (
    <dl className="import-figures">
      {figures.map(({ label, value, tone }) => (
        <div key={label} data-tone={tone}>
          <dt>{label}</dt>
          <dd className="number">{f.number(value)}</dd>
        </div>
      ))}
    </dl>
  );
}
