import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { placeProblem } from '../api/form-problems.js';
import type { Problem } from '../api/problem.js';
import { Button } from '../ui/button.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { useTexts } from '../ui/language.js';
import { Notice } from '../ui/notice.js';
import { DateField, TextField } from '../ui/text-field.js';
import { showToast } from '../ui/toast.js';
import { useFormat } from '../ui/use-format.js';
import { editionTexts } from './edition-texts.js';
import { type PublishingDecision, recordPublishingDecision, withdrawPublishingDecision } from './situation-api.js';

interface PublishingDecisionProps {
  code: string;
  decision: PublishingDecision | null;
  mayDecide: boolean;
}

/** Whether the municipality has decided to publish figures below itself, and the place to record it. */
export function PublishingDecisionPart({ code, decision, mayDecide }: PublishingDecisionProps) {
  const t = useTexts(editionTexts);
  const f = useFormat();
  const client = useQueryClient();
  const withdrawing = useMutation({
    mutationFn: () => withdrawPublishingDecision(code),
    onSuccess: () => showToast({ text: t('withdrawn'), tone: 'good' }),
    onSettled: () => client.invalidateQueries({ queryKey: ['edition', code] }),
  });
  if (decision === null)
    return (
      <Notice tone="info" title={t('decision')}>
        <div className="stack">
          <p>{t('noDecision')}</p>
          {mayDecide && <Record code={code} />}
        </div>
      </Notice>
    );
  const { decidedBy: by, decidedOn, registrationNumber: number } = decision;
  return (
    <Notice tone="good" title={t('decision')}>
      <p>{t('decided', { by, on: f.date(decidedOn, 'long'), number })}</p>
      <ErrorNotice error={withdrawing.error} />
      {mayDecide && (
        <Button look="quiet" busy={withdrawing.isPending} onClick={() => withdrawing.mutate()}>
          {t('withdraw')}
        </Button>
      )}
    </Notice>
  );
}

function Record({ code }: { code: string }) {
  const t = useTexts(editionTexts);
  const client = useQueryClient();
  const [problem, setProblem] = useState<Problem | null>(null);
  const form = useForm<PublishingDecision>({ defaultValues: { decidedOn: '', decidedBy: '', registrationNumber: '' } });
  const { errors, isSubmitting } = form.formState;
  const save = async (values: PublishingDecision) => {
    setProblem(null);
    try {
      await recordPublishingDecision(code, values);
      await client.invalidateQueries({ queryKey: ['edition', code] });
    } catch (error) {
      setProblem(placeProblem(error, form.setError, ['decidedOn', 'decidedBy', 'registrationNumber']));
    }
  };
  const required = { required: t('missing') };
  return (
    <details className="situation-details">
      <summary>{t('record')}</summary>
      <form className="stack" noValidate onSubmit={(event) => void form.handleSubmit(save)(event)}>
        <ErrorNotice error={problem} />
        <DateField label={t('decidedOn')} error={errors.decidedOn?.message} {...form.register('decidedOn', required)} />
        <TextField
          label={t('decidedBy')}
          hint={t('decidedByHint')}
          error={errors.decidedBy?.message}
          {...form.register('decidedBy', required)}
        />
        <TextField
          label={t('registration')}
          error={errors.registrationNumber?.message}
          {...form.register('registrationNumber', required)}
        />
        <Button type="submit" look="primary" busy={isSubmitting}>
          {t('save')}
        </Button>
      </form>
    </details>
  );
}
