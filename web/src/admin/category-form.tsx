import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { placeProblem } from '../api/form-problems.js';
import type { Problem } from '../api/problem.js';
import { Checkbox } from '../ui/checkbox.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { useLanguage, useTexts } from '../ui/language.js';
import { Select } from '../ui/select.js';
import { TextField } from '../ui/text-field.js';
import type { CategoryEdit, ListedSeverity } from './list-api.js';
import { listTexts } from './list-texts.js';
import { FormEnd } from './row-tools.js';

const kinds = ['crime', 'unsafety', 'physical', 'signal', 'calendar', 'positive', 'other'] as const;

type Values = Omit<CategoryEdit, 'severity'> & { severity: string };

interface CategoryFormProps {
  start: CategoryEdit;
  severities: readonly ListedSeverity[];
  /** A sub-category lies where its category lies. */
  sub: boolean;
  /** What is said of the code beneath. */
  about: string | null;
  save: (edit: CategoryEdit) => Promise<void>;
  onDone: () => void;
  busy: boolean;
}

/** What a municipality may change of a category or a sub-category. */
export function CategoryForm({ start, severities, sub, about, save, onDone, busy }: CategoryFormProps) {
  const t = useTexts(listTexts);
  const language = useLanguage();
  const [problem, setProblem] = useState<Problem | null>(null);
  const form = useForm<Values>({ defaultValues: { ...start, severity: String(start.severity ?? '') } });
  const { errors } = form.formState;
  const send = async ({ severity, ...values }: Values) => {
    setProblem(null);
    try {
      await save({ ...values, severity: severity === '' ? null : Number(severity) });
      onDone();
    } catch (error) {
      setProblem(placeProblem(error, form.setError, ['name.sv', 'name.en', 'kind', 'severity']));
    }
  };
  return (
    <form className="stack" noValidate onSubmit={(event) => void form.handleSubmit(send)(event)}>
      <ErrorNotice error={problem} />
      {about !== null && <p className="small muted">{about}</p>}
      <TextField
        label={t('nameSv')}
        maxLength={80}
        autoComplete="off"
        error={errors.name?.sv?.message}
        {...form.register('name.sv', { required: t('nameMissing') })}
      />
      <TextField
        label={t('nameEn')}
        maxLength={80}
        autoComplete="off"
        error={errors.name?.en?.message}
        {...form.register('name.en', { required: t('nameMissing') })}
      />
      <Select
        label={t('kind')}
        placeholder={null}
        choices={kinds.map((value) => ({ value, label: t(value) }))}
        error={errors.kind?.message}
        {...form.register('kind')}
      />
      <Select
        label={t('severity')}
        hint={t('severityHint')}
        placeholder={t('noSeverity')}
        choices={severities.map(({ level, name }) => ({ value: String(level), label: `${level} ${name[language]}` }))}
        error={errors.severity?.message}
        {...form.register('severity')}
      />
      <div>
        {!sub && <Checkbox label={t('placeBound')} {...form.register('placeBound')} />}
        <Checkbox label={t('reportable')} {...form.register('reportable')} />
        <Checkbox label={t('hidden')} {...form.register('hidden')} />
      </div>
      <FormEnd onCancel={onDone} busy={busy} />
    </form>
  );
}
