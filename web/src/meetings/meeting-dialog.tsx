import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { uuidv7 } from '../api/uuid.js';
import { Button } from '../ui/button.js';
import { Dialog } from '../ui/dialog.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { useTexts } from '../ui/language.js';
import { todayInSweden } from '../ui/period.js';
import { Select } from '../ui/select.js';
import { DateField, TextField, TimeField } from '../ui/text-field.js';
import { clockToInstant } from './clock.js';
import { makeMeeting, meetingKinds, type Group, type NewMeeting } from './meeting-api.js';
import { lengths } from './series-dialog.js';
import { meetingTexts } from './texts.js';

interface MeetingDialogProps {
  code: string;
  group: Group;
  onClose: () => void;
}

/** A single meeting of a group; its members come along, and its agenda fills itself. */
export function MeetingDialog({ code, group, onClose }: MeetingDialogProps) {
  const t = useTexts(meetingTexts);
  const client = useQueryClient();
  const navigate = useNavigate();
  const [id] = useState(uuidv7);
  const [kind, setKind] = useState<NewMeeting['kind']>('weekly-est');
  const [day, setDay] = useState(() => todayInSweden(new Date()));
  const [clock, setClock] = useState('08:30');
  const [minutes, setMinutes] = useState('60');
  const [place, setPlace] = useState('');
  const make = useMutation({
    mutationFn: (body: NewMeeting) => makeMeeting(code, body),
    onSuccess: async (made) => {
      await client.invalidateQueries({ queryKey: ['meetings', code] });
      await navigate({ to: '/$code/moten/$id', params: { code, id: made.id } });
    },
  });
  const send = (event: FormEvent) => {
    event.preventDefault();
    const at = clockToInstant(day, clock);
    const until = new Date(Date.parse(at) + Number(minutes) * 60_000).toISOString();
    make.mutate({ id, groupId: group.id, kind, at, until, place: place.trim() === '' ? null : place });
  };
  const kinds = meetingKinds.map((value) => ({ value, label: t(`kind-${value}`) }));
  return (
    <Dialog open onClose={onClose} title={t('newMeetingOf', { group: group.name })}>
      <form className="stack" noValidate onSubmit={send}>
        <Select label={t('kind')} placeholder={null} value={kind} choices={kinds} onChange={({ target }) => setKind(target.value as NewMeeting['kind'])} />
        <DateField label={t('day')} required value={day} onChange={({ target }) => setDay(target.value)} />
        <div className="field-pair">
          <TimeField label={t('startsAt')} required value={clock} onChange={({ target }) => setClock(target.value)} />
          <Select label={t('length')} placeholder={null} value={minutes} choices={lengths.map((value) => ({ value, label: t('minutes', { count: Number(value) }) }))} onChange={({ target }) => setMinutes(target.value)} />
        </div>
        <TextField label={t('place')} optional value={place} maxLength={120} onChange={({ target }) => setPlace(target.value)} />
        <ErrorNotice error={make.error} />
        <div>
          <Button type="submit" look="primary" busy={make.isPending} disabled={day === '' || clock === ''}>{t('makeMeeting')}</Button>
        </div>
      </form>
    </Dialog>
  ); // prettier-ignore
}
