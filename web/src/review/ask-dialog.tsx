import { useState } from 'react';
import { Button } from '../ui/button.js';
import { Dialog } from '../ui/dialog.js';
import { TextArea } from '../ui/text-field.js';
import { useDialogForm } from './use-dialog-form.js';
import type { Words } from './use-words.js';

interface AskDialogProps {
  onClose: () => void;
  onAsk: (text: string) => void;
  words: Words;
}

/** A question to whoever reported. Ctrl+Enter sends it. */
export function AskDialog({ onClose, onAsk, words: { t } }: AskDialogProps) {
  const [text, setText] = useState('');
  const [asked, setAsked] = useState(false);
  const missing = text.trim() === '';
  const send = () => (missing ? setAsked(true) : onAsk(text.trim()));
  const form = useDialogForm((event) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) send();
  });
  return (
    <Dialog open onClose={onClose} title={t('askTitle')}>
      <form
        ref={form}
        className="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <TextArea
          label={t('askLabel')}
          hint={t('askHint')}
          value={text}
          maxLength={500}
          error={asked && missing ? t('askMissing') : undefined}
          onChange={({ target }) => setText(target.value)}
        />
        <div className="row">
          <Button type="submit" look="primary">
            {t('send')}
          </Button>
          <Button onClick={onClose}>{t('cancel')}</Button>
        </div>
      </form>
    </Dialog>
  );
}
