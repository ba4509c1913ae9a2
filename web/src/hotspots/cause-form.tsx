import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { placeProblem } from '../api/form-problems.js';
import { problemOf, type Problem } from '../api/problem.js';
import { Button } from '../ui/button.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { useLanguage, useTexts } from '../ui/language.js';
import { Select } from '../ui/select.js';
import { TextField } from '../ui/text-field.js';
import { showToast } from '../ui/toast.js';
import { useAddCause, useChangeCause, type Cause } from './cause-api.js';
import { causeTexts } from './cause-texts.js';

interface Values {
  text: string;
  evidence: string;
  directness: string;
}

const fields = ['text', 'evidence', 'directness'] as const;
const directnessOf = (value: string) => (value === 'direct' || value === 'indirect' ? value : null);

/** Changes one cause where it stands. */
export function CauseForm({ code, cause, onDone }: { code: string; cause: Cause; onDone: () => void }) {
  const t = useTexts(causeTexts);
  const language = useLanguage();
  const change = useChangeCause(code);
  const { text, evidence, directness, kind } = cause;
  const save = async (values: Values) => {
    try {
      await change.mutateAsync({ cause, change: { text: values.text, evidence: values.evidence || null, ...(kind === 'tree' ? { directness: directnessOf(values.directness) } : {}) } });
      onDone();
    } catch (error) {
      if (problemOf(error, language).status !== 412) throw error;
      showToast({ text: t('changed'), tone: 'bad' });
      onDone();
    }
  };
  const values = { text, evidence: evidence ?? '', directness: directness ?? '' };
  return <Fields kind={kind} values={values} onSave={save} save={t('save')} onCancel={onDone} />;
} // prettier-ignore

interface NewCauseFormProps {
  code: string;
  hotspotId: string;
  kind: Cause['kind'];
  bone: Cause['bone'];
  /** What the field asks for: in which list it will stand. */
  label: string;
}

/** Puts a cause last in a list; the field is empty and ready for the next one. */
export function NewCauseForm({ code, hotspotId, kind, bone, label }: NewCauseFormProps) {
  const t = useTexts(causeTexts);
  const add = useAddCause(code, hotspotId);
  const save = (values: Values) =>
    add.mutateAsync({
      kind,
      bone,
      text: values.text,
      evidence: values.evidence || null,
      directness: kind === 'tree' ? directnessOf(values.directness) : null,
    });
  const values = { text: '', evidence: '', directness: '' };
  return <Fields kind={kind} values={values} onSave={save} save={t('add')} label={label} />;
}

interface FieldsProps {
  kind: Cause['kind'];
  values: Values;
  onSave: (values: Values) => Promise<unknown>;
  save: string;
  label?: string;
  onCancel?: () => void;
}

function Fields({ kind, values, onSave, save, label, onCancel }: FieldsProps) {
  const t = useTexts(causeTexts);
  const [problem, setProblem] = useState<Problem | null>(null);
  const { register, handleSubmit, setError, setFocus, reset, getValues, formState } = useForm<Values>({ defaultValues: values });
  const { errors, isSubmitting } = formState;
  const submit = async (entry: Values) => {
    setProblem(null);
    const stays = onCancel === undefined;
    // Emptied at once: whoever writes on while the row is being saved must not lose the next one.
    if (stays) {
      reset(values);
      setFocus('text');
    }
    try {
      await onSave(entry);
    } catch (error) {
      if (stays && getValues('text') === '') reset(entry);
      setProblem(placeProblem(error, setError, [...fields]));
    }
  };
  const kinds = [
    { value: 'direct', label: t('directLabel') },
    { value: 'indirect', label: t('indirectLabel') },
  ];
  return (
    <form className="cause-form" noValidate onSubmit={(event) => void handleSubmit(submit)(event)}>
      <ErrorNotice error={problem} />
      <TextField
        label={label ?? t(kind === 'chain' ? 'step' : 'text')}
        maxLength={200}
        error={errors.text?.message}
        {...register('text', { validate: (text) => text.trim() !== '' || t('textMissing') })}
      />
      <TextField label={t('evidence')} optional maxLength={400} error={errors.evidence?.message} {...register('evidence')} />
      {kind === 'tree' && <Select label={t('directness')} optional placeholder={t('noDirectness')} choices={kinds} {...register('directness')} />}
      <div className="row">
        <Button type="submit" busy={isSubmitting && onCancel !== undefined} {...(onCancel === undefined ? { icon: 'plus' as const } : {})}>
          {save}
        </Button>
        {onCancel !== undefined && (
          <Button look="quiet" onClick={onCancel}>
            {t('cancel')}
          </Button>
        )}
      </div>
    </form>
  );
} // prettier-ignore
