import { Link } from '@tanstack/react-router';
import { useTexts } from '../ui/language.js';
import { useFormat } from '../ui/use-format.js';
import type { Usual } from './situation-api.js';
import { situationTexts } from './texts.js';

export interface UsualRow {
  readonly id: string;
  readonly label: string;
  readonly count: number;
  /** `null`: nothing is compared. */
  readonly usual: Usual | null;
  /** The map with what the row counts; its address without the municipality. */
  readonly search?: Readonly<Record<string, string>>;
}

/** Counts as bars over what is usual: a chart that is also its own table. Each figure opens what it counts. */
export function UsualList({ label, code, rows }: { label: string; code: string; rows: readonly UsualRow[] }) {
  const most = Math.max(1, ...rows.map(({ count, usual }) => Math.max(count, isKnown(usual) ? usual.high : 0)));
  return (
    <ul className="plain-list situation-bars" aria-label={label}>
      {rows.map((row) => (
        <li key={row.id}>
          <RowLabel row={row} code={code} />
          <Track row={row} most={most} />
          <RowFigures row={row} />
        </li>
      ))}
    </ul>
  );
}

function RowLabel({ row, code }: { row: UsualRow; code: string }) {
  if (row.search === undefined || row.count === 0) return <span className="situation-bars-label">{row.label}</span>;
  const map: string = '/$code/karta';
  return (
    <Link className="situation-bars-label" to={map} params={{ code }} search={row.search}>
      {row.label}
    </Link>
  );
}

function Track({ row: { count, usual }, most }: { row: UsualRow; most: number }) {
  const share = (value: number) => `${(value / most) * 100}%`;
  return (
    <span className="situation-track" aria-hidden>
      {isKnown(usual) && (
        <span
          className="situation-band"
          style={{ insetInlineStart: share(usual.low), inlineSize: share(usual.high - usual.low) }}
        />
      )}
      {count > 0 && (
        <span
          className="situation-bar"
          data-above={usual?.status === 'more' || undefined}
          style={{ inlineSize: share(count) }}
        />
      )}
    </span>
  );
}

function RowFigures({ row: { count, usual } }: { row: UsualRow }) {
  const t = useTexts(situationTexts);
  const f = useFormat();
  const unusual = usual?.status === 'more' || usual?.status === 'fewer' ? usual.status : null;
  return (
    <>
      <strong className="number">{f.number(count)}</strong>
      <span className="small muted situation-bars-usual">
        {isKnown(usual) ? t('rowUsual', { low: f.number(usual.low), high: f.number(usual.high) }) : ''}
        {unusual !== null && <strong>{t(unusual)}</strong>}
      </span>
    </>
  );
}

/** Whether there is a usual to compare with. */
export function isKnown(usual: Usual | null): usual is Usual {
  return usual !== null && usual.status !== 'first-year' && usual.status !== 'too-few';
}
