import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useId, useState, type FormEvent } from 'react';
import { Button } from '../ui/button.js';
import { Checkbox } from '../ui/checkbox.js';
import { Dialog } from '../ui/dialog.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { useTexts } from '../ui/language.js';
import { Select } from '../ui/select.js';
import { TextField } from '../ui/text-field.js';
import { emptyMember, memberOf, MemberRows, type MemberDraft } from './member-rows.js';
import { groupKinds, organisationsQuery, saveGroup, type Group, type NewGroup } from './meeting-api.js';
import { meetingTexts } from './texts.js';

interface GroupDialogProps {
  code: string;
  /** `null`: a new one. */
  group: Group | null;
  open: boolean;
  onClose: () => void;
}

/** A standing group: its name, what it is, and who sits in it by function. */
export function GroupDialog({ code, group, open, onClose }: GroupDialogProps) {
  const t = useTexts(meetingTexts);
  return (
    <Dialog open={open} onClose={onClose} title={group === null ? t('newGroup') : t('changeGroup')} place="side">
      <GroupForm key={group?.id ?? 'new'} code={code} group={group} onDone={onClose} />
    </Dialog>
  );
}

function GroupForm({ code, group, onDone }: { code: string; group: Group | null; onDone: () => void }) {
  const t = useTexts(meetingTexts);
  const client = useQueryClient();
  const form = useId();
  const organisations = useQuery(organisationsQuery(code)).data ?? [];
  const [name, setName] = useState(group?.name ?? '');
  const [kind, setKind] = useState<Group['kind']>(group?.kind ?? 'est');
  const [ended, setEnded] = useState(group?.ended ?? false);
  const [members, setMembers] = useState<MemberDraft[]>(() => group?.members.map(memberOf) ?? [emptyMember()]);
  const [checked, setChecked] = useState(false);
  const save = useMutation({
    mutationFn: (body: NewGroup) => saveGroup(code, group, { ...body, ended }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['meetings', code] });
      onDone();
    },
  });
  const send = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (name.trim() === '') return;
    const filled = members.filter((member) => member.function.trim() !== '');
    save.mutate({
      name,
      kind,
      members: filled.map(({ function: role, organisationId, party, accountId }) => ({
        function: role,
        organisationId: organisationId === '' ? null : organisationId,
        party: organisationId === '' && party.trim() !== '' ? party : null,
        accountId,
      })),
      ...(group === null ? {} : { agenda: group.agenda }),
    });
  };
  return (
    <form id={form} className="stack" noValidate onSubmit={send}>
      <TextField
        label={t('groupName')}
        hint={t('groupNameHint')}
        value={name}
        maxLength={120}
        onChange={({ target }) => setName(target.value)}
        error={checked && name.trim() === '' ? t('groupNameMissing') : undefined}
      />
      <Select
        label={t('groupKind')}
        placeholder={null}
        value={kind}
        choices={groupKinds.map((value) => ({ value, label: t(`group-${value}`) }))}
        onChange={({ target }) => setKind(groupKinds.find((value) => value === target.value) ?? 'est')}
      />
      <MemberRows members={members} organisations={organisations} onChange={setMembers} />
      {group !== null && <Checkbox label={t('groupEnded')} checked={ended} onChange={({ target }) => setEnded(target.checked)} />}
      <ErrorNotice error={save.error} />
      <div>
        <Button type="submit" look="primary" busy={save.isPending}>{t('save')}</Button>
      </div>
    </form>
  ); // prettier-ignore
}
