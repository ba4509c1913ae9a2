import { useRef, type PointerEvent, type ReactNode } from 'react';
import './dialog.css';
import { useTexts } from './language.js';
import { uiTexts } from './texts.js';

export type SheetHeight = 'low' | 'middle' | 'high';

const order: readonly SheetHeight[] = ['low', 'middle', 'high'];

interface SheetProps {
  /** What it holds, as a landmark for screen readers. */
  label: string;
  height: SheetHeight;
  onHeight: (height: SheetHeight) => void;
  children: ReactNode;
}

/**
 * What lies beside a map: a panel of 420 px at wide screens, on a phone a sheet over the map with three heights, pulled
 * by its grip or changed by pressing it. Its parent must be `position: relative` (or a flex row at wide screens).
 */
export function Sheet({ label, height, onHeight, children }: SheetProps) {
  const t = useTexts(uiTexts);
  const start = useRef<number | null>(null);
  const at = order.indexOf(height);

  const onPointerUp = (event: PointerEvent) => {
    const moved = start.current === null ? 0 : event.clientY - start.current;
    start.current = null;
    if (Math.abs(moved) < 24) return onHeight(height === 'high' ? 'low' : (order[at + 1] ?? 'high'));
    onHeight(order[Math.min(2, Math.max(0, at + (moved < 0 ? 1 : -1)))] ?? height);
  };

  return (
    <section className="sheet" aria-label={label} data-height={height}>
      <button
        type="button"
        className="sheet-grip"
        aria-label={height === 'high' ? t('sheetLow') : t('sheetHigh')}
        onPointerDown={(event) => {
          start.current = event.clientY;
          event.currentTarget.setPointerCapture(event.pointerId);
        }}
        onPointerUp={onPointerUp}
        onPointerCancel={() => {
          start.current = null;
        }}
        onClick={(event) => {
          // A press of Enter or space comes without a pointer.
          if (event.detail === 0) onHeight(height === 'high' ? 'low' : (order[at + 1] ?? 'high'));
        }}
      />
      <div className="sheet-body">{children}</div>
    </section>
  );
}
