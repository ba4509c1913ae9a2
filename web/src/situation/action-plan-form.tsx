import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useFieldArray, useForm } from 'react-hook-form';
import { placeProblem } from '../api/form-problems.js';
import type { Problem } from '../api/problem.js';
import { Button } from '../ui/button.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { useTexts } from '../ui/language.js';
import { Select } from '../ui/select.js';
import { DateField, TextArea, TextField } from '../ui/text-field.js';
import { type ActionPlan, actionPlansQuery, allVersionsQuery, planActionsQuery, savePlan } from './law-api.js';
import { lawTexts } from './law-texts.js';

interface Values {
  title: string;
  periodFrom: string;
  periodTo: string;
  situationVersionId: string;
  rows: { problem: string; goal: string; actionId: string }[];
}

const emptyRow = { problem: '', goal: '', actionId: '' };

/** The draft of a plan: its name, its period, what it is built on, and its rows. */
export function ActionPlanForm({ code, plan, onDone }: { code: string; plan: ActionPlan | null; onDone: () => void }) {
  const t = useTexts(lawTexts);
  const client = useQueryClient();
  const versions = useQuery(allVersionsQuery(code)).data ?? [];
  const actions = useQuery(planActionsQuery(code)).data ?? [];
  const [problem, setProblem] = useState<Problem | null>(null);
  const form = useForm<Values>({ defaultValues: valuesOf(plan) });
  const { fields, append, remove } = useFieldArray({ control: form.control, name: 'rows' });
  const { errors, isSubmitting } = form.formState;
  const required = { required: t('missing') };
  const save = async ({ rows, situationVersionId, ...values }: Values) => {
    setProblem(null);
    const told = rows.map((row) => ({ problem: row.problem, goal: row.goal.trim() || null, actionId: row.actionId || null })); // prettier-ignore
    try {
      await savePlan(code, plan, { ...values, situationVersionId: situationVersionId || null, rows: told });
      await client.invalidateQueries({ queryKey: actionPlansQuery(code).queryKey });
      await client.invalidateQueries({ queryKey: ['law-check', code] });
      onDone();
    } catch (error) {
      setProblem(placeProblem(error, form.setError, ['title', 'periodFrom', 'periodTo', 'situationVersionId']));
    }
  };
  return (
    <form className="card stack" noValidate onSubmit={(event) => void form.handleSubmit(save)(event)}>
      <ErrorNotice error={problem} />
      <TextField
        label={t('planTitle')}
        maxLength={120}
        error={errors.title?.message}
        {...form.register('title', required)}
      />
      <div className="field-pair">
        <DateField label={t('from')} error={errors.periodFrom?.message} {...form.register('periodFrom', required)} />
        <DateField label={t('to')} error={errors.periodTo?.message} {...form.register('periodTo', required)} />
      </div>
      <Select
        label={t('basis')}
        choices={[
          { value: '', label: t('none') },
          ...versions.map(({ id, period, number }) => ({ value: id, label: `${period} · ${number}` })),
        ]}
        {...form.register('situationVersionId')}
      />
      <ol className="situation-plan">
        {fields.map((field, index) => (
          <li key={field.id}>
            <fieldset className="stack stack--tight">
              <legend className="visually-hidden">{t('row', { row: index + 1 })}</legend>
              <TextArea
                label={t('problem')}
                maxLength={300}
                error={errors.rows?.[index]?.problem?.message}
                {...form.register(`rows.${index}.problem`, required)}
              />
              <TextField label={t('goal')} optional maxLength={300} {...form.register(`rows.${index}.goal`)} />
              <Select
                label={t('action')}
                choices={[
                  { value: '', label: t('noAction') },
                  ...actions.map(({ id, what, ownerFunction }) => ({ value: id, label: `${what} (${ownerFunction})` })),
                ]}
                {...form.register(`rows.${index}.actionId`)}
              />
              <p>
                <Button look="quiet" onClick={() => remove(index)}>
                  {t('removeRow', { row: index + 1 })}
                </Button>
              </p>
            </fieldset>
          </li>
        ))}
      </ol>
      <div className="row">
        <Button icon="plus" onClick={() => append(emptyRow)}>
          {t('addRow')}
        </Button>
        <Button type="submit" look="primary" busy={isSubmitting}>
          {t('save')}
        </Button>
        <Button look="quiet" onClick={onDone}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  );
}

function valuesOf(plan: ActionPlan | null): Values {
  const year = new Date().getFullYear();
  if (plan === null)
    return {
      title: '',
      periodFrom: `${year}-01-01`,
      periodTo: `${year + 1}-12-31`,
      situationVersionId: '',
      rows: [emptyRow],
    };
  const { title, periodFrom, periodTo, situationVersionId, rows } = plan;
  return {
    title,
    periodFrom,
    periodTo,
    situationVersionId: situationVersionId ?? '',
    rows: rows.map(({ problem, goal, actionId }) => ({ problem, goal: goal ?? '', actionId: actionId ?? '' })),
  };
}
