import { useId, type ReactNode } from 'react';
import { FieldError } from './field.js';

export interface Tile {
  value: string;
  label: string;
  /** A second, quieter line. */
  note?: string;
  icon?: ReactNode;
}

interface RadioTilesProps {
  legend: string;
  hideLegend?: boolean;
  tiles: readonly Tile[];
  /** `null`: nothing chosen yet. */
  value: string | null;
  onChange: (value: string) => void;
  /** `large`: drawing above the word. `small`: only the word, for times and filters. */
  size?: 'large' | 'small';
  error?: string | undefined;
  name?: string;
}

/** One of a few, as big tiles for cold fingers. Arrow keys walk between them as in any radio group. */
export function RadioTiles({
  legend,
  hideLegend = false,
  tiles,
  value,
  onChange,
  size = 'large',
  error,
  name,
}: RadioTilesProps) {
  const made = useId();
  const errorId = `${made}-error`;
  return (
    <fieldset aria-describedby={error === undefined ? undefined : errorId}>
      <legend className={hideLegend ? 'visually-hidden' : 'tiles-legend'}>{legend}</legend>
      <div className="tiles" data-size={size}>
        {tiles.map((tile) => (
          <label key={tile.value} className="tile">
            <input
              type="radio"
              name={name ?? made}
              value={tile.value}
              checked={tile.value === value}
              onChange={() => onChange(tile.value)}
            />
            {tile.icon}
            <span>
              {tile.label}
              {tile.note !== undefined && <span className="tile-note">{tile.note}</span>}
            </span>
          </label>
        ))}
      </div>
      <FieldError id={errorId} error={error} />
    </fieldset>
  );
}
