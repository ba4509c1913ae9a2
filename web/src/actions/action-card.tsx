import { Link } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { type Action, useAnswerAction, useWithdrawAction } from '../action-form/action-api.js';
import { ActionRow } from '../action-form/action-row.js';
import { Button } from '../ui/button.js';
import { Dialog } from '../ui/dialog.js';
import { useTexts } from '../ui/language.js';
import { actionsTexts } from './texts.js';

const AnswerForm = lazy(() =>
  import('../action-form/answer-form.js').then((module) => ({ default: module.AnswerForm })),
);
const ActionDialog = lazy(() => import('./action-dialog.js').then((module) => ({ default: module.ActionDialog })));
const ShareDialog = lazy(() => import('./share-dialog.js').then((module) => ({ default: module.ShareDialog })));

interface ActionCardProps {
  code: string;
  action: Action;
  mayWrite: boolean;
}

/** An action with what the reader may do with it. */
export function ActionCard({ code, action, mayWrite }: ActionCardProps) {
  const t = useTexts(actionsTexts);
  const [shown, setShown] = useState<'answer' | 'change' | 'share' | null>(null);
  const answer = useAnswerAction(code);
  const withdraw = useWithdrawAction(code);
  const what = action.what;
  const close = () => setShown(null);
  const mayAnswer = mayWrite || action.mine;
  const tools = mayAnswer && (
    <div className="row actions-tools">
      <Button look="quiet" aria-label={t('answerTo', { what })} onClick={() => setShown('answer')}>
        {t('answer')}
      </Button>
      {mayWrite && (
        <>
          <Button look="quiet" aria-label={t('changeFor', { what })} onClick={() => setShown('change')}>
            {t('change')}
          </Button>
          {action.classification === 'open' && (
            <Button look="quiet" aria-label={t('shareFor', { what })} onClick={() => setShown('share')}>
              {t('share')}
            </Button>
          )}
          <Button look="quiet" aria-label={t('withdrawFor', { what })} onClick={() => withdraw.mutate(action.id)}>
            {t('withdraw')}
          </Button>
        </>
      )}
    </div>
  );
  return (
    <li className="card">
      <ActionRow
        action={action}
        busy={answer.isPending}
        onAnswer={mayAnswer ? (given) => answer.mutate({ action, answer: given }) : undefined}
        from={
          action.hotspotId !== null && (
            <p className="small">
              <Link to="/$code/hotspots/$id" params={{ code, id: action.hotspotId }}>
                {t('hotspot', { name: action.hotspot ?? '' })}
              </Link>
            </p>
          )
        }
        tools={tools}
      />
      <Suspense fallback={null}>
        {shown === 'answer' && (
          <Dialog open onClose={close} title={t('answerDialog')}>
            <AnswerForm
              action={action}
              onAnswer={async (given) => {
                await answer.mutateAsync({ action, answer: given });
                close();
              }}
            />
          </Dialog>
        )}
        {shown === 'change' && <ActionDialog code={code} action={action} onClose={close} />}
        {shown === 'share' && <ShareDialog code={code} action={action} onClose={close} />}
      </Suspense>
    </li>
  );
}
