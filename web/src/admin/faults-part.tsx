import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../ui/button.js';
import { Dialog } from '../ui/dialog.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { useLanguage, useTexts } from '../ui/language.js';
import { Skeleton } from '../ui/skeleton.js';
import { Table } from '../ui/table.js';
import { type FaultRoute, faultRoutesQuery } from './fault-api.js';
import { FaultRouteForm, nameOf } from './fault-route-form.js';
import { faultTexts } from './fault-texts.js';
import { categoryListQuery } from './list-api.js';
import { OpenRow } from './row-tools.js';

/** What is passed on to the municipality's felanmälan, and where it goes. */
export function FaultsPart({ code }: { code: string }) {
  const t = useTexts(faultTexts);
  const language = useLanguage();
  const routes = useQuery(faultRoutesQuery(code));
  const categories = useQuery(categoryListQuery(code)).data?.categories ?? [];
  const [open, setOpen] = useState<FaultRoute | 'new' | null>(null);
  const chosen = open === 'new' ? null : open;
  const name = chosen === null ? t('add') : nameOf(categories, chosen, language);
  return (
    <section className="stack" aria-labelledby="admin-faults">
      <h2 id="admin-faults">{t('faults')}</h2>
      <p className="muted">{t('lead')}</p>
      <ErrorNotice error={routes.error} />
      {routes.isPending && <Skeleton lines={3} />}
      {routes.data !== undefined && (
        <Table
          caption={t('faults')}
          hideCaption
          rows={routes.data}
          rowKey={({ id }) => id}
          empty={t('none')}
          columns={[
            {
              id: 'category',
              header: t('category'),
              rowHeader: true,
              cell: (route) => <OpenRow name={nameOf(categories, route, language)} onOpen={() => setOpen(route)} />,
            },
            { id: 'target', header: t('target'), cell: ({ target }) => <span className="admin-target">{target}</span> },
          ]}
        />
      )}
      <div>
        <Button icon="plus" onClick={() => setOpen('new')}>
          {t('add')}
        </Button>
      </div>
      <Dialog open={open !== null} onClose={() => setOpen(null)} title={name} place="side">
        {open !== null && (
          <FaultRouteForm code={code} route={chosen} name={name} categories={categories} onDone={() => setOpen(null)} />
        )}
      </Dialog>
    </section>
  );
}
