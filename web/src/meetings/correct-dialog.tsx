import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../ui/button.js';
import { Dialog } from '../ui/dialog.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { useTexts } from '../ui/language.js';
import { TextArea, TextField } from '../ui/text-field.js';
import { correctMinutes, type Minutes } from './minutes-api.js';
import { meetingTexts } from './texts.js';

interface CorrectDialogProps {
  code: string;
  meetingId: string;
  minutes: Minutes;
  onClose: () => void;
}

/** Puts frozen notes right: a new version with its reason; what stood before is kept. */
export function CorrectDialog({ code, meetingId, minutes, onClose }: CorrectDialogProps) {
  const t = useTexts(meetingTexts);
  const client = useQueryClient();
  const [reason, setReason] = useState('');
  const [texts, setTexts] = useState<Readonly<Record<string, string>>>({});
  const notes = minutes.items.flatMap(({ id, note }) => {
    const text = texts[id];
    return text === undefined || text === note ? [] : [{ itemId: id, text }];
  });
  const save = useMutation({
    mutationFn: () => correctMinutes(code, meetingId, { reason, notes }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['meetings', code, meetingId] });
      onClose();
    },
  });
  const ready = reason.trim() !== '' && notes.length > 0;
  return (
    <Dialog open onClose={onClose} title={t('correct')} place="side">
      <div className="stack" lang="sv">
        <TextField label={t('reason')} hint={t('reasonHint')} value={reason} maxLength={300} onChange={({ target }) => setReason(target.value)} />
        {minutes.items.map(({ id, title, note }) => (
          <TextArea key={id} label={title} rows={2} maxLength={8000} value={texts[id] ?? note} onChange={({ target }) => setTexts({ ...texts, [id]: target.value })} />
        ))}
        <ErrorNotice error={save.error} />
        <div>
          <Button look="primary" busy={save.isPending} disabled={!ready} onClick={() => save.mutate()}>{t('saveVersion')}</Button>
        </div>
      </div>
    </Dialog>
  ); // prettier-ignore
}
