import { ErrorNotice } from '../ui/error-notice.js';
import { useTexts } from '../ui/language.js';
import { Select } from '../ui/select.js';
import { StatusTag, type StatusTone } from '../ui/status-tag.js';
import { Table } from '../ui/table.js';
import {
  type ColumnField,
  type ImportColumn,
  type ImportDetail,
  type ImportPreview,
  useChangeReading,
} from './import-api.js';
import { importTexts } from './texts.js';

const tones: Record<ImportColumn['confidence'], StatusTone> = {
  sure: 'good',
  likely: 'good',
  look: 'caution',
  none: 'neutral',
  chosen: 'action',
};

interface ColumnTableProps {
  code: string;
  data: ImportDetail;
  preview: ImportPreview;
  mayChange: boolean;
}

/** Each column of the file with what it was taken for, how sure that is, and examples; changed in place. */
export function ColumnTable({ code, data, preview, mayChange }: ColumnTableProps) {
  const t = useTexts(importTexts);
  const change = useChangeReading(code, data, preview);
  const rows = preview.columns.map((column, index) => ({ ...column, index }));
  const choose = (index: number, field: ColumnField) =>
    change.mutate({
      columns: preview.columns.map((column, at) =>
        at === index ? field : column.field === field ? null : column.field,
      ),
    });
  return (
    <section className="stack import-table">
      <h2>{t('columnsTitle')}</h2>
      <p>{t('columnsLead')}</p>
      <ErrorNotice error={change.error} />
      <Table
        caption={t('columnsTitle')}
        hideCaption
        rows={rows}
        rowKey={({ index }) => String(index)}
        columns={[
          { id: 'name', header: t('columnName'), rowHeader: true, cell: ({ header }) => header },
          {
            id: 'field',
            header: t('columnField'),
            cell: (column) => (
              <div className="import-field">
                <Select
                  label={t('fieldOf', { header: column.header })}
                  hideLabel
                  placeholder={t('none')}
                  value={column.field ?? ''}
                  disabled={!mayChange || change.isPending}
                  choices={preview.fields.map(({ field, name }) => ({ value: field, label: name }))}
                  onChange={(event) => choose(column.index, (event.target.value || null) as ColumnField)}
                />
              </div>
            ),
          },
          {
            id: 'sure',
            header: t('columnSure'),
            cell: ({ confidence, reason }) => (
              <div className="import-sure">
                <StatusTag tone={tones[confidence]}>{t(confidence)}</StatusTag>
                {confidence === 'look' && <span className="muted small">{reason}</span>}
              </div>
            ),
          },
          {
            id: 'examples',
            header: t('columnExamples'),
            cell: ({ examples }) => <span className="muted">{examples.join(' · ')}</span>,
          },
        ]}
      />
    </section>
  );
}
