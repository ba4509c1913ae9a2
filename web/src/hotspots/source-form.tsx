import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { placeProblem } from '../api/form-problems.js';
import type { Problem } from '../api/problem.js';
import { Button } from '../ui/button.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { useTexts } from '../ui/language.js';
import { TextField } from '../ui/text-field.js';
import { showToast } from '../ui/toast.js';
import { useStateSource } from './work-api.js';
import { workTexts } from './work-texts.js';

/** Says what a hot spot rests on, where no report lies in it. */
export function SourceForm({ code, id, version }: { code: string; id: string; version: number }) {
  const t = useTexts(workTexts);
  const state = useStateSource(code, id);
  const [problem, setProblem] = useState<Problem | null>(null);
  const { register, handleSubmit, setError, formState } = useForm({ defaultValues: { statedSource: '' } });
  const save = async ({ statedSource }: { statedSource: string }) => {
    setProblem(null);
    try {
      await state.mutateAsync({ version, statedSource });
      showToast({ text: t('sourceSaved'), tone: 'good' });
    } catch (error) {
      setProblem(placeProblem(error, setError, ['statedSource']));
    }
  };
  return (
    <form className="stack stack--tight" noValidate onSubmit={(event) => void handleSubmit(save)(event)}>
      <ErrorNotice error={problem} />
      <TextField
        label={t('sourceLabel')}
        hint={t('sourceHint')}
        maxLength={300}
        error={formState.errors.statedSource?.message}
        {...register('statedSource')}
      />
      <div>
        <Button type="submit" busy={formState.isSubmitting}>
          {t('sourceSave')}
        </Button>
      </div>
    </form>
  );
}
