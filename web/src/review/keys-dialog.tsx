import { KeysDialog as KeysList } from '../ui/keys-dialog.js';
import type { Words } from './use-words.js';

interface KeysDialogProps {
  on: boolean;
  onChange: (on: boolean) => void;
  onClose: () => void;
  words: Words;
}

/** Every key of the inbox, and whether they are used at all. */
export function KeysDialog({ words: { t }, ...setting }: KeysDialogProps) {
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
  return <KeysList title={t('keysTitle')} keys={keys} {...setting} />;
}
