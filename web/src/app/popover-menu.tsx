import { useEffect, useId, useRef, type ReactNode } from 'react';
import type { IconName } from '../ui/icon-paths.js';
import { Icon } from '../ui/icons.js';
import './popover-menu.css';

interface PopoverMenuProps {
  label: string;
  icon: IconName;
  /** The word beside or under the drawing; otherwise it is only heard. */
  showLabel?: boolean;
  buttonClassName: string;
  place: 'below' | 'above';
  /** Links and buttons with the class `menu-item`; pressing one closes the menu. */
  children: ReactNode;
}

/** A few links behind a button, by the browser's own popover: Escape and a press beside it close it. */
export function PopoverMenu({ label, icon, showLabel = false, buttonClassName, place, children }: PopoverMenuProps) {
  const id = useId();
  const popover = useRef<HTMLElement>(null);
  useEffect(() => {
    const menu = popover.current;
    const closeAfterChoice = (event: Event) => {
      if (event.target instanceof Element && event.target.closest('.menu-item') !== null) menu?.hidePopover();
    };
    menu?.addEventListener('click', closeAfterChoice);
    return () => menu?.removeEventListener('click', closeAfterChoice);
  }, []);
  return (
    <>
      <button
        type="button"
        className={buttonClassName}
        popoverTarget={id}
        aria-label={showLabel ? undefined : label}
        title={showLabel ? undefined : label}
      >
        <Icon name={icon} />
        {showLabel && <span>{label}</span>}
      </button>
      <section ref={popover} id={id} popover="auto" className={`menu menu--${place}`} aria-label={label}>
        {children}
      </section>
    </>
  );
}
