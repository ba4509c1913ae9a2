import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { may, useMembership } from '../api/session.js';
import { Button } from '../ui/button.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { useTexts } from '../ui/language.js';
import { PaperButton } from '../ui/paper-button.js';
import { StatusTag } from '../ui/status-tag.js';
import { useFormat } from '../ui/use-format.js';
import { ActionPlanForm } from './action-plan-form.js';
import { DecidePlan } from './decide-plan.js';
import { type ActionPlan, actionPlansQuery, planDocument } from './law-api.js';
import { lawTexts } from './law-texts.js';

/** The åtgärdsplaner: what is to be done about what, decided by whom. */
export function ActionPlans({ code }: { code: string }) {
  const t = useTexts(lawTexts);
  const { data, error } = useQuery(actionPlansQuery(code));
  const mayWrite = may(useMembership(), 'situation:write');
  const [editing, setEditing] = useState<string | null>(null);
  return (
    <section className="stack">
      <h2>{t('plans')}</h2>
      <p className="muted situation-prose">{t('plansLead')}</p>
      <ErrorNotice error={error} />
      {data?.length === 0 && <p className="muted">{t('noPlans')}</p>}
      {data?.map((plan) =>
        editing === plan.id ? (
          <ActionPlanForm key={plan.id} code={code} plan={plan} onDone={() => setEditing(null)} />
        ) : (
          <Plan key={plan.id} code={code} plan={plan} onEdit={mayWrite ? () => setEditing(plan.id) : null} />
        ),
      )}
      {editing === 'new' && <ActionPlanForm code={code} plan={null} onDone={() => setEditing(null)} />}
      {mayWrite && editing === null && (
        <p>
          <Button icon="plus" onClick={() => setEditing('new')}>
            {t('newPlan')}
          </Button>
        </p>
      )}
    </section>
  );
}

const tones = { draft: 'neutral', decided: 'good', replaced: 'neutral' } as const;

function Plan({ code, plan, onEdit }: { code: string; plan: ActionPlan; onEdit: (() => void) | null }) {
  const t = useTexts(lawTexts);
  const f = useFormat();
  const membership = useMembership();
  const mayDecide = may(membership, 'situation:approve');
  const [day] = useState(() => new Date().toISOString().slice(0, 10));
  const { title, status, periodFrom, periodTo, situation, decidedOn, decidedBy, registrationNumber, rows } = plan;
  return (
    <article className="card stack">
      <div className="situation-law-head">
        <h3>{title}</h3>
        <StatusTag tone={tones[status]}>{t(status)}</StatusTag>
      </div>
      <p className="small muted">
        {f.period(periodFrom, periodTo)}. {situation ? t('builtOn', situation) : t('notBuilt')}.
        {decidedOn !== null &&
          ` ${t('decidedLine', { by: decidedBy ?? '', day: f.date(decidedOn, 'long'), number: registrationNumber ?? '' })}`}
      </p>
      <ol className="situation-plan">
        {rows.map(({ problem, goal, action }, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- rows have no id, and stand in their order
          <li key={index}>
            <p>{problem}</p>
            {goal !== null && <p className="muted">{`${t('goal')}: ${goal}`}</p>}
            {action && (
              <p className="muted">
                {`${t('action')}: ${action.what} (${action.owner}). ${statusWord(action.status, t)}`}
              </p>
            )}
          </li>
        ))}
      </ol>
      <div className="row">
        {may(membership, 'document:export') && (
          <PaperButton
            title={title}
            name={`atgardsplan-${day}`}
            label={t('paperOf', { title })}
            file={(paper) => planDocument(code, plan.id, paper)}
          >
            {t('paper')}
          </PaperButton>
        )}
        {status === 'draft' && onEdit && (
          <Button look="quiet" icon="edit" aria-label={t('editPlan', { title })} onClick={onEdit}>
            {t('edit')}
          </Button>
        )}
        {status === 'draft' && mayDecide && <DecidePlan code={code} plan={plan} />}
      </div>
    </article>
  );
}

const statuses = ['not-started', 'doing', 'done', 'cannot'] as const;

function statusWord(status: string, t: (key: (typeof statuses)[number]) => string): string {
  const known = statuses.find((each) => each === status);
  return known ? t(known) : '';
}
