import { Button, IconButton } from '../ui/button.js';
import { useTexts } from '../ui/language.js';
import { Select } from '../ui/select.js';
import { TextField } from '../ui/text-field.js';
import { uuidv7 } from '../api/uuid.js';
import type { Group } from './meeting-api.js';
import { meetingTexts } from './texts.js';

/** One who sits in a group, while it is being written. */
export interface MemberDraft {
  id: string;
  function: string;
  /** Empty: a third party that is only named. */
  organisationId: string;
  party: string;
  accountId: string | null;
}

export function emptyMember(): MemberDraft {
  return { id: uuidv7(), function: '', organisationId: '', party: '', accountId: null };
}

export function memberOf({
  id,
  function: role,
  organisationId,
  party,
  accountId,
}: Group['members'][number]): MemberDraft {
  return { id, function: role, organisationId: organisationId ?? '', party: party ?? '', accountId };
}

interface MemberRowsProps {
  members: readonly MemberDraft[];
  organisations: readonly { id: string; name: string }[];
  onChange: (members: MemberDraft[]) => void;
}

/** Who sits in the group: functions of organisations, or of a third party such as a station owner. */
export function MemberRows({ members, organisations, onChange }: MemberRowsProps) {
  const t = useTexts(meetingTexts);
  const change = (id: string, part: Partial<MemberDraft>) =>
    onChange(members.map((one) => (one.id === id ? { ...one, ...part } : one)));
  return (
    <fieldset className="stack stack--tight">
      <legend className="tiles-legend">{t('membersLegend')}</legend>
      <p className="small muted">{t('membersHint')}</p>
      {members.map((member, at) => (
        <div key={member.id} className="meeting-member">
          <TextField label={t('memberFunction')} value={member.function} maxLength={80} onChange={({ target }) => change(member.id, { function: target.value })} />
          <Select label={t('memberOrganisation')} value={member.organisationId} placeholder={t('thirdParty')} choices={organisations.map(({ id, name }) => ({ value: id, label: name }))} onChange={({ target }) => change(member.id, { organisationId: target.value })} />
          <IconButton icon="trash" label={t('removeMember', { number: at + 1 })} onClick={() => onChange(members.filter(({ id }) => id !== member.id))} />
          {member.organisationId === '' && <TextField label={t('partyName')} optional value={member.party} maxLength={80} onChange={({ target }) => change(member.id, { party: target.value })} />}
        </div>
      ))}
      <div>
        <Button icon="plus" onClick={() => onChange([...members, emptyMember()])}>{t('addMember')}</Button>
      </div>
    </fieldset>
  ); // prettier-ignore
}
