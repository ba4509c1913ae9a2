import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { may, useMembership } from '../api/session.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { useTexts } from '../ui/language.js';
import { Skeleton } from '../ui/skeleton.js';
import { Table } from '../ui/table.js';
import { useFormat } from '../ui/use-format.js';
import { accountsQuery, auditQuery } from './admin-api.js';
import { auditTexts, isAuditWord } from './audit-texts.js';
import { adminTexts } from './texts.js';

/** Who has read and written what, the latest first. */
export function AuditPart({ code }: { code: string }) {
  const t = useTexts(adminTexts);
  const f = useFormat();
  const { data, error, refetch } = useQuery(auditQuery(code));
  const mayNames = may(useMembership(), 'account:administer');
  const accounts = useQuery({ ...accountsQuery(code), enabled: mayNames }).data;
  const names = useMemo(() => new Map((accounts ?? []).map(({ id, name }) => [id, name])), [accounts]);
  const who = (id: string | null) => (id === null ? t('system') : (names.get(id) ?? t('unknownWho')));
  const words = useTexts(auditTexts);
  const word = (one: string) => (isAuditWord(one) ? words(one) : one);
  const rows = useMemo(() => (data ?? []).map((entry, index) => ({ ...entry, key: `${entry.at}-${index}` })), [data]);
  return (
    <div className="stack">
      <p className="muted">{t('auditLead')}</p>
      <ErrorNotice error={error} onRetry={() => void refetch()} />
      {data === undefined && error === null && <Skeleton lines={8} />}
      {data !== undefined && (
        <Table
          caption={t('audit')}
          hideCaption
          rows={rows}
          rowKey={({ key }) => key}
          empty={t('noAudit')}
          columns={[
            {
              id: 'at',
              header: t('when'),
              rowHeader: true,
              cell: (row) => <span className="admin-when">{f.dateTime(row.at)}</span>,
            },
            { id: 'who', header: t('who'), cell: (row) => who(row.accountId) },
            { id: 'what', header: t('what'), cell: (row) => `${word(row.action)} ${word(row.subject)}` },
            {
              id: 'count',
              header: t('count'),
              numeric: true,
              cell: (row) => (row.count === null ? '' : f.number(row.count)),
            },
          ]}
        />
      )}
    </div>
  );
}
