import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { placeProblem } from '../api/form-problems.js';
import type { Problem } from '../api/problem.js';
import { Button } from '../ui/button.js';
import { Dialog } from '../ui/dialog.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { useTexts } from '../ui/language.js';
import { DateField, TextField } from '../ui/text-field.js';
import { type ActionPlan, actionPlansQuery, decidePlan } from './law-api.js';
import { lawTexts } from './law-texts.js';

interface Values {
  decidedOn: string;
  decidedBy: string;
  registrationNumber: string;
}

/** Records which body decided the plan, when and under which number. */
export function DecidePlan({ code, plan }: { code: string; plan: ActionPlan }) {
  const t = useTexts(lawTexts);
  const client = useQueryClient();
  const [open, setOpen] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const form = useForm<Values>({ defaultValues: { decidedOn: '', decidedBy: '', registrationNumber: '' } });
  const { errors, isSubmitting } = form.formState;
  const required = { required: t('missing') };
  const save = async ({ registrationNumber, ...values }: Values) => {
    setProblem(null);
    try {
      await decidePlan(code, plan, { ...values, registrationNumber: registrationNumber.trim() || null });
      setOpen(false);
      await client.invalidateQueries({ queryKey: actionPlansQuery(code).queryKey });
      await client.invalidateQueries({ queryKey: ['law-check', code] });
    } catch (error) {
      setProblem(placeProblem(error, form.setError, ['decidedOn', 'decidedBy', 'registrationNumber']));
    }
  };
  return (
    <>
      <Button look="quiet" icon="check" onClick={() => setOpen(true)}>
        {t('decide')}
      </Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={t('decideTitle')}>
        <form className="stack" noValidate onSubmit={(event) => void form.handleSubmit(save)(event)}>
          <ErrorNotice error={problem} />
          <DateField
            label={t('decidedOn')}
            error={errors.decidedOn?.message}
            {...form.register('decidedOn', required)}
          />
          <TextField
            label={t('decidedBy')}
            hint={t('decidedByHint')}
            maxLength={120}
            error={errors.decidedBy?.message}
            {...form.register('decidedBy', required)}
          />
          <TextField
            label={t('registration')}
            optional
            maxLength={40}
            error={errors.registrationNumber?.message}
            {...form.register('registrationNumber')}
          />
          <Button type="submit" look="primary" busy={isSubmitting}>
            {t('save')}
          </Button>
        </form>
      </Dialog>
    </>
  );
}
