import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import { placeProblem } from '../api/form-problems.js';
import { problemName, problemOf, type Problem } from '../api/problem.js';
import { Button } from '../ui/button.js';
import { Dialog } from '../ui/dialog.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { currentLanguage, useTexts } from '../ui/language.js';
import { Notice } from '../ui/notice.js';
import { Select } from '../ui/select.js';
import { Skeleton } from '../ui/skeleton.js';
import { StatusTag } from '../ui/status-tag.js';
import { Table } from '../ui/table.js';
import { TextField } from '../ui/text-field.js';
import { showToast } from '../ui/toast.js';
import { createAccount, organisationsQuery, type NewAccount } from './admin-api.js';
import { AccountForm } from './account-form.js';
import { memberListQuery } from './member-api.js';
import { roles } from './role-names.js';
import { OpenRow } from './row-tools.js';
import { adminTexts } from './texts.js';

/** Who may sign in, as what; and a new one in a dialog that says what the role may do. */
export function AccountsPart({ code }: { code: string }) {
  const t = useTexts(adminTexts);
  const { data, error, refetch } = useQuery(memberListQuery(code));
  const [adding, setAdding] = useState(false);
  const [open, setOpen] = useState<string | null>(null);
  const chosen = data?.accounts.find(({ id }) => id === open) ?? null;
  return (
    <div className="stack">
      <div className="row row--between">
        <p className="muted">{t('accountsLead')}</p>
        <Button look="primary" icon="plus" onClick={() => setAdding(true)}>
          {t('addAccount')}
        </Button>
      </div>
      <ErrorNotice error={error} onRetry={() => void refetch()} />
      {data === undefined && error === null && <Skeleton lines={6} />}
      {data !== undefined && (
        <Table
          caption={t('accounts')}
          hideCaption
          rows={data.accounts}
          rowKey={({ id }) => id}
          empty={t('noAccounts')}
          columns={[
            {
              id: 'name',
              header: t('name'),
              rowHeader: true,
              cell: (row) => <OpenRow name={row.name} onOpen={() => setOpen(row.id)} />,
            },
            { id: 'role', header: t('role'), cell: (row) => t(row.role) },
            { id: 'organisation', header: t('organisation'), cell: (row) => row.organisationName },
            { id: 'email', header: t('email'), cell: (row) => row.email },
            {
              id: 'status',
              header: t('status'),
              cell: (row) => (
                <StatusTag tone={row.disabled ? 'neutral' : 'good'}>
                  {t(row.disabled ? 'disabled' : 'active')}
                </StatusTag>
              ),
            },
          ]}
        />
      )}
      <Dialog open={adding} onClose={() => setAdding(false)} title={t('addAccount')} place="side">
        <NewAccountForm code={code} onDone={() => setAdding(false)} />
      </Dialog>
      <Dialog open={chosen !== null} onClose={() => setOpen(null)} title={chosen?.name ?? ''} place="side">
        {chosen !== null && <AccountForm key={chosen.id} code={code} account={chosen} onDone={() => setOpen(null)} />}
      </Dialog>
    </div>
  );
}

const empty = { name: '', email: '', password: '', role: '', organisationId: '' };

function NewAccountForm({ code, onDone }: { code: string; onDone: () => void }) {
  const t = useTexts(adminTexts);
  const client = useQueryClient();
  const organisations = useQuery(organisationsQuery(code)).data ?? [];
  const [problem, setProblem] = useState<Problem | null>(null);
  const form = useForm({ defaultValues: empty });
  const create = useMutation({ mutationFn: (body: NewAccount) => createAccount(code, body) });
  const { errors } = form.formState;
  const chosenRole = useWatch({ control: form.control, name: 'role' });
  const role = roles.find((one) => one === chosenRole);
  const save = async (values: typeof empty) => {
    setProblem(null);
    try {
      await create.mutateAsync(values as NewAccount);
      await Promise.all([
        client.invalidateQueries({ queryKey: ['accounts', code] }),
        client.invalidateQueries({ queryKey: memberListQuery(code).queryKey }),
      ]);
      showToast({ text: t('accountAdded', { name: values.name }), tone: 'good' });
      onDone();
    } catch (error) {
      const found = problemOf(error, currentLanguage());
      if (problemName(found) === 'email-taken') form.setError('email', { message: found.title }, { shouldFocus: true });
      else setProblem(placeProblem(error, form.setError, ['name', 'email', 'password', 'role', 'organisationId']));
    }
  };
  return (
    <form className="stack" noValidate onSubmit={(event) => void form.handleSubmit(save)(event)}>
      <ErrorNotice error={problem} />
      <TextField
        label={t('accountName')}
        hint={t('accountNameHint')}
        maxLength={120}
        autoComplete="off"
        error={errors.name?.message}
        {...form.register('name', { required: t('nameMissing') })}
      />
      <Select
        label={t('organisation')}
        choices={organisations.map(({ id, name }) => ({ value: id, label: name }))}
        error={errors.organisationId?.message}
        {...form.register('organisationId', { required: t('organisationMissing') })}
      />
      <Select
        label={t('role')}
        choices={roles.map((value) => ({ value, label: t(value) }))}
        error={errors.role?.message}
        {...form.register('role', { required: t('roleMissing') })}
      />
      <div aria-live="polite">
        {role !== undefined && (
          <Notice title={t('roleMay')}>
            <p>{t(`${role}May`)}</p>
          </Notice>
        )}
      </div>
      <TextField
        label={t('email')}
        type="email"
        autoComplete="off"
        error={errors.email?.message}
        {...form.register('email', {
          required: t('emailWrong'),
          pattern: { value: /^\S+@\S+\.\S+$/, message: t('emailWrong') },
        })}
      />
      <TextField
        label={t('password')}
        hint={t('passwordHint')}
        autoComplete="off"
        spellCheck={false}
        error={errors.password?.message}
        {...form.register('password', {
          required: t('passwordShort'),
          minLength: { value: 12, message: t('passwordShort') },
        })}
      />
      <div className="row admin-form-end">
        <Button onClick={onDone}>{t('cancel')}</Button>
        <Button type="submit" look="primary" busy={create.isPending}>
          {t('save')}
        </Button>
      </div>
    </form>
  );
}
