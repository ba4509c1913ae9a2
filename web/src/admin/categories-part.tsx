import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Dialog } from '../ui/dialog.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { CategoryIcon } from '../ui/icons.js';
import { useLanguage, useTexts } from '../ui/language.js';
import { Skeleton } from '../ui/skeleton.js';
import { StatusTag } from '../ui/status-tag.js';
import { Table } from '../ui/table.js';
import { CategoryDialog } from './category-dialog.js';
import { type CategoryList, categoryListQuery, orderCategories, useListWrite } from './list-api.js';
import { listTexts } from './list-texts.js';
import { moved, MoveButtons, OpenRow } from './row-tools.js';
import { SeveritiesPart } from './severities-part.js';

/** The categories in the municipality's own words and order; each opens in a dialog at the side. */
export function CategoriesPart({ code }: { code: string }) {
  const t = useTexts(listTexts);
  const language = useLanguage();
  const { data, error, refetch } = useQuery(categoryListQuery(code));
  const order = useListWrite<CategoryList>(code, categoryListQuery(code).queryKey);
  const [open, setOpen] = useState<string | null>(null);
  if (error) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Skeleton lines={8} />;
  const { categories, severities } = data;
  const codes = categories.map((one) => one.code);
  const chosen = categories.find((one) => one.code === open);
  const move = (at: number, to: number) =>
    order.mutate({
      write: orderCategories(code, moved(codes, at, to)),
      back: orderCategories(code, codes),
      said: t('moved'),
    });
  return (
    <div className="stack stack--wide">
      <p className="muted">{t('categoriesLead')}</p>
      <ErrorNotice error={order.error} />
      <Table
        caption={t('categoriesLead')}
        hideCaption
        rows={categories.map((row, at) => ({ ...row, at }))}
        rowKey={(row) => row.code}
        columns={[
          {
            id: 'name',
            header: t('name'),
            rowHeader: true,
            cell: (row) => (
              <span className="admin-category">
                <CategoryIcon code={row.code} size={22} />
                <OpenRow name={row.name[language]} onOpen={() => setOpen(row.code)} />
                {row.hidden && <StatusTag tone="neutral">{t('hiddenTag')}</StatusTag>}
              </span>
            ),
          },
          {
            id: 'sub',
            header: t('subcategories'),
            cell: (row) => row.subcategories.filter((sub) => !sub.hidden).map(({ name }) => name[language]).join(' · ') || '–', // prettier-ignore
          },
          { id: 'kind', header: t('kind'), cell: (row) => t(row.kind) },
          {
            id: 'severity',
            header: t('severity'),
            cell: (row) => severities.find(({ level }) => level === row.severity)?.name[language] ?? '–',
          },
          { id: 'use', header: t('use'), cell: (row) => t(row.reportable && !row.hidden ? 'useReport' : 'useImport') },
          {
            id: 'order',
            header: t('order'),
            cell: (row) => (
              <MoveButtons name={row.name[language]} at={row.at} of={codes.length} move={(to) => move(row.at, to)} busy={order.isPending} />
            ), // prettier-ignore
          },
        ]}
      />
      <SeveritiesPart code={code} severities={severities} />
      <Dialog
        open={chosen !== undefined}
        onClose={() => setOpen(null)}
        title={chosen?.name[language] ?? ''}
        place="side"
      >
        {chosen !== undefined && (
          <CategoryDialog key={chosen.code} code={code} category={chosen} severities={severities} onDone={() => setOpen(null)} />
        )}
      </Dialog>
    </div>
  ); // prettier-ignore
}
