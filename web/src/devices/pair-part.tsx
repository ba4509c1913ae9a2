import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { answer, api } from '../api/client.js';
import { placeProblem } from '../api/form-problems.js';
import type { components } from '../api/openapi.js';
import type { Problem } from '../api/problem.js';
import { may, useMembership } from '../api/session.js';
import { Button } from '../ui/button.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { useTexts } from '../ui/language.js';
import { Select } from '../ui/select.js';
import { TextField } from '../ui/text-field.js';
import { showToast } from '../ui/toast.js';
import { useFormat } from '../ui/use-format.js';
import { QrCode } from './qr-code.js';
import { deviceTexts } from './texts.js';

type Pairing = components['schemas']['DevicePairing'];

interface NewPhone {
  name: string;
  accountId: string;
}

/** Makes a code for a phone: for oneself, or for another account where one looks after the phones. */
export function PairPart({ code }: { code: string }) {
  const t = useTexts(deviceTexts);
  const membership = useMembership();
  const [own, forOthers] = [may(membership, 'device:pair'), may(membership, 'device:administer')];
  const [made, setMade] = useState<Pairing | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const client = useQueryClient();
  const form = useForm<NewPhone>({ defaultValues: { name: '', accountId: '' } });
  const { errors } = form.formState;
  const pair = useMutation({
    mutationFn: ({ name, accountId }: NewPhone) =>
      accountId === ''
        ? answer(api.POST('/api/v1/municipalities/{code}/devices', { params: { path: { code } }, body: { name } }))
        : answer(
            api.POST('/api/v1/municipalities/{code}/all-devices', {
              params: { path: { code } },
              body: { name, accountId },
            }),
          ),
    onSettled: () => client.invalidateQueries({ queryKey: ['devices', code] }),
  });
  const save = async (values: NewPhone) => {
    setProblem(null);
    try {
      setMade(await pair.mutateAsync(values));
      form.reset();
    } catch (error) {
      setProblem(placeProblem(error, form.setError, ['name', 'accountId']));
    }
  };
  if (made !== null) return <Code pairing={made} onDone={() => setMade(null)} />;
  return (
    <form className="card stack" noValidate onSubmit={(event) => void form.handleSubmit(save)(event)}>
      <h2>{t('pairTitle')}</h2>
      <ErrorNotice error={problem} />
      <TextField
        label={t('name')}
        hint={t('nameHint')}
        maxLength={60}
        autoComplete="off"
        error={errors.name?.message}
        {...form.register('name', { required: t('nameMissing') })}
      />
      {forOthers && (
        <AccountField
          code={code}
          own={own}
          error={errors.accountId?.message}
          field={form.register('accountId', own ? {} : { required: t('accountMissing') })}
        />
      )}
      <Button type="submit" look="primary" busy={pair.isPending}>
        {t('make')}
      </Button>
    </form>
  );
}

interface AccountFieldProps {
  code: string;
  own: boolean;
  error: string | undefined;
  field: ReturnType<ReturnType<typeof useForm<NewPhone>>['register']>;
}

function AccountField({ code, own, error, field }: AccountFieldProps) {
  const t = useTexts(deviceTexts);
  const accounts = useQuery({
    queryKey: ['device-accounts', code],
    queryFn: () => answer(api.GET('/api/v1/municipalities/{code}/device-accounts', { params: { path: { code } } })),
  });
  const choices = (accounts.data ?? []).map(({ id, name, organisation }) => ({
    value: id,
    label: `${name}, ${organisation}`,
  }));
  return (
    <>
      <ErrorNotice error={accounts.error} onRetry={() => void accounts.refetch()} />
      <Select
        label={t('account')}
        {...(own ? { placeholder: null } : {})}
        choices={[...(own ? [{ value: '', label: t('accountSelf') }] : []), ...choices]}
        error={error}
        {...field}
      />
    </>
  );
}

function Code({ pairing, onDone }: { pairing: Pairing; onDone: () => void }) {
  const t = useTexts(deviceTexts);
  const f = useFormat();
  const link = `${location.origin}/para#${pairing.code}`;
  const copy = async () => {
    await navigator.clipboard.writeText(link);
    showToast({ text: t('copied'), tone: 'good' });
  };
  return (
    <section className="card device-code">
      <h2>{t('codeTitle')}</h2>
      <QrCode text={link} label={t('codeAlt')} />
      <p>{t('codeNote', { until: f.time(pairing.codeExpiresAt) })}</p>
      <div className="row">
        <Button onClick={() => void copy()}>{t('copy')}</Button>
        <Button look="quiet" onClick={onDone}>
          {t('done')}
        </Button>
      </div>
    </section>
  );
}
