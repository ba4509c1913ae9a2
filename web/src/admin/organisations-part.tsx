import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import { placeProblem } from '../api/form-problems.js';
import type { Problem } from '../api/problem.js';
import { Button } from '../ui/button.js';
import { Dialog } from '../ui/dialog.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { useTexts } from '../ui/language.js';
import { Select } from '../ui/select.js';
import { Skeleton } from '../ui/skeleton.js';
import { Table } from '../ui/table.js';
import { TextField } from '../ui/text-field.js';
import { showToast } from '../ui/toast.js';
import { createOrganisation, organisationsQuery, type NewOrganisation } from './admin-api.js';
import { adminTexts } from './texts.js';

const kinds = ['municipality', 'police', 'housing', 'guard', 'transport', 'other'] as const;
const kindText = (kind: string) => {
  const known = kinds.find((one) => one === kind) ?? 'other';
  return known === 'police' ? 'policeKind' : known;
};
const seesEverything = (kind: string) => kind === 'municipality' || kind === 'police';

/** Those who cooperate, and what each sort of them sees. */
export function OrganisationsPart({ code }: { code: string }) {
  const t = useTexts(adminTexts);
  const { data, error, refetch } = useQuery(organisationsQuery(code));
  const [adding, setAdding] = useState(false);
  return (
    <div className="stack">
      <div className="row row--between">
        <p className="muted">{t('organisationsLead')}</p>
        <Button look="primary" icon="plus" onClick={() => setAdding(true)}>
          {t('addOrganisation')}
        </Button>
      </div>
      <ErrorNotice error={error} onRetry={() => void refetch()} />
      {data === undefined && error === null && <Skeleton lines={4} />}
      {data !== undefined && (
        <Table
          caption={t('organisations')}
          hideCaption
          rows={data}
          rowKey={({ id }) => id}
          columns={[
            { id: 'name', header: t('name'), rowHeader: true, cell: (row) => row.name },
            { id: 'kind', header: t('kind'), cell: (row) => t(kindText(row.kind)) },
            { id: 'sees', header: t('sees'), cell: (row) => t(seesEverything(row.kind) ? 'seesAll' : 'seesOwn') },
          ]}
        />
      )}
      <Dialog open={adding} onClose={() => setAdding(false)} title={t('addOrganisation')} place="side">
        <NewOrganisationForm code={code} onDone={() => setAdding(false)} />
      </Dialog>
    </div>
  );
}

function NewOrganisationForm({ code, onDone }: { code: string; onDone: () => void }) {
  const t = useTexts(adminTexts);
  const client = useQueryClient();
  const [problem, setProblem] = useState<Problem | null>(null);
  const form = useForm({ defaultValues: { name: '', kind: '' } });
  const create = useMutation({ mutationFn: (body: NewOrganisation) => createOrganisation(code, body) });
  const { errors } = form.formState;
  const kind = useWatch({ control: form.control, name: 'kind' });
  const save = async (values: { name: string; kind: string }) => {
    setProblem(null);
    try {
      await create.mutateAsync(values as NewOrganisation);
      await client.invalidateQueries({ queryKey: ['organisations', code] });
      showToast({ text: t('organisationAdded', { name: values.name }), tone: 'good' });
      onDone();
    } catch (error) {
      setProblem(placeProblem(error, form.setError, ['name', 'kind']));
    }
  };
  return (
    <form className="stack" noValidate onSubmit={(event) => void form.handleSubmit(save)(event)}>
      <ErrorNotice error={problem} />
      <TextField
        label={t('name')}
        maxLength={120}
        autoComplete="off"
        error={errors.name?.message}
        {...form.register('name', { required: t('nameMissing') })}
      />
      <Select
        label={t('kind')}
        choices={kinds.map((value) => ({ value, label: t(kindText(value)) }))}
        error={errors.kind?.message}
        hint={
          kind === '' ? undefined : `${t('sees')}: ${t(seesEverything(kind) ? 'seesAll' : 'seesOwn').toLowerCase()}`
        }
        {...form.register('kind', { required: t('kindMissing') })}
      />
      <div className="row admin-form-end">
        <Button onClick={onDone}>{t('cancel')}</Button>
        <Button type="submit" look="primary" busy={create.isPending}>
          {t('save')}
        </Button>
      </div>
    </form>
  );
}
