import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../ui/button.js';
import { Dialog } from '../ui/dialog.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { useTexts } from '../ui/language.js';
import { Skeleton } from '../ui/skeleton.js';
import { StatusTag } from '../ui/status-tag.js';
import { Table } from '../ui/table.js';
import { TextField } from '../ui/text-field.js';
import { type ListedPlace, placeListQuery } from './place-api.js';
import { PlaceDialog } from './place-dialog.js';
import { isPlaceKind, placeKindTexts } from './place-kinds.js';
import { placeTexts } from './place-texts.js';
import { OpenRow } from './row-tools.js';

const newOne = '';

/** The named places: search, open, add. */
export function PlacesPart({ code }: { code: string }) {
  const t = useTexts(placeTexts);
  const kinds = useTexts(placeKindTexts);
  const { data, error, refetch } = useQuery(placeListQuery(code));
  const [open, setOpen] = useState<string | null>(null);
  const [text, setText] = useState('');
  if (error) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Skeleton lines={8} />;
  const { places } = data;
  const nameOf = (id: string | null) => places.find((one) => one.id === id)?.name ?? '';
  const chosen = places.find((one) => one.id === open) ?? null;
  const wanted = text.trim().toLowerCase();
  const rows = places.filter(({ name, aliases }) =>
    [name, ...aliases].some((one) => one.toLowerCase().includes(wanted)),
  );
  return (
    <div className="stack">
      <div className="row row--between">
        <p className="muted">{t('lead')}</p>
        <Button look="primary" icon="plus" onClick={() => setOpen(newOne)}>
          {t('add')}
        </Button>
      </div>
      <div className="admin-find">
  <TextField label={t('find')} type="search" autoComplete="off" value={text} onChange={({ target }) => setText(target.value)} />
      </div>
      <Table
        caption={t('title')}
        hideCaption
        rows={rows}
        rowKey={({ id }) => id}
        empty={t('none')}
        columns={[
          { id: 'name', header: t('name'), rowHeader: true, cell: (row) => <PlaceName row={row} into={nameOf(row.mergedInto)} onOpen={() => setOpen(row.id)} /> },
          { id: 'kind', header: t('kind'), cell: (row) => (isPlaceKind(row.kind) ? kinds(row.kind) : row.kind) },
          { id: 'aliases', header: t('aliases'), cell: (row) => row.aliases.join(', ') || '–' },
        ]}
      />
      <Dialog open={open !== null} onClose={() => setOpen(null)} title={chosen?.name ?? t('add')} place="side">
        {open !== null && <PlaceDialog key={open} code={code} place={chosen} places={places} onDone={() => setOpen(null)} />}
      </Dialog>
    </div>
  ); // prettier-ignore
}

function PlaceName({ row, into, onOpen }: { row: ListedPlace; into: string; onOpen: () => void }) {
  const t = useTexts(placeTexts);
  return (
    <span className="admin-category">
      <OpenRow name={row.name} onOpen={onOpen} />
      {row.mergedInto !== null && <StatusTag tone="neutral">{t('mergedTag', { other: into })}</StatusTag>}
    </span>
  );
}
