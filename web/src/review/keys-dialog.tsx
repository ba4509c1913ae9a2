import { Checkbox } from '../ui/checkbox.js';
import { Dialog } from '../ui/dialog.js';
import type { Words } from './use-words.js';

interface KeysDialogProps {
  on: boolean;
  onChange: (on: boolean) => void;
  onClose: () => void;
  words: Words;
}

/** Every key of the inbox, and whether they are used at all. */
export function KeysDialog({ on, onChange, onClose, words: { t } }: KeysDialogProps) {
  const keys: [string[], string][] = [
    [['j', '↓'], t('k_next')],
    [['k', '↑'], t('k_previous')],
    [['g'], t('accept')],
    [['r'], t('correct')],
    [['f'], t('ask')],
    [['s'], t('merge')],
    [['a'], t('dismiss')],
    [['t'], t('k_clear')],
    [['u', 'Ctrl+Z'], t('undo')],
    [['?'], t('k_keys')],
  ];
  return (
    <Dialog open onClose={onClose} title={t('keysTitle')}>
      <div className="stack">
        <dl className="review-keys">
          {keys.map(([letters, deed]) => (
            <div key={deed}>
              <dt>
                {letters.map((letter, at) => (
                  <span key={letter}>
                    {at > 0 && ` ${t('or')} `}
                    <kbd className="review-key">{letter}</kbd>
                  </span>
                ))}
              </dt>
              <dd>{deed}</dd>
            </div>
          ))}
        </dl>
        <Checkbox label={t('keysOn')} checked={on} onChange={({ target }) => onChange(target.checked)} />
      </div>
    </Dialog>
  );
}
