import { KeysDialog as KeysList } from '../ui/keys-dialog.js';
import { useTexts } from '../ui/language.js';
import { meetingTexts } from './texts.js';

interface KeysDialogProps {
  open: boolean;
  on: boolean;
  onChange: (on: boolean) => void;
  onClose: () => void;
}

/** Every key of the meeting, and whether they are used at all. */
export function KeysDialog(setting: KeysDialogProps) {
  const t = useTexts(meetingTexts);
  const keys: [string[], string][] = [
    [['b'], t('key_b')],
    [['j'], t('key_j')],
    [['k'], t('key_k')],
    [['n'], t('key_n')],
    [['m'], t('key_m')],
    [['f'], t('key_f')],
    [['Esc'], t('key_escape')],
    [['?'], t('key_help')],
  ];
  return (
    <KeysList title={t('keysTitle')} keys={keys} {...setting}>
      <p className="muted">{t('keysDecision')}</p>
    </KeysList>
  );
}
