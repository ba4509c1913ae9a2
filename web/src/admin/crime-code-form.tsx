import { useState } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import { placeProblem } from '../api/form-problems.js';
import type { Problem } from '../api/problem.js';
import { Button } from '../ui/button.js';
import { Checkbox } from '../ui/checkbox.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { useLanguage, useTexts } from '../ui/language.js';
import { Select } from '../ui/select.js';
import { TextField } from '../ui/text-field.js';
import { type ListedCategory, useListWrite } from './list-api.js';
import { FormEnd } from './row-tools.js';
import { type CrimeCodeList, type CrimeCodeRow, crimeCodesQuery, removeCrimeCode, saveCrimeCode } from './rule-api.js';
import { ruleTexts } from './rule-texts.js';

interface CrimeCodeFormProps {
  code: string;
  row: CrimeCodeRow | null;
  categories: readonly ListedCategory[];
  onDone: () => void;
}

const empty = { crimeCode: '', category: '', subcategory: '', sensitive: false, reason: '' };

/** Where one crime code belongs, and whether place and hour are kept. */
export function CrimeCodeForm({ code, row, categories, onDone }: CrimeCodeFormProps) {
  const t = useTexts(ruleTexts);
  const language = useLanguage();
  const write = useListWrite<CrimeCodeList>(code, crimeCodesQuery(code).queryKey);
  const [problem, setProblem] = useState<Problem | null>(null);
  const form = useForm({
    defaultValues: row ? { ...row, crimeCode: row.code, subcategory: row.subcategory ?? '', reason: '' } : empty,
  });
  const { errors } = form.formState;
  const [category, sensitive] = useWatch({ control: form.control, name: ['category', 'sensitive'] });
  const subs = categories.find((one) => one.code === category)?.subcategories ?? [];
  const loosens = row?.sensitive === true && !sensitive;
  const save = async (values: typeof empty) => {
    setProblem(null);
    const { crimeCode: name, subcategory, reason, ...rest } = values;
    try {
      await write.mutateAsync({
        write: saveCrimeCode(code, name, {
          category: rest.category,
          sensitive: rest.sensitive,
          subcategory: subs.some((one) => one.code === subcategory) ? subcategory : null,
          reason: reason.trim() === '' ? null : reason,
        }),
        back: undoOf(code, name, row, rest.sensitive),
        said: t('codeSaved', { name }),
      });
      onDone();
    } catch (error) {
      setProblem(placeProblem(error, form.setError, ['category', 'subcategory', 'reason']));
    }
  };
  const remove = async () => {
    if (!row) return;
    try {
      await write.mutateAsync({
        write: removeCrimeCode(code, row.code),
        back: saveCrimeCode(code, row.code, editOf(row)),
        said: t('codeRemoved', { name: row.code }),
      });
      onDone();
    } catch (error) {
      setProblem(placeProblem(error, form.setError, []));
    }
  };
  return (
    <form className="stack" noValidate onSubmit={(event) => void form.handleSubmit(save)(event)}>
      <ErrorNotice error={problem} />
      {!row && (
        <TextField
          label={t('code')}
          hint={t('codeHint')}
          inputMode="numeric"
          maxLength={4}
          autoComplete="off"
          error={errors.crimeCode?.message}
          {...form.register('crimeCode', { required: t('codeWrong'), pattern: { value: /^\d{4}$/, message: t('codeWrong') } })}
        />
      )}
      <Select
        label={t('category')}
        choices={categories.map((one) => ({ value: one.code, label: one.name[language] }))}
        error={errors.category?.message}
        {...form.register('category', { required: t('categoryMissing') })}
      />
      <Select
        label={t('subcategory')}
        placeholder={t('noSubcategory')}
        choices={subs.map((one) => ({ value: one.code, label: one.name[language] }))}
        error={errors.subcategory?.message}
        {...form.register('subcategory')}
      />
      <Checkbox label={t('sensitive')} {...form.register('sensitive')} />
      {row?.alwaysSensitive && <p className="small muted">{t('alwaysHint')}</p>}
      {loosens && (
        <TextField
          label={t('reason')}
          maxLength={300}
          error={errors.reason?.message}
          {...form.register('reason', { required: t('reasonMissing') })}
        />
      )}
      <FormEnd onCancel={onDone} busy={write.isPending} />
      {row && !row.sensitive && (
        <div>
          <Button look="quiet" icon="undo" onClick={() => void remove()}>
            {t('removeCode')}
          </Button>
        </div>
      )}
    </form>
  ); // prettier-ignore
}

function editOf({ category, subcategory, sensitive }: CrimeCodeRow) {
  return { category, subcategory, sensitive, reason: null };
}

/** A mark that was set is not taken back by a press: that needs a reason. */
function undoOf(code: string, name: string, row: CrimeCodeRow | null, nowSensitive: boolean) {
  if (!row) return nowSensitive ? undefined : removeCrimeCode(code, name);
  return nowSensitive && !row.sensitive ? undefined : saveCrimeCode(code, name, editOf(row));
}
