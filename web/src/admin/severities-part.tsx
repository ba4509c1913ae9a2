import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { placeProblem } from '../api/form-problems.js';
import type { Problem } from '../api/problem.js';
import { Dialog } from '../ui/dialog.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { useLanguage, useTexts } from '../ui/language.js';
import { Table } from '../ui/table.js';
import { TextField } from '../ui/text-field.js';
import { type CategoryList, categoryListQuery, editSeverity, type ListedSeverity, useListWrite } from './list-api.js';
import { listTexts } from './list-texts.js';
import { FormEnd, OpenRow, RowHistory } from './row-tools.js';

/** The three severities by the municipality's own names. */
export function SeveritiesPart({ code, severities }: { code: string; severities: readonly ListedSeverity[] }) {
  const t = useTexts(listTexts);
  const language = useLanguage();
  const [open, setOpen] = useState<number | null>(null);
  const chosen = severities.find(({ level }) => level === open);
  return (
    <section className="stack">
      <h2>{t('severities')}</h2>
      <p className="muted">{t('severitiesLead')}</p>
      <Table
        caption={t('severities')}
        hideCaption
        rows={severities}
        rowKey={({ level }) => String(level)}
        columns={[
          { id: 'level', header: t('level'), numeric: true, cell: (row) => row.level },
          { id: 'name', header: t('severity'), rowHeader: true, cell: (row) => <OpenRow name={row.name[language]} onOpen={() => setOpen(row.level)} /> },
          { id: 'weight', header: t('weight'), numeric: true, cell: (row) => row.weight },
        ]}
      />
      <Dialog open={chosen !== undefined} onClose={() => setOpen(null)} title={chosen?.name[language] ?? ''} place="side">
        {chosen !== undefined && <SeverityForm code={code} severity={chosen} onDone={() => setOpen(null)} />}
      </Dialog>
    </section>
  ); // prettier-ignore
}

interface Values {
  name: { sv: string; en: string };
  weight: string;
}

function SeverityForm({ code, severity, onDone }: { code: string; severity: ListedSeverity; onDone: () => void }) {
  const t = useTexts(listTexts);
  const language = useLanguage();
  const { level, name, weight } = severity;
  const write = useListWrite<CategoryList>(code, categoryListQuery(code).queryKey);
  const [problem, setProblem] = useState<Problem | null>(null);
  const form = useForm<Values>({ defaultValues: { name, weight: String(weight) } });
  const { errors } = form.formState;
  const save = async (values: Values) => {
    setProblem(null);
    try {
      await write.mutateAsync({
        write: editSeverity(code, level, { name: values.name, weight: Number(values.weight) }),
        back: editSeverity(code, level, { name, weight }),
        said: t('saved', { name: values.name[language] }),
      });
      onDone();
    } catch (error) {
      setProblem(placeProblem(error, form.setError, ['name.sv', 'name.en', 'weight']));
    }
  };
  const required = t('nameMissing');
  return (
    <form className="stack" noValidate onSubmit={(event) => void form.handleSubmit(save)(event)}>
      <ErrorNotice error={problem} />
      <TextField label={t('nameSv')} maxLength={80} error={errors.name?.sv?.message} {...form.register('name.sv', { required })} />
      <TextField label={t('nameEn')} maxLength={80} error={errors.name?.en?.message} {...form.register('name.en', { required })} />
      <TextField
        label={t('weight')}
        inputMode="numeric"
        error={errors.weight?.message}
        {...form.register('weight', { pattern: { value: /^(?:1\d|20|[1-9])$/, message: t('weightWrong') }, required: t('weightWrong') })}
      />
      <FormEnd onCancel={onDone} busy={write.isPending} />
      <RowHistory code={code} list="categories" subjectId={`severity/${level}`} />
    </form>
  ); // prettier-ignore
}
