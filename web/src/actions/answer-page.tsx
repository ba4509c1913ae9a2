import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { placeProblem } from '../api/form-problems.js';
import { useForm } from 'react-hook-form';
import type { Problem } from '../api/problem.js';
import { Button } from '../ui/button.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { KeyPage } from '../ui/key-page.js';
import { useLanguage, useTexts } from '../ui/language.js';
import { Notice } from '../ui/notice.js';
import { Page } from '../ui/page.js';
import { Skeleton } from '../ui/skeleton.js';
import { TextArea } from '../ui/text-field.js';
import { useFormat } from '../ui/use-format.js';
import { pressed } from '../action-form/action-status.js';
import { actionTexts } from '../action-form/texts.js';
import { answerByLink, type LinkedAction, linkQuery } from './actions-api.js';
import './actions.css';
import { actionsTexts } from './texts.js';

/** Behind the owner's link, without signing in: one decision, three buttons, a line. */
export function ActionAnswerPage() {
  const t = useTexts(actionsTexts);
  return (
    <KeyPage title={t('answerTitleAlone')} broken={t('linkBroken')}>
      {(token) => <Linked token={token} />}
    </KeyPage>
  );
}

function Linked({ token }: { token: string }) {
  const t = useTexts(actionsTexts);
  const language = useLanguage();
  const { data: asked, error, refetch } = useQuery(linkQuery(token));
  const [said, setSaid] = useState<LinkedAction | null>(null);
  const [again, setAgain] = useState(false);
  const action = said ?? asked;
  if (action === undefined)
    return (
      <Page title={t('answerTitleAlone')} width="text">
        <ErrorNotice error={error} onRetry={() => void refetch()} />
        {error === null && <Skeleton lines={3} />}
      </Page>
    );
  return (
    <Page title={t('answerTitle')} width="text">
      <div className="stack stack--wide">
        <div className="stack stack--tight">
          <p className="lead">{action.sentence[language]}</p>
          <p className="muted">{t('answerFrom', { municipality: action.municipality })}</p>
        </div>
        {action.withdrawn ? (
          <Notice tone="info">
            <p>{t('answerWithdrawn')}</p>
          </Notice>
        ) : said !== null && !again ? (
          <Thanks action={said} onAgain={() => setAgain(true)} />
        ) : (
          <Ask
            token={token}
            action={action}
            onSaid={(answered) => {
              setSaid(answered);
              setAgain(false);
            }}
          />
        )}
      </div>
    </Page>
  );
}

function Ask({
  token,
  action,
  onSaid,
}: {
  token: string;
  action: LinkedAction;
  onSaid: (action: LinkedAction) => void;
}) {
  const t = useTexts(actionsTexts);
  const words = useTexts(actionTexts);
  const form = useForm({ defaultValues: { note: '' } });
  const [problem, setProblem] = useState<Problem | null>(null);
  const answering = useMutation({ mutationFn: answerByLink });
  const say = async (status: (typeof pressed)[number]) => {
    setProblem(null);
    try {
      onSaid(await answering.mutateAsync({ token, status, note: form.getValues('note').trim() || null }));
    } catch (error) {
      setProblem(placeProblem(error, form.setError, ['note']));
    }
  };
  return (
    <form className="stack" noValidate onSubmit={(event) => event.preventDefault()}>
      <ErrorNotice error={problem} />
      <TextArea
        label={t('answerNote')}
        hint={t('answerNoteHint')}
        optional
        rows={2}
        maxLength={300}
        error={form.formState.errors.note?.message}
        {...form.register('note')}
      />
      <fieldset aria-label={t('answerGroup')} className="actions-answer-buttons">
        {pressed.map((status) => (
          <Button
            key={status}
            size="large"
            wide
            look={status === 'done' ? 'primary' : 'secondary'}
            busy={answering.isPending}
            aria-pressed={action.status === status}
            onClick={() => void say(status)}
          >
            {words(`press-${status}`)}
          </Button>
        ))}
      </fieldset>
    </form>
  );
}

function Thanks({ action, onAgain }: { action: LinkedAction; onAgain: () => void }) {
  const t = useTexts(actionsTexts);
  const f = useFormat();
  return (
    <div className="stack">
      <Notice tone="good" title={t('answerThanks')} urgent>
        <p>{t(`answerSaid-${action.status}`)}</p>
      </Notice>
      <p className="muted">{t('answerMayChange', { day: f.date(action.expiresAt, 'long') })}</p>
      <div>
        <Button onClick={onAgain}>{t('answerAgain')}</Button>
      </div>
    </div>
  );
}
