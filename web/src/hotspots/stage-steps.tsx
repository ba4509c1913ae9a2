import { useId, useState } from 'react';
import { useForm } from 'react-hook-form';
import { problemOf } from '../api/problem.js';
import { may, useMembership } from '../api/session.js';
import { Button } from '../ui/button.js';
import { Dialog } from '../ui/dialog.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { useLanguage, useTexts } from '../ui/language.js';
import { Notice } from '../ui/notice.js';
import { Steps } from '../ui/steps.js';
import { TextArea } from '../ui/text-field.js';
import { showToast } from '../ui/toast.js';
import { useMoveStage, type HotspotDetail } from './hotspot-api.js';
import { movesFrom, stages, type Move } from './stage.js';
import { hotspotTexts } from './texts.js';

interface StageProps {
  code: string;
  hotspot: HotspotDetail;
  etag: string | null;
  reload: () => void;
}

export const stageNames = { mapping: 'mapping', analysis: 'analysis', action: 'action', 'follow-up': 'followUp', closed: 'closed' } as const; // prettier-ignore
const moveWords = { on: 'moveOn', back: 'moveBack', close: 'moveClose', reopen: 'moveReopen' } as const;

/** Where the work stands, and the moves from there for those who decide. */
export function StageSteps(props: StageProps) {
  const { hotspot } = props;
  const t = useTexts(hotspotTexts);
  const [move, setMove] = useState<Move | null>(null);
  const mayMove = may(useMembership(), 'hotspot:decide');
  const closed = hotspot.stage === 'closed';
  return (
    <section className="hotspot-stage" aria-label={t('stage')}>
      <Steps
        label={t('stage')}
        steps={stages.map((stage) => t(stageNames[stage]))}
        current={closed ? stages.length : stages.indexOf(hotspot.stage)}
      />
      {mayMove && (
        <div className="row">
          {movesFrom(hotspot.stage).map((one) => (
            <Button key={one.to} look={one.kind === 'on' ? 'secondary' : 'quiet'} onClick={() => setMove(one)}>
              {t(moveWords[one.kind], { stage: t(stageNames[one.to]) })}
            </Button>
          ))}
        </div>
      )}
      <MoveDialog {...props} move={move} onClose={() => setMove(null)} />
    </section>
  );
}

function MoveDialog(props: StageProps & { move: Move | null; onClose: () => void }) {
  const { move, onClose } = props;
  const t = useTexts(hotspotTexts);
  const formId = useId();
  const [busy, setBusy] = useState(false);
  return (
    <Dialog
      open={move !== null}
      onClose={onClose}
      title={move === null ? '' : t('moveTitle', { stage: t(stageNames[move.to]) })}
      actions={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button look="primary" type="submit" form={formId} busy={busy}>
            {t('save')}
          </Button>
        </>
      }
    >
      {move !== null && <MoveForm {...props} move={move} formId={formId} onBusy={setBusy} />}
    </Dialog>
  );
}

interface MoveFormProps extends StageProps {
  move: Move;
  onClose: () => void;
  formId: string;
  onBusy: (busy: boolean) => void;
}

function MoveForm({ code, hotspot, etag, reload, move, onClose, formId, onBusy }: MoveFormProps) {
  const t = useTexts(hotspotTexts);
  const language = useLanguage();
  const moveStage = useMoveStage(code, hotspot.id);
  const { register, handleSubmit } = useForm({ defaultValues: { note: '' } });
  const [failure, setFailure] = useState<unknown>(null);
  const save = async ({ note }: { note: string }) => {
    setFailure(null);
    onBusy(true);
    try {
      await moveStage.mutateAsync({ stage: move.to, note: note.trim() || null, etag: etag ?? '' });
      onClose();
      showToast({ text: t('moved', { stage: t(stageNames[move.to]) }), tone: 'good' });
    } catch (error) {
      setFailure(error);
    } finally {
      onBusy(false);
    }
  };
  const overtaken = failure !== null && problemOf(failure, language).status === 412;
  return (
    <form id={formId} className="stack" noValidate onSubmit={(event) => void handleSubmit(save)(event)}>
      {overtaken ? (
        <Notice
          tone="caution"
          urgent
          title={t('changedTitle')}
          action={
            <Button
              icon="undo"
              onClick={() => {
                reload();
                onClose();
              }}
            >
              {t('reload')}
            </Button>
          }
        >
          <p>{t('changedText')}</p>
        </Notice>
      ) : (
        <ErrorNotice error={failure} />
      )}
      <p>{t('moveLead')}</p>
      <TextArea label={t('note')} hint={t('noteHint')} optional maxLength={1000} {...register('note')} />
    </form>
  );
}
