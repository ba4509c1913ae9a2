import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { Button } from '../ui/button.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { useTexts } from '../ui/language.js';
import { TextField } from '../ui/text-field.js';
import { showToast } from '../ui/toast.js';
import { faultOf, type Reminders, remindersQuery, removeSms, saveSms, tryOut } from './reminder-api.js';
import { reminderTexts } from './texts.js';

/** The municipality's SMS service: its address, its secret, and a try. */
export function SmsPart({ code, sms }: { code: string; sms: Reminders['sms'] }) {
  const t = useTexts(reminderTexts);
  const client = useQueryClient();
  const [url, setUrl] = useState(sms?.url ?? '');
  const [secret, setSecret] = useState('');
  const save = useMutation({
    mutationFn: () => saveSms(code, { url, secret: secret === '' ? null : secret }),
    onSuccess: (fresh) => {
      client.setQueryData(remindersQuery(code).queryKey, fresh);
      setSecret('');
      showToast({ text: t('smsSaved'), tone: 'good' });
    },
  });
  const send = (event: FormEvent) => {
    event.preventDefault();
    save.mutate();
  };
  return (
    <section className="stack reminder-sms">
      <h2>{t('smsTitle')}</h2>
      <p className="muted">{t('smsLead')}</p>
      <form className="stack" noValidate onSubmit={send} aria-label={t('smsTitle')}>
        <TextField
          label={t('smsUrl')}
          hint={t('smsUrlHint')}
          value={url}
          inputMode="url"
          autoComplete="off"
          maxLength={500}
          onChange={(event) => setUrl(event.currentTarget.value)}
          error={faultOf(save.error, '/url')}
        />
        <TextField
          label={t('smsSecret')}
          hint={sms === null ? t('smsSecretHint') : t('smsSecretKept')}
          type="password"
          value={secret}
          autoComplete="new-password"
          maxLength={200}
          onChange={(event) => setSecret(event.currentTarget.value)}
          error={faultOf(save.error, '/secret')}
        />
        <ErrorNotice error={save.error} hideFields />
        <div className="row">
          <Button type="submit" busy={save.isPending}>
            {t('save')}
          </Button>
          {sms !== null && <RemoveSms code={code} onRemoved={() => setUrl('')} />}
        </div>
      </form>
      {sms !== null && <TrySms code={code} />}
    </section>
  );
}

function RemoveSms({ code, onRemoved }: { code: string; onRemoved: () => void }) {
  const t = useTexts(reminderTexts);
  const client = useQueryClient();
  const remove = useMutation({
    mutationFn: () => removeSms(code),
    onSuccess: () => {
      onRemoved();
      showToast({ text: t('smsRemoved'), tone: 'good' });
    },
    onSettled: () => client.invalidateQueries({ queryKey: remindersQuery(code).queryKey }),
  });
  return (
    <>
      <Button look="quiet" busy={remove.isPending} onClick={() => remove.mutate()}>
        {t('smsRemove')}
      </Button>
      <ErrorNotice error={remove.error} />
    </>
  );
}

function TrySms({ code }: { code: string }) {
  const t = useTexts(reminderTexts);
  const [to, setTo] = useState('');
  const trying = useMutation({
    mutationFn: () => tryOut(code, to),
    onSuccess: () => showToast({ text: t('triedSms'), tone: 'good' }),
  });
  const send = (event: FormEvent) => {
    event.preventDefault();
    trying.mutate();
  };
  return (
    <form className="stack" noValidate onSubmit={send} aria-label={t('trySms')}>
      <TextField
        label={t('smsTo')}
        value={to}
        type="tel"
        maxLength={30}
        onChange={(event) => setTo(event.currentTarget.value)}
        error={faultOf(trying.error, '/to')}
      />
      <ErrorNotice error={trying.error} hideFields />
      <div>
        <Button type="submit" busy={trying.isPending}>
          {t('trySms')}
        </Button>
      </div>
    </form>
  );
}
