import { useEffect, useId, useRef, type ReactNode } from 'react';
import { IconButton } from './button.js';
import './dialog.css';
import { useTexts } from './language.js';
import { uiTexts } from './texts.js';

interface DialogProps {
  open: boolean;
  onClose: () => void;
  title: string;
  children: ReactNode;
  /** Buttons at the foot; the one that goes on stands last. */
  actions?: ReactNode;
  /** `side`: along the right edge at wide screens. On a phone every dialog comes from below. */
  place?: 'middle' | 'side';
}

/** Something to finish or leave before going on. The browser's own `<dialog>`: focus stays inside, Escape closes. */
export function Dialog({ open, onClose, title, children, actions, place = 'middle' }: DialogProps) {
  const t = useTexts(uiTexts);
  const ref = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    const dialog = ref.current;
    if (dialog === null) return;
    if (open && !dialog.open) dialog.showModal();
    if (!open && dialog.open) dialog.close();
  }, [open]);
  return (
    <dialog
      ref={ref}
      className={`dialog dialog--${place}`}
      aria-labelledby={titleId}
      // Comes a moment after: by then the page may have closed the dialog itself, or opened it again for something else.
      onClose={({ currentTarget }) => open && !currentTarget.open && onClose()}
      {...{ closedby: 'any' }}
    >
      {open && (
        <div className="dialog-box">
          <header className="dialog-head">
            <h2 id={titleId}>{title}</h2>
            <IconButton icon="close" label={t('close')} onClick={onClose} />
          </header>
          <div className="dialog-body">{children}</div>
          {actions !== undefined && <footer className="dialog-actions">{actions}</footer>}
        </div>
      )}
    </dialog>
  );
}
