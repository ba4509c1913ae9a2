import type { ReactNode } from 'react';
import { Checkbox } from './checkbox.js';
import { Dialog } from './dialog.js';
import './keys-dialog.css';
import { defineTexts, useTexts } from './language.js';

const keyTexts = defineTexts('keys-dialog', {
  sv: { on: 'Använd tangenter', or: 'eller' },
  en: { on: 'Use keys', or: 'or' },
});

interface KeysDialogProps {
  open?: boolean;
  title: string;
  /** Keys that do the same, and what they do. */
  keys: readonly (readonly [letters: readonly string[], deed: string])[];
  on: boolean;
  onChange: (on: boolean) => void;
  onClose: () => void;
  /** More to say under the list. */
  children?: ReactNode;
}

/** Every single key of a page, and whether they are used at all. */
export function KeysDialog({ open = true, title, keys, on, onChange, onClose, children }: KeysDialogProps) {
  const t = useTexts(keyTexts);
  return (
    <Dialog open={open} onClose={onClose} title={title}>
      <div className="stack">
        <dl className="keys">
          {keys.map(([letters, deed]) => (
            <div key={deed}>
              <dt>
                {letters.map((letter, at) => (
                  <span key={letter}>
                    {at > 0 && ` ${t('or')} `}
                    <kbd className="key">{letter}</kbd>
                  </span>
                ))}
              </dt>
              <dd>{deed}</dd>
            </div>
          ))}
        </dl>
        {children}
        <Checkbox label={t('on')} checked={on} onChange={({ target }) => onChange(target.checked)} />
      </div>
    </Dialog>
  );
}
