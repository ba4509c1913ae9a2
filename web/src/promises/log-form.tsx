import { useState } from 'react';
import { Controller, useForm, type UseFormReturn } from 'react-hook-form';
import { placeProblem } from '../api/form-problems.js';
import { uuidv7 } from '../api/uuid.js';
import type { Problem } from '../api/problem.js';
import { Button } from '../ui/button.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { useTexts } from '../ui/language.js';
import { NumberField } from '../ui/number-field.js';
import { DateField, TextArea, TextField } from '../ui/text-field.js';
import { showToast } from '../ui/toast.js';
import {
  type CitizenPromise,
  type Commitment,
  type NewOccasion,
  useLogOccasion,
  useWithdrawOccasion,
} from './promise-api.js';
import { promiseTexts } from './texts.js';
import { todayInSweden } from './today.js';

export interface LogFormProps {
  code: string;
  promise: CitizenPromise;
  commitment: Commitment;
  onClose: () => void;
}

interface Entry {
  happenedOn: string;
  count: number | null;
  minutes: number | null;
  place: string;
  note: string;
}

/** When, how many, where and a note; only the day and the number must be there, and they are. */
export function LogForm({ code, promise, commitment, onClose }: LogFormProps) {
  const t = useTexts(promiseTexts);
  const [id] = useState(uuidv7);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [today] = useState(todayInSweden);
  const late = today > promise.periodTo && commitment.form !== 'delivery';
  const proposed = late ? promise.periodTo : today;
  const save = useLogOccasion(code, commitment.id);
  const withdraw = useWithdrawOccasion(code);
  const form = useForm<Entry>({
    defaultValues: { happenedOn: proposed, count: 1, minutes: null, place: promise.hotspot?.name ?? '', note: '' },
  });
  const { errors } = form.formState;
  const kind = commitment.form;

  const submit = async ({ happenedOn, count, minutes, place, note }: Entry) => {
    setProblem(null);
    const body: NewOccasion = {
      id,
      happenedOn,
      count: count ?? 1,
      minutes: kind === 'hours' ? minutes : null,
      place: place || null,
      note: note || null,
    };
    try {
      const occasion = await save.mutateAsync(body);
      onClose();
      const undo = () =>
        withdraw.mutate(occasion.id, { onError: () => showToast({ text: t('withdrawFailed'), tone: 'bad' }) });
      showToast({
        text: t(kind === 'delivery' ? 'delivered' : 'logged', { text: commitment.text }),
        tone: 'good',
        undo: { act: undo },
      });
    } catch (error) {
      setProblem(placeProblem(error, form.setError, ['happenedOn', 'count', 'minutes', 'place', 'note']));
    }
  };

  return (
    <form className="stack" noValidate onSubmit={(event) => void form.handleSubmit(submit)(event)}>
      <p className="lead">{commitment.text}</p>
      <ErrorNotice error={problem} />
      <DateField
        label={t('when')}
        min={promise.periodFrom}
        max={today}
        error={errors.happenedOn?.message}
        {...form.register('happenedOn', { required: t('dayMissing') })}
      />
      <AmountField form={form} kind={kind} />
      <TextField
        label={t('where')}
        optional
        hint={t('whereHint')}
        maxLength={120}
        error={errors.place?.message}
        {...form.register('place')}
      />
      <TextArea
        label={t('note')}
        optional
        hint={t('noteHint')}
        maxLength={1000}
        rows={2}
        error={errors.note?.message}
        {...form.register('note')}
      />
      <Button type="submit" look="primary" size="large" wide busy={save.isPending}>
        {t('save')}
      </Button>
    </form>
  );
}

/** Hours are told in minutes, a delivery is there or not, and all else is a number of times. */
function AmountField({ form, kind }: { form: UseFormReturn<Entry>; kind: Commitment['form'] }) {
  const t = useTexts(promiseTexts);
  if (kind === 'delivery') return null;
  const hours = kind === 'hours';
  const name = hours ? 'minutes' : 'count';
  return (
    <Controller
      control={form.control}
      name={name}
      rules={{ required: t(hours ? 'minutesMissing' : 'leastMissing') }}
      render={({ field: { value, onChange } }) => (
        <NumberField
          label={t(hours ? 'minutes' : 'howMany')}
          min={1}
          value={value}
          onChange={onChange}
          error={form.formState.errors[name]?.message}
        />
      )}
    />
  );
}
