import { useState } from 'react';
import { Controller, useForm } from 'react-hook-form';
import { placeProblem } from '../api/form-problems.js';
import { problemOf, type Problem } from '../api/problem.js';
import { may, useMembership } from '../api/session.js';
import type { AnalysisRun } from '../findings/findings-api.js';
import { Button } from '../ui/button.js';
import { CheckedText } from '../ui/checked-text.js';
import { DescriptionList } from '../ui/description-list.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { keepTogether } from '../ui/format.js';
import { useLanguage, useTexts } from '../ui/language.js';
import { Notice } from '../ui/notice.js';
import { showToast } from '../ui/toast.js';
import { EffectTab } from './effect-tab.js';
import type { HotspotDetail } from './hotspot-api.js';
import { useFollowUp, type HotspotWork } from './work-api.js';
import { workTexts } from './work-texts.js';
import { WrittenBy } from './written-by.js';

interface FollowUpTabProps {
  code: string;
  hotspot: HotspotDetail;
  work: HotspotWork;
}

/** Brå's three kinds of follow-up: what was done, how it went, what became of the problem. */
export function FollowUpTab(props: FollowUpTabProps) {
  const mayWrite = may(useMembership(), 'hotspot:decide') && props.work.mergedInto === null;
  return mayWrite ? <FollowUpForm {...props} /> : <FollowUpRead {...props} />;
}

function Production({ production }: Pick<HotspotWork, 'production'>) {
  const t = useTexts(workTexts);
  const { planned, done, presenceMinutes } = production;
  return (
    <p className="hotspot-sentence">
      {planned === 0 ? t('productionNone') : t('productionFigures', { count: planned, done })}
      {presenceMinutes > 0 && ` ${t('presenceMinutes', { count: presenceMinutes })}`}
    </p>
  );
}

const fields = ['production', 'process', 'helped', 'hindered', 'effectNote'] as const;
type Values = Record<(typeof fields)[number], string>;

function FollowUpForm({ code, hotspot, work }: FollowUpTabProps) {
  const t = useTexts(workTexts);
  const language = useLanguage();
  const { followUp } = work;
  const save = useFollowUp(code, hotspot.id);
  const [begunWith] = useState(followUp?.number ?? 0);
  const [saved, setSaved] = useState<number | null>(null);
  const [chosen, setChosen] = useState<{ id: string; status: string } | null>(null);
  const [overtaken, setOvertaken] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const form = useForm<Values>({
    defaultValues: Object.fromEntries(fields.map((field) => [field, followUp?.[field] ?? ''])),
  });
  const { errors, isSubmitting } = form.formState;
  const submit = async (values: Values) => {
    setProblem(null);
    const number = overtaken ? (followUp?.number ?? 0) : (saved ?? begunWith);
    try {
      const effectRunId = chosen?.id ?? followUp?.effectRunId ?? null;
      await save.mutateAsync({ number, body: { ...values, effectRunId } });
      setSaved(number + 1);
      setOvertaken(false);
      showToast({ text: t('followUpSaved'), tone: 'good' });
    } catch (error) {
      if (problemOf(error, language).status === 412) setOvertaken(true);
      else setProblem(placeProblem(error, form.setError, [...fields]));
    }
  };
  const field = (name: (typeof fields)[number], hint?: string) => (
    <Controller
      control={form.control}
      name={name}
      rules={name === 'effectNote' ? { validate: (text) => !needsNote(chosen) || text.trim() !== '' || t('effectNoteNeeded') } : {}}
      render={({ field: { value, onChange } }) => (
        <CheckedText label={t(name)} optional maxLength={600} value={value} onText={onChange} error={errors[name]?.message} {...(hint === undefined ? {} : { hint })} />
      )}
    />
  );
  return (
    <form className="stack stack--wide" noValidate onSubmit={(event) => void form.handleSubmit(submit)(event)}>
      <ErrorNotice error={problem} />
      {overtaken && <Overtaken {...{ code, hotspot, work }} />}
      <section className="stack hotspot-form">
        <h2>{t('productionTitle')}</h2>
        <Production production={work.production} />
        {field('production')}
      </section>
      <section className="stack hotspot-form">
        <h2>{t('processTitle')}</h2>
        {field('process')}
        {field('helped')}
        {field('hindered')}
      </section>
      <section className="stack">
        <h2>{t('effectTitle')}</h2>
        <StoredEffect followUp={followUp} />
        <EffectTab code={code} hotspot={hotspot} choose={(run) => <Choose run={run} chosen={chosen?.id ?? null} onChoose={setChosen} />} />
        <div className="hotspot-form">{field('effectNote', t('effectNoteHint'))}</div>
      </section>
      <div className="stack stack--tight">
        <div>
          <Button type="submit" look="primary" busy={isSubmitting}>
            {t('saveFollowUp')}
          </Button>
        </div>
        {followUp !== null && <WrittenBy at={followUp.at} by={followUp.by} />}
      </div>
    </form>
  );
} // prettier-ignore

const needsNote = (chosen: { status: string } | null) => chosen !== null && chosen.status !== 'answered';

interface ChooseProps {
  run: AnalysisRun;
  chosen: string | null;
  onChoose: (run: { id: string; status: string }) => void;
}

/** Takes the answer that is shown into the follow-up. */
function Choose({ run, chosen, onChoose }: ChooseProps) {
  const t = useTexts(workTexts);
  return (
    <div className="row">
      <Button
        icon="check"
        aria-pressed={chosen === run.id}
        onClick={() => onChoose({ id: run.id, status: run.status })}
      >
        {t('useAnswer')}
      </Button>
      {chosen === run.id && <output className="muted">{t('answerChosen')}</output>}
    </div>
  );
}

function StoredEffect({ followUp }: Pick<HotspotWork, 'followUp'>) {
  const t = useTexts(workTexts);
  if (followUp === null || followUp.effectRunId === null) return null;
  const { effectSentence, effectStatus } = followUp;
  const said = effectSentence ?? (effectStatus === null ? t('effectNoSentence') : '');
  return (
    <Notice title={t('effectStored')}>
      <p>{keepTogether(said)}</p>
    </Notice>
  );
}

function Overtaken(props: FollowUpTabProps) {
  const t = useTexts(workTexts);
  return (
    <Notice tone="caution" urgent title={t('changedTitle')}>
      <p>{t('changedText')}</p>
      <Written {...props} />
    </Notice>
  );
}

function Written({ work: { followUp } }: FollowUpTabProps) {
  const t = useTexts(workTexts);
  if (followUp === null) return null;
  const facts = fields.flatMap((field) => (followUp[field] ? [{ term: t(field), value: followUp[field] }] : []));
  return (
    <div className="stack stack--tight">
      <DescriptionList facts={facts} />
      <WrittenBy at={followUp.at} by={followUp.by} />
    </div>
  );
}

function FollowUpRead(props: FollowUpTabProps) {
  return (
    <div className="stack stack--wide">
      <Production production={props.work.production} />
      <Written {...props} />
      <StoredEffect followUp={props.work.followUp} />
      {/* Whoever may only read can still count before and after. */}
      <EffectTab code={props.code} hotspot={props.hotspot} />
    </div>
  );
}
