import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { ErrorNotice } from '../ui/error-notice.js';
import { CategoryIcon } from '../ui/icons.js';
import { useLanguage, useTexts } from '../ui/language.js';
import { Skeleton } from '../ui/skeleton.js';
import { Table } from '../ui/table.js';
import { useFormat } from '../ui/use-format.js';
import { accountsQuery, auditQuery, categoriesQuery, placesQuery } from './admin-api.js';
import { auditTexts, isAuditWord } from './audit-texts.js';
import { adminTexts } from './texts.js';

/** The named places with what else they are called. */
export function PlacesPart({ code }: { code: string }) {
  const t = useTexts(adminTexts);
  const { data, error, refetch } = useQuery(placesQuery(code));
  return (
    <div className="stack">
      <p className="muted">{t('placesLead')}</p>
      <ErrorNotice error={error} onRetry={() => void refetch()} />
      {data === undefined && error === null && <Skeleton lines={8} />}
      {data !== undefined && (
        <Table
          caption={t('places')}
          hideCaption
          rows={data}
          rowKey={({ id }) => id}
          empty={t('noPlaces')}
          columns={[
            { id: 'name', header: t('name'), rowHeader: true, cell: (row) => row.name },
            {
              id: 'aliases',
              header: t('aliases'),
              cell: (row) => (row.aliases.length > 0 ? row.aliases.join(', ') : '–'),
            },
          ]}
        />
      )}
    </div>
  );
}

/** What can be reported and brought in, in the municipality's own order. */
export function CategoriesPart({ code }: { code: string }) {
  const t = useTexts(adminTexts);
  const language = useLanguage();
  const { data, error, refetch } = useQuery(categoriesQuery(code));
  return (
    <div className="stack">
      <p className="muted">{t('categoriesLead')}</p>
      <ErrorNotice error={error} onRetry={() => void refetch()} />
      {data === undefined && error === null && <Skeleton lines={8} />}
      {data !== undefined && (
        <Table
          caption={t('categories')}
          hideCaption
          rows={data}
          rowKey={(row) => row.code}
          columns={[
            {
              id: 'name',
              header: t('category'),
              rowHeader: true,
              cell: (row) => (
                <span className="admin-category">
                  <CategoryIcon code={row.code} size={22} />
                  {row.name[language]}
                </span>
              ),
            },
            {
              id: 'sub',
              header: t('subcategories'),
              cell: (row) => row.subcategories.map(({ name }) => name[language]).join(' · ') || '–',
            },
            { id: 'severity', header: t('severity'), numeric: true, cell: (row) => row.severity ?? '–' },
            { id: 'by', header: t('reportable'), cell: (row) => t(row.reportable ? 'byHand' : 'onlyImport') },
          ]}
        />
      )}
    </div>
  );
}

/** Who has read and written what, the latest first. */
export function AuditPart({ code }: { code: string }) {
  const t = useTexts(adminTexts);
  const f = useFormat();
  const { data, error, refetch } = useQuery(auditQuery(code));
  const accounts = useQuery(accountsQuery(code)).data;
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
