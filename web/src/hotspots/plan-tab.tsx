import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { actionsQuery, useAnswerAction, useWithdrawAction, type Action } from '../action-form/action-api.js';
import { ActionRow, ActionTags } from '../action-form/action-row.js';
import { PlaceHistory } from '../action-form/place-history.js';
import { may, useMembership } from '../api/session.js';
import { Button } from '../ui/button.js';
import { Dialog } from '../ui/dialog.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { useTexts } from '../ui/language.js';
import { Skeleton } from '../ui/skeleton.js';
import { Table } from '../ui/table.js';
import { useFormat } from '../ui/use-format.js';
import { useWidth } from '../ui/use-width.js';
import { causesQuery, type Cause } from './cause-api.js';
import type { HotspotDetail } from './hotspot-api.js';
import { PlanForm } from './plan-form.js';
import type { HotspotWork } from './work-api.js';
import { workTexts } from './work-texts.js';
import './plan.css';

interface PlanTabProps {
  code: string;
  hotspot: HotspotDetail;
  work: HotspotWork;
}

/** Wide enough for six columns of words. */
const tableWidth = 880;

/** Brå's action plan: cause, action, operative goals, when, who, follow-up. A table where there is room, else cards. */
export function PlanTab({ code, hotspot, work }: PlanTabProps) {
  const t = useTexts(workTexts);
  const membership = useMembership();
  const mayWrite = may(membership, 'action:write') && work.mergedInto === null;
  const actions = useQuery(actionsQuery(code, { hotspotId: hotspot.id }));
  const client = useQueryClient();
  const { dataUpdatedAt } = actions;
  // What the next step lacks follows from the actions, whoever wrote them.
  useEffect(() => {
    if (dataUpdatedAt > 0) void client.invalidateQueries({ queryKey: ['hotspots', code, hotspot.id, 'work'] });
  }, [client, code, hotspot.id, dataUpdatedAt]);
  const causes = useQuery(causesQuery(code, hotspot.id)).data ?? [];
  const [box, width] = useWidth<HTMLDivElement>(tableWidth);
  const [writing, setWriting] = useState<Action | 'new' | null>(null);
  const rows = actions.data ?? [];
  const shared = { code, rows, causes, onEdit: mayWrite ? setWriting : null };
  return (
    <div className="stack" ref={box}>
      <div className="row row--between">
        <h2>{t('planTitle')}</h2>
        {mayWrite && (
          <Button look="primary" icon="plus" onClick={() => setWriting('new')}>
            {t('addAction')}
          </Button>
        )}
      </div>
      {actions.data === undefined && (actions.error ? <ErrorNotice error={actions.error} /> : <Skeleton lines={5} />)}
      {actions.data !== undefined && rows.length === 0 && <p className="muted">{t('planEmpty')}</p>}
      {rows.length > 0 &&
        (width >= tableWidth ? <PlanTable {...shared} name={hotspot.name} /> : <PlanCards {...shared} />)}
      <PlaceHistory code={code} position={hotspot.centre} except={hotspot.id} />
      <Dialog
        open={writing !== null}
        onClose={() => setWriting(null)}
        title={writing === 'new' ? t('addAction') : t('editAction')}
        place="side"
      >
        {writing !== null && (
          <PlanForm
            code={code}
            hotspotId={hotspot.id}
            causes={causes}
            action={writing === 'new' ? null : writing}
            onDone={() => setWriting(null)}
          />
        )}
      </Dialog>
    </div>
  );
}

interface RowsProps {
  code: string;
  rows: readonly Action[];
  causes: readonly Cause[];
  onEdit: ((action: Action) => void) | null;
}

function PlanTable({ code, rows, causes, onEdit, name }: RowsProps & { name: string }) {
  const t = useTexts(workTexts);
  const f = useFormat();
  return (
    <Table
      caption={t('planCaption', { name })}
      hideCaption
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        { id: 'cause', header: t('cause'), cell: (action) => causeOf(action, causes) ?? '–' },
        { id: 'action', header: t('action'), rowHeader: true, cell: ({ what }) => what },
        { id: 'goal', header: t('goal'), cell: ({ goal }) => goal ?? '–' },
        { id: 'due', header: t('due'), cell: ({ due }) => (due === null ? t('noDay') : f.date(due, 'numeric')) },
        { id: 'owner', header: t('owner'), cell: ({ organisation, ownerFunction }) => `${organisation}, ${ownerFunction}` },
        {
          id: 'followUp',
          header: t('followUpColumn'),
          cell: (action) => (
            <div className="stack stack--tight">
              <ActionTags action={action} />
              {action.gradeNote !== null && <p>{action.gradeNote}</p>}
              {action.followUp !== null && <p>{action.followUp}</p>}
              {action.followUpOn !== null && <p className="muted small">{t('followedOn', { day: f.date(action.followUpOn, 'numeric') })}</p>}
              {onEdit !== null && <Tools code={code} action={action} onEdit={onEdit} />}
            </div>
          ),
        },
      ]}
    />
  );
} // prettier-ignore

function PlanCards({ code, rows, causes, onEdit }: RowsProps) {
  const answerAction = useAnswerAction(code);
  return (
    <ul className="plain-list stack">
      {rows.map((action) => {
        const cause = causeOf(action, causes);
        return (
          <li key={action.id} className="card">
            <ActionRow
              action={cause === null ? action : { ...action, cause }}
              {...(onEdit === null ? {} : { onAnswer: (answer) => answerAction.mutate({ action, answer }) })}
              busy={answerAction.isPending}
              tools={onEdit !== null && <Tools code={code} action={action} onEdit={onEdit} />}
            />
          </li>
        );
      })}
    </ul>
  );
}

function Tools({ code, action, onEdit }: { code: string; action: Action; onEdit: (action: Action) => void }) {
  const t = useTexts(workTexts);
  const withdraw = useWithdrawAction(code);
  return (
    <div className="row hotspot-plan-tools">
      <Button icon="edit" onClick={() => onEdit(action)} aria-label={`${t('edit')}: ${action.what}`}>
        {t('edit')}
      </Button>
      <Button
        look="quiet"
        busy={withdraw.isPending}
        onClick={() => withdraw.mutate(action.id)}
        aria-label={`${t('withdraw')}: ${action.what}`}
      >
        {t('withdraw')}
      </Button>
    </div>
  );
}

/** The cause that is chosen from the analysis, else what was written with the action. */
function causeOf(action: Action, causes: readonly Cause[]): string | null {
  return causes.find(({ id }) => id === action.causeId)?.text ?? action.cause;
}
