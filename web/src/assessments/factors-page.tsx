import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { Button } from '../ui/button.js';
import { Checkbox } from '../ui/checkbox.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { useTexts } from '../ui/language.js';
import { Page } from '../ui/page.js';
import { Skeleton } from '../ui/skeleton.js';
import { TextField } from '../ui/text-field.js';
import { showToast } from '../ui/toast.js';
import { type Factor, factorsQuery, type NewFactor, saveFactors } from './assessment-api.js';
import './assessments.css';
import { assessmentTexts } from './texts.js';

/** What is asked about a week: the municipality's own rows. */
export function FactorsPage() {
  const { code = '' } = useParams({ strict: false });
  const t = useTexts(assessmentTexts);
  const { data, error, refetch } = useQuery({ ...factorsQuery(code), refetchOnWindowFocus: false });
  return (
    <Page title={t('factorsTitle')} lead={t('factorsLead')} width="text">
      <ErrorNotice error={error} onRetry={() => void refetch()} />
      {data === undefined && error === null && <Skeleton lines={8} />}
      {data !== undefined && <FactorsForm key={data.map((each) => each.code).join()} code={code} factors={data} />}
      <p>
        <Link to="/$code/bedomningar" params={{ code }}>
          {t('back')}
        </Link>
      </p>
    </Page>
  );
}

function FactorsForm({ code, factors }: { code: string; factors: readonly Factor[] }) {
  const t = useTexts(assessmentTexts);
  const client = useQueryClient();
  const [rows, setRows] = useState<readonly NewFactor[]>(factors);
  const save = useMutation({
    mutationFn: () => saveFactors(code, [...rows]),
    onSuccess: (fresh) => {
      client.setQueryData(factorsQuery(code).queryKey, fresh);
      void client.invalidateQueries({ queryKey: ['own-assessments', code] });
      void client.invalidateQueries({ queryKey: ['assessments', code] });
      showToast({ text: t('factorsSaved'), tone: 'good' });
    },
  });
  const change = (at: number, row: NewFactor) => setRows(rows.map((each, index) => (index === at ? row : each)));
  const send = (event: FormEvent) => {
    event.preventDefault();
    save.mutate();
  };
  return (
    <form className="stack" noValidate onSubmit={send} aria-label={t('factorsTitle')}>
      {rows.map((row, index) => (
        <div key={row.code ?? index} className="card stack">
          <div className="field-pair">
            <TextField
              label={t('swedish')}
              aria-label={t('nameOf', { number: index + 1 })}
              value={row.name.sv}
              maxLength={60}
              onChange={(event) => change(index, { ...row, name: { ...row.name, sv: event.currentTarget.value } })}
            />
            <TextField
              label={t('english')}
              aria-label={t('nameOfEnglish', { number: index + 1 })}
              value={row.name.en}
              maxLength={60}
              onChange={(event) => change(index, { ...row, name: { ...row.name, en: event.currentTarget.value } })}
            />
          </div>
          <Checkbox
            label={t('asked')}
            aria-label={t('askedOf', { name: row.name.sv })}
            checked={row.active}
            onChange={(event) => change(index, { ...row, active: event.currentTarget.checked })}
          />
        </div>
      ))}
      <ErrorNotice error={save.error} />
      <div className="row">
        <Button icon="plus" onClick={() => setRows([...rows, { code: null, name: { sv: '', en: '' }, active: true }])}>
          {t('add')}
        </Button>
        <Button type="submit" look="primary" busy={save.isPending}>
          {t('saveFactors')}
        </Button>
      </div>
    </form>
  );
}
