import { Checkbox } from '../ui/checkbox.js';
import { Dialog } from '../ui/dialog.js';
import { useTexts } from '../ui/language.js';
import { meetingTexts } from './texts.js';

interface KeysDialogProps {
  open: boolean;
  on: boolean;
  onChange: (on: boolean) => void;
  onClose: () => void;
}

/** Every key of the meeting, and whether they are used at all. */
export function KeysDialog({ open, on, onChange, onClose }: KeysDialogProps) {
  const t = useTexts(meetingTexts);
  const keys: [string, string][] = [
    ['b', t('key_b')],
    ['j', t('key_j')],
    ['k', t('key_k')],
    ['n', t('key_n')],
    ['m', t('key_m')],
    ['f', t('key_f')],
    ['Esc', t('key_escape')],
    ['?', t('key_help')],
  ];
  return (
    <Dialog open={open} onClose={onClose} title={t('keysTitle')}>
      <div className="stack">
        <dl className="meeting-keys">
          {keys.map(([key, deed]) => (
            <div key={key}>
              <dt>
                <kbd className="meeting-key">{key}</kbd>
              </dt>
              <dd>{deed}</dd>
            </div>
          ))}
        </dl>
        <p className="muted">{t('keysDecision')}</p>
        <Checkbox label={t('keysOn')} checked={on} onChange={({ target }) => onChange(target.checked)} />
      </div>
    </Dialog>
  );
}
