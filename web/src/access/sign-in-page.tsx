import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { placeProblem } from '../api/form-problems.js';
import { demoAccountsQuery, useSignIn } from '../api/session.js';
import type { Problem } from '../api/problem.js';
import { WaitingNotice } from '../outbox/waiting-notice.js';
import { Button } from '../ui/button.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { useTexts } from '../ui/language.js';
import { Page } from '../ui/page.js';
import { TextField } from '../ui/text-field.js';
import { AccessFrame } from './access-frame.js';
import { DemoAccounts } from './demo-accounts.js';
import { accessTexts } from './texts.js';

interface Credentials {
  email: string;
  password: string;
}

/** The way in: e-mail and password, and in a demonstration one press on somebody's card. */
export function SignInPage() {
  const t = useTexts(accessTexts);
  const { tillbaka } = useSearch({ from: '/logga-in' });
  const navigate = useNavigate();
  const signIn = useSignIn();
  const demo = useQuery(demoAccountsQuery);
  const [problem, setProblem] = useState<Problem | null>(null);
  const form = useForm<Credentials>({ defaultValues: { email: '', password: '' } });

  const enter = async (credentials: Credentials) => {
    setProblem(null);
    try {
      await signIn.mutateAsync(credentials);
      await navigate({ to: tillbaka ?? '/', replace: true });
    } catch (error) {
      setProblem(placeProblem(error, form.setError, ['email', 'password']));
    }
  };
  const { errors } = form.formState;
  const accounts = demo.data ?? [];

  return (
    <AccessFrame
      aside={
        accounts.length > 0 && (
          <DemoAccounts
            accounts={accounts}
            entering={signIn.isPending ? signIn.variables.email : null}
            onEnter={({ email, password }) => void enter({ email, password })}
          />
        )
      }
    >
      <Page title={t('signIn')} width="text">
        <WaitingNotice />
        <form className="stack" noValidate onSubmit={(event) => void form.handleSubmit(enter)(event)}>
          <ErrorNotice error={problem} />
          <TextField
            label={t('email')}
            type="email"
            autoComplete="username"
            inputMode="email"
            error={errors.email?.message}
            {...form.register('email', {
              required: t('emailMissing'),
              pattern: { value: /^\S+@\S+\.\S+$/, message: t('emailWrong') },
            })}
          />
          <TextField
            label={t('password')}
            type="password"
            autoComplete="current-password"
            error={errors.password?.message}
            {...form.register('password', { required: t('passwordMissing') })}
          />
          <Button type="submit" look="primary" size="large" wide busy={signIn.isPending}>
            {t('signIn')}
          </Button>
        </form>
      </Page>
    </AccessFrame>
  );
}
