import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { Button } from '../ui/button.js';
import { useTexts } from '../ui/language.js';
import { Select } from '../ui/select.js';
import { TextField } from '../ui/text-field.js';
import type { ItemContentProps } from './item-content.js';
import { organisationsQuery, type MeetingParticipant } from './meeting-api.js';
import { addParticipant, setAttendance } from './meeting-parts-api.js';
import { meetingTexts } from './texts.js';

/** Who is here, by function: one press each, and somebody more when the group has a guest. */
export function Attendance({ code, meeting, calls, mayWrite }: ItemContentProps) {
  const t = useTexts(meetingTexts);
  const toggle = ({ id, attendance }: MeetingParticipant) =>
    calls.act(() =>
      setAttendance(code, { meetingId: meeting.id, id }, attendance === 'present' ? 'absent' : 'present'),
    );
  const expected = meeting.participants.filter(({ attendance }) => attendance === 'expected');
  const allPresent = async () => {
    for (const { id } of expected) await calls.act(() => setAttendance(code, { meetingId: meeting.id, id }, 'present'));
  };
  return (
    <div className="stack stack--tight">
      <ul className="plain-list meeting-people">
        {meeting.participants.map((one) => (
          <li key={one.id}>
            <button type="button" className="meeting-person" aria-pressed={one.attendance === 'present'} data-attendance={one.attendance} disabled={!mayWrite} onClick={() => void toggle(one)}>
              <span className="meeting-person-mark" aria-hidden="true" />
              <span>
                {[one.function, one.organisation ?? one.party].filter(Boolean).join(', ')}
                <span className="small muted"> {t(`attendance_${one.attendance}`)}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
      {mayWrite && (
        <div className="row">
          {expected.length > 0 && <Button icon="check" onClick={() => void allPresent()}>{t('allPresent', { count: expected.length })}</Button>}
          <Guest {...{ code, meeting, calls }} />
        </div>
      )}
    </div>
  ); // prettier-ignore
}

function Guest({ code, meeting, calls }: Pick<ItemContentProps, 'code' | 'meeting' | 'calls'>) {
  const t = useTexts(meetingTexts);
  const organisations = useQuery(organisationsQuery(code)).data ?? [];
  const [open, setOpen] = useState(false);
  const [role, setRole] = useState('');
  const [organisationId, setOrganisation] = useState('');
  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (role.trim() === '') return;
    const body = { function: role, organisationId: organisationId === '' ? null : organisationId, party: null, attendance: 'present' as const }; // prettier-ignore
    if (!(await calls.act(() => addParticipant(code, meeting.id, body)))) return;
    setRole('');
    setOpen(false);
  };
  if (!open) return <Button look="quiet" icon="plus" onClick={() => setOpen(true)}>{t('addGuest')}</Button>; // prettier-ignore
  return (
    <form className="meeting-inline" noValidate onSubmit={(event) => void send(event)}>
      <TextField label={t('memberFunction')} value={role} maxLength={80} onChange={({ target }) => setRole(target.value)} />
      <Select label={t('memberOrganisation')} value={organisationId} placeholder={t('thirdParty')} choices={organisations.map(({ id, name }) => ({ value: id, label: name }))} onChange={({ target }) => setOrganisation(target.value)} />
      <Button type="submit">{t('add')}</Button>
    </form>
  ); // prettier-ignore
}
