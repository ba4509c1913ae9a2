import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { type Action, actionsQuery, organisationsQuery } from '../action-form/action-api.js';
import { may, useMembership } from '../api/session.js';
import { Button, buttonClass } from '../ui/button.js';
import { EmptyState } from '../ui/empty-state.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { useTexts } from '../ui/language.js';
import { Page } from '../ui/page.js';
import { Select } from '../ui/select.js';
import { Skeleton } from '../ui/skeleton.js';
import { Tabs } from '../ui/tabs.js';
import { ActionCard } from './action-card.js';
import './actions.css';
import type { ActionsSearch } from './actions-search.js';
import { FeedPart } from './feed-part.js';
import { actionsTexts } from './texts.js';

const ActionDialog = lazy(() => import('./action-dialog.js').then((module) => ({ default: module.ActionDialog })));

/** Everything that is decided, the late first: what is open, what is one's own, what is done. */
export function ActionsPage() {
  const { code } = useParams({ from: '/signed-in/$code/atgarder' });
  const { aktor } = useSearch({ from: '/signed-in/$code/atgarder' });
  const t = useTexts(actionsTexts);
  const membership = useMembership();
  const mayWrite = may(membership, 'action:write');
  const [writing, setWriting] = useState(false);
  const { data, error, isPending, refetch } = useQuery(
    actionsQuery(code, aktor === undefined ? {} : { organisationId: aktor }),
  );
  const write = (
    <Button look="primary" icon="plus" onClick={() => setWriting(true)}>
      {t('newAction')}
    </Button>
  );
  const buttons = (
    <div className="row">
      {may(membership, 'occasion:log') && (
        <Link to="/$code/mobilisering" params={{ code }} className={buttonClass()}>
          {t('routines')}
        </Link>
      )}
      {mayWrite && write}
    </div>
  );
  const functionOf = (organisationId: string) =>
    data?.findLast((action) => action.organisationId === organisationId)?.ownerFunction;
  return (
    <Page title={t('title')} lead={t('lead')} actions={buttons} width="wide">
      <div className="actions-columns">
        <div className="stack stack--wide">
          {isPending && <Skeleton shape="cards" lines={3} />}
          {error && <ErrorNotice error={error} onRetry={() => void refetch()} />}
          {data?.length === 0 && aktor === undefined && (
            <EmptyState icon="list" title={t('emptyTitle')} action={mayWrite && write}>
              <p>{t('emptyText')}</p>
            </EmptyState>
          )}
          {data !== undefined && (data.length > 0 || aktor !== undefined) && (
            <ActionTabs code={code} actions={data} mayWrite={mayWrite} />
          )}
        </div>
        <FeedPart code={code} />
      </div>
      <Suspense fallback={null}>
        {writing && <ActionDialog code={code} functionOf={functionOf} onClose={() => setWriting(false)} />}
      </Suspense>
    </Page>
  );
}

interface ActionListProps {
  code: string;
  actions: readonly Action[];
  mayWrite: boolean;
}

function ActionTabs({ code, actions, mayWrite }: ActionListProps) {
  const t = useTexts(actionsTexts);
  const navigate = useNavigate();
  const { visa, aktor } = useSearch({ from: '/signed-in/$code/atgarder' });
  const organisations = useQuery(organisationsQuery(code)).data ?? [];
  const go = (search: ActionsSearch) =>
    void navigate({ to: '/$code/atgarder', params: { code }, search, replace: true });
  const open = actions.filter(({ status }) => status !== 'done');
  const mine = open.filter(({ mine: own }) => own);
  const done = actions.filter(({ status }) => status === 'done');
  const chosen = aktor === undefined ? {} : { aktor };
  const list = (some: readonly Action[], nothing: string) =>
    some.length === 0 ? <p className="muted">{nothing}</p> : <ByTime code={code} actions={some} mayWrite={mayWrite} />;
  const choices = organisations.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <>
      <div className="actions-filter">
        <Select
          label={t('byOrganisation')}
          placeholder={t('everybody')}
          choices={choices}
          value={aktor ?? ''}
          onChange={(event) =>
            go({ ...(visa && { visa }), ...(event.target.value === '' ? {} : { aktor: event.target.value }) })
          }
        />
      </div>
      <Tabs
        label={t('show')}
        selected={visa ?? 'oppna'}
        onSelect={(id) => go({ ...(id === 'mina' || id === 'klara' ? { visa: id } : {}), ...chosen })}
        tabs={[
          { id: 'oppna', label: t('open'), count: open.length, content: list(open, t('emptyOpen')) },
          { id: 'mina', label: t('mine'), count: mine.length, content: list(mine, t('emptyMine')) },
          { id: 'klara', label: t('done'), count: done.length, content: list(done, t('emptyDone')) },
        ]}
      />
    </>
  );
}

/** The late first, then by their last day, then those without one; what is done stands in one list. */
function ByTime({ code, actions, mayWrite }: ActionListProps) {
  const t = useTexts(actionsTexts);
  const groups = [
    { title: t('late'), some: actions.filter(({ overdue }) => overdue) },
    {
      title: t('coming'),
      some: actions.filter(({ overdue, due, status }) => !overdue && due !== null && status !== 'done'),
    },
    { title: t('undated'), some: actions.filter(({ due, status }) => due === null && status !== 'done') },
    { title: t('done'), some: actions.filter(({ status }) => status === 'done').toReversed() },
  ];
  return (
    <div className="stack stack--wide actions-groups">
      {groups
        .filter(({ some }) => some.length > 0)
        .map(({ title, some }) => (
          <section key={title} className="stack stack--tight">
            <h2>{title}</h2>
            <ul className="plain-list actions-list">
              {some.map((action) => (
                <ActionCard key={action.id} {...{ code, action, mayWrite }} />
              ))}
            </ul>
          </section>
        ))}
    </div>
  );
}
