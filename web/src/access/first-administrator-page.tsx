import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useForm } from 'react-hook-form';
import { placeProblem } from '../api/form-problems.js';
import type { Problem } from '../api/problem.js';
import { useFirstAdministrator } from '../api/session.js';
import { Button } from '../ui/button.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { useTexts } from '../ui/language.js';
import { Notice } from '../ui/notice.js';
import { Page } from '../ui/page.js';
import { TextField } from '../ui/text-field.js';
import { AccessFrame } from './access-frame.js';
import { accessTexts } from './texts.js';

interface NewAdministrator {
  name: string;
  email: string;
  password: string;
}

const shortestPassword = 12;

/** Makes the installation's first account, with the one-time token that stands after `#` (and so reaches no log). */
export function FirstAdministratorPage() {
  const t = useTexts(accessTexts);
  const [token] = useState(() => decodeURIComponent(location.hash.slice(1)));
  useEffect(() => {
    // The token goes out of the address bar and the history as soon as it is read.
    history.replaceState(history.state, '', location.pathname);
  }, []);
  return (
    <AccessFrame>
      <Page title={t('firstTitle')} lead={t('firstLead')} width="text">
        {token === '' ? (
          <Notice tone="caution" title={t('noTokenTitle')}>
            <p>{t('noTokenText')}</p>
          </Notice>
        ) : (
          <AdministratorForm token={token} />
        )}
      </Page>
    </AccessFrame>
  );
}

function AdministratorForm({ token }: { token: string }) {
  const t = useTexts(accessTexts);
  const navigate = useNavigate();
  const create = useFirstAdministrator();
  const [problem, setProblem] = useState<Problem | null>(null);
  const form = useForm<NewAdministrator>({ defaultValues: { name: '', email: '', password: '' } });
  const { errors } = form.formState;

  const save = async (values: NewAdministrator) => {
    setProblem(null);
    try {
      await create.mutateAsync({ token, ...values });
      await navigate({ to: '/', replace: true });
    } catch (error) {
      setProblem(placeProblem(error, form.setError, ['name', 'email', 'password']));
    }
  };

  return (
    <form className="stack" noValidate onSubmit={(event) => void form.handleSubmit(save)(event)}>
      <ErrorNotice error={problem} />
      <TextField
        label={t('name')}
        autoComplete="name"
        error={errors.name?.message}
        {...form.register('name', { required: t('nameMissing') })}
      />
      <TextField
        label={t('email')}
        type="email"
        autoComplete="username"
        error={errors.email?.message}
        {...form.register('email', {
          required: t('emailMissing'),
          pattern: { value: /^\S+@\S+\.\S+$/, message: t('emailWrong') },
        })}
      />
      <TextField
        label={t('newPassword')}
        hint={t('passwordHint')}
        type="password"
        autoComplete="new-password"
        error={errors.password?.message}
        {...form.register('password', {
          required: t('passwordShort'),
          minLength: { value: shortestPassword, message: t('passwordShort') },
        })}
      />
      <Button type="submit" look="primary" size="large" wide busy={create.isPending}>
        {t('create')}
      </Button>
    </form>
  );
}
