import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../ui/button.js';
import { Dialog } from '../ui/dialog.js';
import { RadioTiles } from '../ui/radio-tiles.js';
import { TextArea } from '../ui/text-field.js';
import { reasonsQuery } from './review-api.js';
import { useDialogForm } from './use-dialog-form.js';
import type { Words } from './use-words.js';

interface DismissDialogProps {
  code: string;
  onClose: () => void;
  onDismiss: (reason: string, note: string | null) => void;
  words: Words;
}

/** Why the report is set aside. The number of a reason chooses it, Enter dismisses. */
export function DismissDialog({ code, onClose, onDismiss, words: { t, language } }: DismissDialogProps) {
  const reasons = useQuery(reasonsQuery(code)).data ?? [];
  const [reason, setReason] = useState<string | null>(null);
  const [note, setNote] = useState('');
  const [asked, setAsked] = useState(false);
  const dismiss = () => {
    if (reason === null) return setAsked(true);
    onDismiss(reason, note.trim() || null);
  };
  const form = useDialogForm((event) => {
    const numbered = reasons[Number(event.key) - 1];
    if (numbered !== undefined) setReason(numbered.code);
  }, reasons.length > 0);
  return (
    <Dialog open onClose={onClose} title={t('dismissTitle')}>
      <form
        ref={form}
        className="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          dismiss();
        }}
      >
        <RadioTiles
          legend={t('dismissWhy')}
          size="small"
          tiles={reasons.map(({ code: value, name }, at) => ({ value, label: `${at + 1}. ${name[language]}` }))}
          value={reason}
          onChange={setReason}
          error={asked && reason === null ? t('reasonMissing') : undefined}
        />
        <TextArea
          label={t('note')}
          optional
          value={note}
          maxLength={500}
          onChange={({ target }) => setNote(target.value)}
        />
        <p className="muted small">{t('dismissHint')}</p>
        <div className="row">
          <Button type="submit" look="primary">
            {t('dismiss')}
          </Button>
          <Button onClick={onClose}>{t('cancel')}</Button>
        </div>
      </form>
    </Dialog>
  );
}
