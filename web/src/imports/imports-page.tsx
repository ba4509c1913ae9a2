import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { may, useMembership } from '../api/session.js';
import { buttonClass } from '../ui/button.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { useTexts } from '../ui/language.js';
import { Page } from '../ui/page.js';
import { Skeleton } from '../ui/skeleton.js';
import { StatusTag, type StatusTone } from '../ui/status-tag.js';
import { Table } from '../ui/table.js';
import { useFormat } from '../ui/use-format.js';
import { importsQuery, type ImportSummary } from './import-api.js';
import './imports.css';
import { NewImport } from './new-import.js';
import { ProfileList } from './profile-list.js';
import { readingTexts } from './reading-texts.js';
import { importTexts } from './texts.js';

const tones: Record<ImportSummary['status'], StatusTone> = {
  preview: 'neutral',
  queued: 'action',
  running: 'action',
  done: 'good',
  interrupted: 'caution',
  cancelled: 'neutral',
  failed: 'bad',
  undone: 'neutral',
};

/** Bring a file in, and see what was brought in before. */
export function ImportsPage() {
  const t = useTexts(importTexts);
  const { code } = useParams({ strict: false });
  const reading = useTexts(readingTexts);
  const membership = useMembership();
  const mayRun = may(membership, 'import:run');
  if (code === undefined) return null;
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      actions={
        <>
          {may(membership, 'register:write') && (
            <Link to="/$code/register" params={{ code }} className={buttonClass()}>
              {reading('registersLink')}
            </Link>
          )}
          <Link to="/$code/manniskor" params={{ code }} className={buttonClass()}>
            {t('whereLink')}
          </Link>
        </>
      }
    >
      {mayRun && <NewImport code={code} />}
      <EarlierImports code={code} />
      <ProfileList code={code} />
    </Page>
  );
}

function EarlierImports({ code }: { code: string }) {
  const t = useTexts(importTexts);
  const { data, error, isPending, refetch } = useQuery(importsQuery(code));
  return (
    <section className="stack" aria-labelledby="import-list">
      <h2 id="import-list">{t('listTitle')}</h2>
      {isPending && <Skeleton lines={4} />}
      {error && <ErrorNotice error={error} onRetry={() => void refetch()} />}
      {data?.length === 0 && <p className="muted">{t('empty')}</p>}
      {data && data.length > 0 && <ImportTable code={code} imports={data} />}
    </section>
  );
}

function ImportTable({ code, imports }: { code: string; imports: readonly ImportSummary[] }) {
  const t = useTexts(importTexts);
  const f = useFormat();
  return (
    <Table
      caption={t('listTitle')}
      hideCaption
      rows={imports}
      rowKey={({ id }) => id}
      columns={[
        {
          id: 'file',
          header: t('columnFile'),
          rowHeader: true,
          cell: (row) => (
            <Link to="/$code/importera/$id" params={{ code, id: row.id }} className="import-name">
              {row.fileName}
            </Link>
          ),
        },
        { id: 'when', header: t('columnWhen'), cell: (row) => f.dateTime(row.createdAt) },
        { id: 'who', header: t('columnWho'), cell: (row) => row.importedBy ?? '' },
        { id: 'result', header: t('columnResult'), cell: (row) => <Result row={row} /> },
        {
          id: 'status',
          header: t('columnStatus'),
          cell: (row) => <StatusTag tone={tones[row.status]}>{t(`status_${row.status}`)}</StatusTag>,
        },
      ]}
    />
  );
}

function Result({ row }: { row: ImportSummary }) {
  const t = useTexts(importTexts);
  if (row.status === 'undone') return <>{t('resultUndone', { count: row.counts.removed })}</>;
  if (row.status === 'done') {
    const { imported, updated, rejected } = row.counts;
    return <>{t('resultDone', { imported, updated, rejected })}</>;
  }
  return <>{t('rowsOf', { count: row.rowCount })}</>;
}
