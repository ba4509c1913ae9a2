import { useState } from 'react';
import { Controller, useForm } from 'react-hook-form';
import { placeProblem } from '../api/form-problems.js';
import { problemOf, type Problem } from '../api/problem.js';
import { Button } from '../ui/button.js';
import { CheckedText } from '../ui/checked-text.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { useLanguage, useTexts } from '../ui/language.js';
import { Notice } from '../ui/notice.js';
import { showToast } from '../ui/toast.js';
import { ProblemFacts } from './problem-tab.js';
import { useDescribe, type ProblemVersion } from './work-api.js';
import { workTexts } from './work-texts.js';

interface ProblemFormProps {
  code: string;
  id: string;
  /** What is saved now; a newer one than this form began with stands beside the text. */
  latest: ProblemVersion | null;
  onDone: () => void;
  onCancel?: () => void;
}

const fields = ['what', 'where', 'when', 'harmed', 'consequences', 'unknown'] as const;
type Values = Record<(typeof fields)[number], string>;
const hints = { what: 'whatHint', harmed: 'harmedHint' } as const;

/** Six questions, the first of which must be answered. What is typed is never lost to what another saves meanwhile. */
export function ProblemForm({ code, id, latest, onDone, onCancel }: ProblemFormProps) {
  const t = useTexts(workTexts);
  const language = useLanguage();
  const describe = useDescribe(code, id);
  const [begunWith] = useState(latest?.number ?? 0);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [overtaken, setOvertaken] = useState(false);
  const form = useForm<Values>({
    defaultValues: Object.fromEntries(fields.map((field) => [field, latest?.[field] ?? ''])),
  });
  const save = async (values: Values) => {
    setProblem(null);
    try {
      // After a conflict has been shown the text goes on top of what is now the latest.
      await describe.mutateAsync({ number: overtaken ? (latest?.number ?? 0) : begunWith, body: values });
      showToast({ text: t('problemSaved'), tone: 'good' });
      onDone();
    } catch (error) {
      if (problemOf(error, language).status === 412) setOvertaken(true);
      else setProblem(placeProblem(error, form.setError, [...fields]));
    }
  };
  const { errors, isSubmitting } = form.formState;
  return (
    <form className="stack hotspot-form" noValidate onSubmit={(event) => void form.handleSubmit(save)(event)}>
      <ErrorNotice error={problem} />
      {overtaken && latest !== null && (
        <Notice tone="caution" urgent title={t('changedTitle')}>
          <p>{t('changedText')}</p>
          <ProblemFacts problem={latest} />
        </Notice>
      )}
      {fields.map((name) => (
        <Controller
          key={name}
          control={form.control}
          name={name}
          rules={name === 'what' ? { validate: (text) => text.trim() !== '' || t('whatMissing') } : {}}
          render={({ field }) => (
            <CheckedText
              label={t(name)}
              optional={name !== 'what'}
              maxLength={name === 'what' ? 1000 : 600}
              value={field.value}
              onText={field.onChange}
              error={errors[name]?.message}
              {...(name in hints ? { hint: t(hints[name as keyof typeof hints]) } : {})}
            />
          )}
        />
      ))}
      <div className="row">
        <Button type="submit" look="primary" busy={isSubmitting}>
          {t('saveProblem')}
        </Button>
        {onCancel !== undefined && (
          <Button look="quiet" onClick={onCancel}>
            {t('cancel')}
          </Button>
        )}
      </div>
    </form>
  );
}
