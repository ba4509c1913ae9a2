import { useEffect, useRef, type ReactNode } from 'react';
import { Icon } from '../ui/icons.js';

/** A button over the map that opens a small surface of choices; Escape or a press beside it closes. */
export function Popover({ label, children }: { label: ReactNode; children: ReactNode }) {
  const ref = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    const away = (event: PointerEvent) => {
      if (ref.current?.open === true && event.target instanceof Node && !ref.current.contains(event.target)) {
        ref.current.open = false;
      }
    };
    const leave = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || ref.current?.open !== true) return;
      ref.current.open = false;
      ref.current.querySelector('summary')?.focus();
    };
    document.addEventListener('pointerdown', away);
    document.addEventListener('keydown', leave);
    return () => {
      document.removeEventListener('pointerdown', away);
      document.removeEventListener('keydown', leave);
    };
  }, []);
  return (
    <details ref={ref} className="mapview-popover">
      <summary>
        {label}
        <Icon name="chevronDown" size={18} />
      </summary>
      <div className="mapview-popover-box">{children}</div>
    </details>
  );
}
