import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../ui/button.js';
import { Dialog } from '../ui/dialog.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { useLanguage, useTexts } from '../ui/language.js';
import { Notice } from '../ui/notice.js';
import { todayInSweden } from '../ui/period.js';
import { DateField, TimeField } from '../ui/text-field.js';
import { clockOf, clockToInstant } from './clock.js';
import { changeAction, type Action } from './action-api.js';
import { closeMeeting, type Meeting } from './meeting-api.js';
import { meetingTexts } from './texts.js';

interface CloseDialogProps {
  code: string;
  meeting: Meeting;
  open: boolean;
  onClose: () => void;
}

/** What is missing is asked for, nothing of it prevents; then the minutes are frozen. */
export function CloseDialog({ code, meeting, open, onClose }: CloseDialogProps) {
  const t = useTexts(meetingTexts);
  return (
    <Dialog open={open} onClose={onClose} title={t('closeTitle')}>
      <Closing code={code} meeting={meeting} onClose={onClose} />
    </Dialog>
  );
}

function Closing({ code, meeting, onClose }: Omit<CloseDialogProps, 'open'>) {
  const t = useTexts(meetingTexts);
  const client = useQueryClient();
  const planned = clockOf(meeting.until);
  const [now] = useState(() => clockOf(new Date().toISOString()));
  const [end, setEnd] = useState(() => (meeting.leftOpen ? planned : now));
  const close = useMutation({
    mutationFn: () => closeMeeting(code, meeting.id, { until: end.day === now.day && end.clock >= now.clock ? null : clockToInstant(end.day, end.clock) }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['meetings', code] });
      onClose();
    },
  }); // prettier-ignore
  const undated = meeting.decisions.filter(({ action }) => action.due === null);
  const expected = meeting.missing.filter(({ kind }) => kind === 'attendance').length;
  return (
    <div className="stack">
      <p>{t('closeText', { count: meeting.decisions.length })}</p>
      {meeting.leftOpen && <Notice tone="caution">{t('leftOpenText')}</Notice>}
      {expected > 0 && <Notice>{t('missingAttendance', { count: expected })}</Notice>}
      {undated.length > 0 && (
        <section className="stack stack--tight" aria-label={t('missingDates')}>
          <h3>{t('missingDates')}</h3>
          {undated.map(({ action }) => (
            <Undated key={action.id} code={code} action={action} />
          ))}
        </section>
      )}
      <div className="field-pair">
        <DateField label={t('endDay')} value={end.day} max={now.day} onChange={({ target }) => setEnd({ ...end, day: target.value })} />
        <TimeField label={t('endTime')} value={end.clock} onChange={({ target }) => setEnd({ ...end, clock: target.value })} />
      </div>
      <p className="small muted">{t('frozenNotice')}</p>
      <ErrorNotice error={close.error} />
      <div className="row">
        <Button look="primary" busy={close.isPending} disabled={end.day === '' || end.clock === ''} onClick={() => close.mutate()}>{t('closeNow')}</Button>
        <Button look="quiet" onClick={onClose}>{t('goOn')}</Button>
      </div>
    </div>
  ); // prettier-ignore
}

/** A decision without a last day: asked for here, and it may stay without. */
function Undated({ code, action }: { code: string; action: Action }) {
  const [today] = useState(() => todayInSweden(new Date()));
  const t = useTexts(meetingTexts);
  const client = useQueryClient();
  const language = useLanguage();
  const save = useMutation({
    mutationFn: (due: string) => changeAction(code, action, { due }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['meetings', code] }),
  });
  return (
    <div className="stack stack--tight">
      <DateField label={action.sentence[language]} hint={t('dueHint')} min={today} onChange={({ target }) => { if (target.value !== '') save.mutate(target.value); }} />
      <ErrorNotice error={save.error} />
    </div>
  ); // prettier-ignore
}
