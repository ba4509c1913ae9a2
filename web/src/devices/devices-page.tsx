import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { answer, api } from '../api/client.js';
import type { components } from '../api/openapi.js';
import { may, useMembership } from '../api/session.js';
import { Button } from '../ui/button.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { useTexts } from '../ui/language.js';
import { Page } from '../ui/page.js';
import { Skeleton } from '../ui/skeleton.js';
import { StatusTag } from '../ui/status-tag.js';
import { Table } from '../ui/table.js';
import { showToast } from '../ui/toast.js';
import { useFormat } from '../ui/use-format.js';
import './devices.css';
import { PairPart } from './pair-part.js';
import { deviceTexts } from './texts.js';

type Device = components['schemas']['Device'];

const tones = { waiting: 'caution', paired: 'good', expired: 'neutral', revoked: 'bad' } as const;

/** The phones that are paired: one's own, or everybody's for those who look after them. */
export function DevicesPage() {
  const { code = '' } = useParams({ strict: false });
  const t = useTexts(deviceTexts);
  const membership = useMembership();
  const all = may(membership, 'device:administer');
  const path = { code };
  const { data, error, refetch } = useQuery({
    queryKey: ['devices', code, all],
    queryFn: () =>
      all
        ? answer(api.GET('/api/v1/municipalities/{code}/all-devices', { params: { path } }))
        : answer(api.GET('/api/v1/municipalities/{code}/devices', { params: { path } })),
    refetchInterval: (query) => (query.state.data?.some(({ state }) => state === 'waiting') === true ? 5_000 : false),
  });
  return (
    <Page title={t('title')} lead={t('lead')} width="wide">
      <PairPart code={code} />
      <ErrorNotice error={error} onRetry={() => void refetch()} />
      {data === undefined && error === null && <Skeleton lines={4} />}
      {data !== undefined && <DeviceTable code={code} devices={data} all={all} />}
    </Page>
  );
}

function DeviceTable({ code, devices, all }: { code: string; devices: readonly Device[]; all: boolean }) {
  const t = useTexts(deviceTexts);
  const f = useFormat();
  return (
    <Table
      caption={t('listTitle')}
      empty={t('none')}
      rows={devices}
      rowKey={({ id }) => id}
      columns={[
        { id: 'name', header: t('phone'), cell: ({ name }) => name, rowHeader: true },
        { id: 'who', header: t('who'), cell: ({ accountName }) => accountName },
        { id: 'state', header: t('state'), cell: ({ state }) => <StatusTag tone={tones[state]}>{t(state)}</StatusTag> },
        {
          id: 'used',
          header: t('lastUsed'),
          cell: ({ lastUsedAt }) => (lastUsedAt === null ? t('never') : f.dateTime(lastUsedAt)),
        },
        {
          id: 'until',
          header: t('until'),
          cell: ({ expiresAt }) => (expiresAt === null ? '' : f.date(expiresAt, 'numeric')),
        },
        { id: 'act', header: '', cell: (device) => <Revoke code={code} device={device} all={all} /> },
      ]}
    />
  );
}

function Revoke({ code, device, all }: { code: string; device: Device; all: boolean }) {
  const t = useTexts(deviceTexts);
  const client = useQueryClient();
  const [path] = useState({ code, id: device.id });
  const revoke = useMutation({
    mutationFn: () =>
      all
        ? answer(api.DELETE('/api/v1/municipalities/{code}/all-devices/{id}', { params: { path } }))
        : answer(api.DELETE('/api/v1/municipalities/{code}/devices/{id}', { params: { path } })),
    onSuccess: () => showToast({ text: t('revokeDone', { name: device.name }), tone: 'good' }),
    onSettled: () => client.invalidateQueries({ queryKey: ['devices', code] }),
  });
  if (device.state !== 'paired' && device.state !== 'waiting') return null;
  return (
    <Button
      look="quiet"
      aria-label={t('revokeOf', { name: device.name })}
      busy={revoke.isPending}
      onClick={() => revoke.mutate()}
    >
      {t('revoke')}
    </Button>
  );
}
