import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { placeProblem } from '../api/form-problems.js';
import type { Problem } from '../api/problem.js';
import { useSession } from '../api/session.js';
import { Checkbox } from '../ui/checkbox.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { useTexts } from '../ui/language.js';
import { Notice } from '../ui/notice.js';
import { Select } from '../ui/select.js';
import { TextField } from '../ui/text-field.js';
import { organisationsQuery, type Account } from './admin-api.js';
import { useListWrite } from './list-api.js';
import { listTexts } from './list-texts.js';
import { editMember, type MemberEdit, type MemberList, memberListQuery } from './member-api.js';
import { roles } from './role-names.js';
import { FormEnd } from './row-tools.js';
import { adminTexts } from './texts.js';

/** What an account may do and whether it may sign in; of one's own only the name and the organisation. */
export function AccountForm({ code, account, onDone }: { code: string; account: Account; onDone: () => void }) {
  const t = useTexts(adminTexts);
  const words = useTexts(listTexts);
  const own = useSession()?.account.id === account.id;
  const organisations = useQuery(organisationsQuery(code)).data;
  const write = useListWrite<MemberList>(code, memberListQuery(code).queryKey);
  const [problem, setProblem] = useState<Problem | null>(null);
  const { id, name, role, organisationId, disabled } = account;
  const start: MemberEdit = { name, role, organisationId, disabled };
  const form = useForm({ defaultValues: start });
  const { errors } = form.formState;
  const save = async (edit: MemberEdit) => {
    setProblem(null);
    try {
      await write.mutateAsync({
        write: editMember(code, id, own ? { ...edit, role, disabled } : edit),
        back: editMember(code, id, start),
        said: words('saved', { name: edit.name }),
      });
      onDone();
    } catch (error) {
      setProblem(placeProblem(error, form.setError, ['name', 'role', 'organisationId']));
    }
  };
  if (organisations === undefined) return null;
  return (
    <form className="stack" noValidate onSubmit={(event) => void form.handleSubmit(save)(event)}>
      <ErrorNotice error={problem} />
      <p className="muted">{account.email}</p>
      {own && (
        <Notice>
          <p>{t('ownAccount')}</p>
        </Notice>
      )}
      <TextField
        label={t('accountName')}
        maxLength={120}
        autoComplete="off"
        error={errors.name?.message}
        {...form.register('name', { required: t('nameMissing') })}
      />
      <Select
        label={t('organisation')}
        placeholder={null}
        choices={organisations.map((one) => ({ value: one.id, label: one.name }))}
        error={errors.organisationId?.message}
        {...form.register('organisationId')}
      />
      {!own && (
        <>
          <Select
            label={t('role')}
            placeholder={null}
            choices={roles.map((value) => ({ value, label: t(value) }))}
            error={errors.role?.message}
            {...form.register('role')}
          />
          <Checkbox label={t('disableAccount')} {...form.register('disabled')} />
        </>
      )}
      <FormEnd onCancel={onDone} busy={write.isPending} />
    </form>
  );
}
