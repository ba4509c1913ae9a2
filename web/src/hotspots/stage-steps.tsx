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
import { MissingList } from './missing-list.js';
import { SourceForm } from './source-form.js';
import { stages } from './stage.js';
import { hotspotTexts } from './texts.js';
import type { HotspotWork, WorkMove } from './work-api.js';
import { workTexts } from './work-texts.js';

interface StageProps {
  code: string;
  hotspot: HotspotDetail;
  work: HotspotWork | undefined;
  reload: () => void;
}

export const stageNames = { mapping: 'mapping', analysis: 'analysis', action: 'action', 'follow-up': 'followUp', closed: 'closed' } as const; // prettier-ignore
const moveWords = { on: 'moveOn', back: 'moveBack', close: 'moveClose', reopen: 'moveReopen' } as const;

/** Where the work stands, what the next step lacks, and the moves from there for those who decide. */
export function StageSteps(props: StageProps) {
  const { hotspot, work, reload } = props;
  const t = useTexts(hotspotTexts);
  const [to, setTo] = useState<WorkMove['to'] | null>(null);
  const mayMove = may(useMembership(), 'hotspot:decide');
  const ask = (next: WorkMove['to']) => {
    // Somebody else may have written what was missing, or taken it away.
    reload();
    setTo(next);
  };
  const closed = hotspot.stage === 'closed';
  const moves = work?.moves ?? [];
  return (
    <section className="hotspot-stage" aria-label={t('stage')}>
      <Steps
        label={t('stage')}
        steps={stages.map((stage) => t(stageNames[stage]))}
        current={closed ? stages.length : stages.indexOf(hotspot.stage)}
      />
      {mayMove && (
        <>
          <Lacking move={moves[0]} />
          <div className="row">
            {moves.map((move, index) => (
              <Button key={move.to} look={index === 0 ? 'secondary' : 'quiet'} onClick={() => ask(move.to)}>
                {t(moveWords[move.way], { stage: t(stageNames[move.to]) })}
              </Button>
            ))}
          </div>
        </>
      )}
      <MoveDialog {...props} move={moves.find((move) => move.to === to) ?? null} onClose={() => setTo(null)} />
    </section>
  );
}

/** What the step that goes on still lacks, standing on the page before anybody asks. */
function Lacking({ move }: { move: WorkMove | undefined }) {
  const t = useTexts(hotspotTexts);
  const w = useTexts(workTexts);
  if (move === undefined || move.missing.length === 0) return null;
  const title = move.way === 'close' ? w('missingClose') : w('missingTitle', { stage: t(stageNames[move.to]) });
  return (
    <section className="hotspot-lacking" aria-label={title}>
      <h2>{title}</h2>
      <MissingList missing={move.missing} />
    </section>
  );
}

type DialogProps = StageProps & { move: WorkMove | null; onClose: () => void };

function MoveDialog(props: DialogProps) {
  const { move, onClose } = props;
  const t = useTexts(hotspotTexts);
  const formId = useId();
  const [busy, setBusy] = useState(false);
  const ready = move !== null && move.missing.length === 0;
  return (
    <Dialog
      open={move !== null}
      onClose={onClose}
      title={move === null ? '' : t('moveTitle', { stage: t(stageNames[move.to]) })}
      actions={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          {ready && (
            <Button look="primary" type="submit" form={formId} busy={busy}>
              {t('save')}
            </Button>
          )}
        </>
      }
    >
      {move !== null && !ready && <NotYet {...props} move={move} />}
      {move !== null && ready && <MoveForm {...props} move={move} formId={formId} onBusy={setBusy} />}
    </Dialog>
  );
}

/** Asks in words for each missing thing, and leads to where it is written. */
function NotYet({ code, hotspot, work, move, onClose }: DialogProps & { move: WorkMove }) {
  const t = useTexts(hotspotTexts);
  const w = useTexts(workTexts);
  const lacksSource = move.missing.some(({ need }) => need === 'basis');
  return (
    <div className="stack">
      <p>{move.way === 'close' ? w('missingClose') : w('missingTitle', { stage: t(stageNames[move.to]) })}.</p>
      <MissingList missing={move.missing} onGo={onClose} />
      {lacksSource && work !== undefined && <SourceForm code={code} id={hotspot.id} version={work.version} />}
    </div>
  );
}

interface MoveFormProps extends DialogProps {
  move: WorkMove;
  formId: string;
  onBusy: (busy: boolean) => void;
}

function MoveForm({ code, hotspot, work, reload, move, onClose, formId, onBusy }: MoveFormProps) {
  const t = useTexts(hotspotTexts);
  const w = useTexts(workTexts);
  const language = useLanguage();
  const moveStage = useMoveStage(code, hotspot.id);
  const { register, handleSubmit, formState } = useForm({ defaultValues: { note: '' } });
  const [failure, setFailure] = useState<unknown>(null);
  const save = async ({ note }: { note: string }) => {
    setFailure(null);
    onBusy(true);
    try {
      await moveStage.mutateAsync({ stage: move.to, note: note.trim() || null, etag: `"${work?.version ?? 0}"` });
      onClose();
      showToast({ text: t('moved', { stage: t(stageNames[move.to]) }), tone: 'good' });
    } catch (error) {
      setFailure(error);
    } finally {
      onBusy(false);
    }
  };
  const overtaken = failure !== null && problemOf(failure, language).status === 412;
  const begin = () => {
    reload();
    onClose();
  };
  return (
    <form id={formId} className="stack" noValidate onSubmit={(event) => void handleSubmit(save)(event)}>
      {overtaken ? <Overtaken onReload={begin} /> : <ErrorNotice error={failure} />}
      <p>{t('moveLead')}</p>
      <TextArea
        label={move.reasonNeeded ? w('reason') : t('note')}
        hint={move.reasonNeeded ? w('reasonHint') : t('noteHint')}
        optional={!move.reasonNeeded}
        maxLength={1000}
        error={formState.errors.note?.message}
        {...register('note', {
          validate: (note) => !move.reasonNeeded || note.trim() !== '' || w('reasonMissing'),
        })}
      />
    </form>
  );
}

function Overtaken({ onReload }: { onReload: () => void }) {
  const t = useTexts(hotspotTexts);
  const reload = (
    <Button icon="undo" onClick={onReload}>
      {t('reload')}
    </Button>
  );
  return (
    <Notice tone="caution" urgent title={t('changedTitle')} action={reload}>
      <p>{t('changedText')}</p>
    </Notice>
  );
}
