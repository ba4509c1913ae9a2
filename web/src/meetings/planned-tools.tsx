import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { Button } from '../ui/button.js';
import { Checkbox } from '../ui/checkbox.js';
import { Dialog } from '../ui/dialog.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { useTexts } from '../ui/language.js';
import { DateField, TextField, TimeField } from '../ui/text-field.js';
import { clockOf, clockToInstant } from './clock.js';
import { cancelMeeting, changeMeeting, type Meeting } from './meeting-api.js';
import { meetingTexts } from './texts.js';
import type { Calls } from './use-calls.js';

interface PlannedToolsProps {
  meeting: Meeting;
  calls: Calls;
}

/** What may be done to a meeting that has not begun: another time or place, or none at all. */
export function PlannedTools({ meeting, calls }: PlannedToolsProps) {
  const t = useTexts(meetingTexts);
  const [dialog, setDialog] = useState<'change' | 'cancel' | null>(null);
  const close = () => setDialog(null);
  return (
    <>
      <Button icon="edit" onClick={() => setDialog('change')}>{t('changeMeeting')}</Button>
      <Button look="quiet" icon="close" onClick={() => setDialog('cancel')}>{t('cancelMeeting')}</Button>
      <Dialog open={dialog === 'change'} onClose={close} title={t('changeMeeting')}>
        <Change {...{ meeting, calls }} onDone={close} />
      </Dialog>
      <Dialog open={dialog === 'cancel'} onClose={close} title={t('cancelTitle')}>
        <Cancel {...{ meeting, calls }} onKeep={close} />
      </Dialog>
    </>
  ); // prettier-ignore
}

function Change({ meeting, calls, onDone }: PlannedToolsProps & { onDone: () => void }) {
  const t = useTexts(meetingTexts);
  // Over what was read when the form opened, not over what somebody has changed since.
  const [version] = useState(meeting.version);
  const [{ day, from, to, title, place, number, secret }, setDraft] = useState(() => draftOf(meeting));
  const change = (part: Partial<ReturnType<typeof draftOf>>) => setDraft((now) => ({ ...now, ...part }));
  const save = useMutation({
    mutationFn: () =>
      changeMeeting(
        calls.code,
        { id: meeting.id, version },
        {
          title: title.trim(),
          at: clockToInstant(day, from),
          until: clockToInstant(day, to),
          place: place.trim() || null,
          registrationNumber: number.trim() || null,
          classification: secret ? 'may-be-secret' : 'open',
        },
      ),
    onSuccess: onDone,
    onSettled: calls.refresh,
  });
  const send = (event: FormEvent) => {
    event.preventDefault();
    save.mutate();
  };
  const missing = [day, from, to, title.trim()].includes('');
  return (
    <form className="stack" noValidate onSubmit={send}>
      <TextField label={t('seriesName')} required value={title} maxLength={120} onChange={({ target }) => change({ title: target.value })} />
      <DateField label={t('day')} required value={day} onChange={({ target }) => change({ day: target.value })} />
      <div className="field-pair">
        <TimeField label={t('startsAt')} required value={from} onChange={({ target }) => change({ from: target.value })} />
        <TimeField label={t('endsAt')} required value={to} onChange={({ target }) => change({ to: target.value })} />
      </div>
      <TextField label={t('place')} optional value={place} maxLength={120} onChange={({ target }) => change({ place: target.value })} />
      <TextField label={t('registrationNumber')} optional value={number} maxLength={40} onChange={({ target }) => change({ number: target.value })} />
      <Checkbox label={t('secret')} checked={secret} onChange={({ target }) => change({ secret: target.checked })} />
      <ErrorNotice error={save.error} />
      <div>
        <Button type="submit" look="primary" busy={save.isPending} disabled={missing}>{t('save')}</Button>
      </div>
    </form>
  ); // prettier-ignore
}

function draftOf({ at, until, title, place, registrationNumber, classification }: Meeting) {
  const { day, clock } = clockOf(at);
  const secret = classification === 'may-be-secret';
  return { day, from: clock, to: clockOf(until).clock, title, place: place ?? '', number: registrationNumber ?? '', secret }; // prettier-ignore
}

function Cancel({ meeting, calls, onKeep }: PlannedToolsProps & { onKeep: () => void }) {
  const t = useTexts(meetingTexts);
  const cancel = useMutation({
    mutationFn: () => cancelMeeting(calls.code, meeting.id),
    onSuccess: calls.refresh,
  });
  return (
    <div className="stack">
      <p>{t(meeting.seriesId === null ? 'cancelText' : 'cancelTextSeries')}</p>
      <ErrorNotice error={cancel.error} />
      <div className="row">
        <Button look="primary" busy={cancel.isPending} onClick={() => cancel.mutate()}>{t('cancelMeeting')}</Button>
        <Button look="quiet" onClick={onKeep}>{t('keepMeeting')}</Button>
      </div>
    </div>
  ); // prettier-ignore
}
