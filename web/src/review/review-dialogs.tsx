import { AskDialog } from './ask-dialog.js';
import { CorrectDialog } from './correct-dialog.js';
import { DismissDialog } from './dismiss-dialog.js';
import { KeysDialog } from './keys-dialog.js';
import type { Review } from './review-api.js';
import { SourcesDialog } from './sources-dialog.js';
import type { Deeds } from './use-deeds.js';
import type { Words } from './use-words.js';

export type OpenDialog = 'dismiss' | 'ask' | 'correct' | 'keys' | 'sources' | null;

interface ReviewDialogsProps {
  code: string;
  open: OpenDialog;
  item: Review | null;
  deeds: Deeds;
  keysOn: boolean;
  onKeys: (on: boolean) => void;
  onClose: () => void;
  words: Words;
}

/** The one dialog that is open. */
export function ReviewDialogs({ code, open, item, deeds, keysOn, onKeys, onClose, words }: ReviewDialogsProps) {
  if (open === 'keys') return <KeysDialog on={keysOn} onChange={onKeys} onClose={onClose} words={words} />;
  if (open === 'sources') return <SourcesDialog code={code} onClose={onClose} words={words} />;
  if (item === null) return null;
  if (open === 'dismiss')
    return <DismissDialog code={code} onClose={onClose} onDismiss={deeds.finishDismiss} words={words} />;
  if (open === 'ask') return <AskDialog onClose={onClose} onAsk={deeds.finishAsk} words={words} />;
  if (open === 'correct')
    return <CorrectDialog code={code} item={item} onClose={onClose} onCorrected={deeds.finishCorrect} words={words} />;
  return null;
}
