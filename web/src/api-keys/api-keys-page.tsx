import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { answer, api } from '../api/client.js';
import type { components } from '../api/openapi.js';
import { Button } from '../ui/button.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { useTexts } from '../ui/language.js';
import { Notice } from '../ui/notice.js';
import { Page } from '../ui/page.js';
import { Select } from '../ui/select.js';
import { Skeleton } from '../ui/skeleton.js';
import { StatusTag } from '../ui/status-tag.js';
import { Table } from '../ui/table.js';
import { TextField } from '../ui/text-field.js';
import { showToast } from '../ui/toast.js';
import { useFormat } from '../ui/use-format.js';
import { apiKeyTexts } from './texts.js';

type ApiKey = components['schemas']['ApiKey'];
type MadeApiKey = components['schemas']['MadeApiKey'];

const root = '/api/v1/municipalities/{code}/api-keys' as const;

const keysQuery = (code: string) =>
  queryOptions({
    queryKey: ['api-keys', code],
    queryFn: () => answer(api.GET(root, { params: { path: { code } } })),
  });

const organisationsQuery = (code: string) =>
  queryOptions({
    queryKey: ['organisations', code],
    queryFn: () => answer(api.GET('/api/v1/municipalities/{code}/organisations', { params: { path: { code } } })),
  });

/** Keys for machines: make one, see them, revoke them. */
export function ApiKeysPage() {
  const t = useTexts(apiKeyTexts);
  const { code } = useParams({ strict: false });
  if (code === undefined) return null;
  return (
    <Page title={t('title')} lead={t('lead')}>
      <NewKey code={code} />
      <KeyList code={code} />
    </Page>
  );
}

const lifetimes = ['90', '365', '730'] as const;

function NewKey({ code }: { code: string }) {
  const t = useTexts(apiKeyTexts);
  const client = useQueryClient();
  const organisations = useQuery(organisationsQuery(code)).data ?? [];
  const [name, setName] = useState('');
  const [organisationId, setOrganisation] = useState('');
  const [days, setDays] = useState<string>('365');
  const [checked, setChecked] = useState(false);
  const make = useMutation({
    mutationFn: (body: components['schemas']['NewApiKey']) =>
      answer(api.POST(root, { params: { path: { code } }, body })),
    onSuccess: () => {
      setName('');
      setChecked(false);
      void client.invalidateQueries({ queryKey: keysQuery(code).queryKey });
    },
  });
  const send = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (name.trim() === '' || organisationId === '') return;
    make.mutate({ name, organisationId, days: Number(days), scopes: ['incident:write'] });
  };
  return (
    <section className="card stack" style={{ maxInlineSize: 640 }}>
      <h2>{t('newTitle')}</h2>
      <form className="stack" noValidate onSubmit={send}>
        <TextField
          label={t('name')}
          hint={t('nameHint')}
          value={name}
          maxLength={80}
          onChange={(event) => setName(event.target.value)}
          error={checked && name.trim() === '' ? t('nameMissing') : undefined}
        />
        <Select
          label={t('organisation')}
          value={organisationId}
          choices={organisations.map((each) => ({ value: each.id, label: each.name }))}
          onChange={(event) => setOrganisation(event.target.value)}
          error={checked && organisationId === '' ? t('organisationMissing') : undefined}
        />
        <Select
          label={t('valid')}
          value={days}
          placeholder={null}
          choices={lifetimes.map((each) => ({ value: each, label: t('days', { count: Number(each) }) }))}
          onChange={(event) => setDays(event.target.value)}
        />
        <ErrorNotice error={make.error} />
        <div>
          <Button type="submit" look="primary" busy={make.isPending}>
            {t('make')}
          </Button>
        </div>
      </form>
      {make.data && <Made made={make.data} />}
    </section>
  );
}

function Made({ made }: { made: MadeApiKey }) {
  const t = useTexts(apiKeyTexts);
  return (
    <Notice tone="good" title={t('madeTitle')} urgent>
      <p>{t('madeText')}</p>
      <TextField label={t('secret')} readOnly value={made.secret} onFocus={(event) => event.currentTarget.select()} />
    </Notice>
  );
}

function KeyList({ code }: { code: string }) {
  const t = useTexts(apiKeyTexts);
  const f = useFormat();
  const client = useQueryClient();
  const { data, error, isPending, refetch } = useQuery(keysQuery(code));
  const revoke = useMutation({
    mutationFn: (id: string) => answer(api.DELETE(`${root}/{id}`, { params: { path: { code, id } } })),
    onSuccess: () => {
      showToast({ text: t('revokedToast'), tone: 'good' });
      void client.invalidateQueries({ queryKey: keysQuery(code).queryKey });
    },
  });
  return (
    <section className="stack">
      <h2>{t('listTitle')}</h2>
      {isPending && <Skeleton lines={3} />}
      {error && <ErrorNotice error={error} onRetry={() => void refetch()} />}
      <ErrorNotice error={revoke.error} />
      {data?.length === 0 && <p className="muted">{t('empty')}</p>}
      {data && data.length > 0 && (
        <Table
          caption={t('listTitle')}
          hideCaption
          rows={data}
          rowKey={({ id }) => id}
          columns={[
            { id: 'name', header: t('columnName'), rowHeader: true, cell: ({ name }) => name },
            { id: 'organisation', header: t('columnOrganisation'), cell: ({ organisation }) => organisation },
            { id: 'used', header: t('columnUsed'), cell: ({ lastUsedAt }) => (lastUsedAt ? f.dateTime(lastUsedAt) : t('never')) },
            { id: 'expires', header: t('columnExpires'), cell: ({ expiresAt }) => f.date(expiresAt) },
            {
              id: 'status',
              header: t('columnStatus'),
              cell: (key) => <Status apiKey={key} onRevoke={() => revoke.mutate(key.id)} />,
            },
          ]}
        />
      )}
    </section>
  );
} // prettier-ignore

function Status({ apiKey, onRevoke }: { apiKey: ApiKey; onRevoke: () => void }) {
  const t = useTexts(apiKeyTexts);
  if (apiKey.status === 'revoked') return <StatusTag tone="neutral">{t('revoked')}</StatusTag>;
  if (apiKey.status === 'expired') return <StatusTag tone="caution">{t('expired')}</StatusTag>;
  return (
    <span className="row">
      <StatusTag tone="good">{t('active')}</StatusTag>
      <Button look="quiet" onClick={onRevoke}>
        {t('revoke')}
        <span className="visually-hidden"> {apiKey.name}</span>
      </Button>
    </span>
  );
}
