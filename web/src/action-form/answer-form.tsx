import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { placeProblem } from '../api/form-problems.js';
import type { Problem } from '../api/problem.js';
import { Button } from '../ui/button.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { useTexts } from '../ui/language.js';
import { RadioTiles } from '../ui/radio-tiles.js';
import { TextArea } from '../ui/text-field.js';
import type { Action, ActionAnswer } from './action-api.js';
import { actionTexts } from './texts.js';

interface AnswerFormProps {
  action: Action;
  /** Stores it; what the API refuses is placed at its fields. */
  onAnswer: (answer: ActionAnswer) => Promise<unknown>;
}

const statuses = ['not-started', 'doing', 'done', 'cannot'] as const;
const grades = ['green', 'yellow', 'red'] as const;
const none = 'none';

/** How an action goes with everything that there is to say of it: status, grade, a line. */
export function AnswerForm({ action, onAnswer }: AnswerFormProps) {
  const t = useTexts(actionTexts);
  const [status, setStatus] = useState<string>(action.status);
  const [grade, setGrade] = useState<string>(action.grade ?? none);
  const [problem, setProblem] = useState<Problem | null>(null);
  const form = useForm({ defaultValues: { note: '' } });
  const save = async ({ note }: { note: string }) => {
    setProblem(null);
    try {
      await onAnswer({
        status: statuses.find((one) => one === status) ?? action.status,
        grade: grades.find((one) => one === grade) ?? null,
        note: note.trim() || null,
      });
    } catch (error) {
      setProblem(placeProblem(error, form.setError, ['note']));
    }
  };
  return (
    <form className="stack" noValidate onSubmit={(event) => void form.handleSubmit(save)(event)}>
      <p className="lead">{action.what}</p>
      <ErrorNotice error={problem} />
      <RadioTiles
        legend={t('statusLegend')}
        size="small"
        tiles={statuses.map((value) => ({ value, label: t(`status-${value}`) }))}
        value={status}
        onChange={setStatus}
      />
      <RadioTiles
        legend={t('gradeLegend')}
        size="small"
        tiles={[
          { value: none, label: t('gradeNone') },
          ...grades.map((value) => ({ value, label: t(`gradeWords-${value}`) })),
        ]}
        value={grade}
        onChange={setGrade}
      />
      <TextArea
        label={t('answerNote')}
        hint={t('answerNoteHint')}
        optional
        rows={2}
        maxLength={300}
        error={form.formState.errors.note?.message}
        {...form.register('note')}
      />
      <div>
        <Button type="submit" look="primary" busy={form.formState.isSubmitting}>
          {t('save')}
        </Button>
      </div>
    </form>
  );
}
