import { useState } from 'react';
import { Controller, useForm } from 'react-hook-form';
import { placeProblem } from '../api/form-problems.js';
import type { Problem } from '../api/problem.js';
import { uuidv7 } from '../api/uuid.js';
import { Button } from '../ui/button.js';
import { CheckedText } from '../ui/checked-text.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { useTexts } from '../ui/language.js';
import { todayInSweden } from '../ui/period.js';
import { Select } from '../ui/select.js';
import { DateField, TextField } from '../ui/text-field.js';
import { showToast } from '../ui/toast.js';
import { useAddContact } from './work-api.js';
import { workTexts } from './work-texts.js';

interface Values {
  kind: 'visit' | 'talk';
  on: string;
  withWhom: string;
  groupSize: string;
  said: string;
}

const fields = ['kind', 'on', 'withWhom', 'groupSize', 'said'] as const;

/** Notes one visit or talk. */
export function ContactForm({ code, id, onDone }: { code: string; id: string; onDone: () => void }) {
  const t = useTexts(workTexts);
  const [key] = useState(uuidv7);
  const [today] = useState(() => todayInSweden(new Date()));
  const [problem, setProblem] = useState<Problem | null>(null);
  const add = useAddContact(code, id);
  const { control, register, handleSubmit, setError, formState } = useForm<Values>({
    defaultValues: { kind: 'visit', on: today, withWhom: '', groupSize: '', said: '' },
  });
  const { errors, isSubmitting } = formState;
  const save = async ({ groupSize, ...values }: Values) => {
    setProblem(null);
    try {
      await add.mutateAsync({ ...values, id: key, groupSize: groupSize === '' ? null : Number(groupSize) });
      showToast({ text: t('contactSaved'), tone: 'good' });
      onDone();
    } catch (error) {
      setProblem(placeProblem(error, setError, [...fields]));
    }
  };
  const kinds = (['visit', 'talk'] as const).map((value) => ({ value, label: t(value) }));
  const filled = (words: string) => ({ validate: (text: string) => text.trim() !== '' || words });
  return (
    <form className="stack hotspot-form" noValidate onSubmit={(event) => void handleSubmit(save)(event)}>
      <ErrorNotice error={problem} />
      <div className="field-pair">
        <Select label={t('contactKind')} placeholder={null} choices={kinds} {...register('kind')} />
        <DateField label={t('contactOn')} max={today} error={errors.on?.message} {...register('on')} />
      </div>
      <div className="field-pair">
        <TextField
          label={t('withWhom')}
          hint={t('withWhomHint')}
          maxLength={120}
          error={errors.withWhom?.message}
          {...register('withWhom', filled(t('withWhomMissing')))}
        />
        <TextField
          label={t('groupSize')}
          optional
          type="number"
          inputMode="numeric"
          min={1}
          max={10_000}
          error={errors.groupSize?.message}
          {...register('groupSize')}
        />
      </div>
      <Controller
        control={control}
        name="said"
        rules={filled(t('saidMissing'))}
        render={({ field }) => (
          <CheckedText label={t('said')} maxLength={2000} value={field.value} onText={field.onChange} error={errors.said?.message} />
        )}
      />
      <div className="row">
        <Button type="submit" look="primary" busy={isSubmitting}>
          {t('contactSave')}
        </Button>
        <Button look="quiet" onClick={onDone}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  );
} // prettier-ignore
