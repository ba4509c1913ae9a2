import { useState } from 'react';
import { problemOf } from '../api/problem.js';
import { IconButton } from '../ui/button.js';
import { useLanguage, useTexts } from '../ui/language.js';
import { showToast } from '../ui/toast.js';
import { CauseForm } from './cause-form.js';
import { usePlaceCause, useWithdrawCause, type Cause } from './cause-api.js';
import { movesOf } from './cause-tree-order.js';
import { causeTexts } from './cause-texts.js';

interface CauseListProps {
  code: string;
  /** Those of one list, in their order. */
  causes: readonly Cause[];
  label: string;
  mayWrite: boolean;
}

const moves = [
  ['up', 'chevronUp'],
  ['down', 'chevronDown'],
  ['outwards', 'back'],
  ['inwards', 'arrow'],
] as const;

/** The list that the drawing is made from; each row is moved, indented, changed and removed by its own buttons. */
export function CauseList({ code, causes, label, mayWrite }: CauseListProps) {
  const t = useTexts(causeTexts);
  if (causes.length === 0) return <p className="muted">{t('none')}</p>;
  return (
    <ol className="plain-list cause-list" aria-label={label} data-numbered={causes[0]?.kind === 'chain' || undefined}>
      {causes.map((cause) => (
        <CauseItem key={cause.id} code={code} causes={causes} cause={cause} mayWrite={mayWrite} />
      ))}
    </ol>
  );
}

type ItemProps = Pick<CauseListProps, 'code' | 'causes' | 'mayWrite'> & { cause: Cause };

function CauseItem({ code, causes, cause, mayWrite }: ItemProps) {
  const t = useTexts(causeTexts);
  const [editing, setEditing] = useState(false);
  return (
    <li className="cause-item" style={{ marginInlineStart: `calc(${cause.depth} * var(--space-6))` }}>
      {editing ? (
        <CauseForm code={code} cause={cause} onDone={() => setEditing(false)} />
      ) : (
        <div className="cause-item-row">
          <div>
            <p className="cause-item-text">
              {cause.text}
              {cause.directness !== null && <span className="muted"> ({t(cause.directness)})</span>}
            </p>
            {cause.evidence !== null && cause.evidence !== '' && (
              <p className="muted small">{t('builtOn', { text: cause.evidence })}</p>
            )}
          </div>
          {mayWrite && <Tools code={code} causes={causes} cause={cause} onEdit={() => setEditing(true)} />}
        </div>
      )}
    </li>
  );
}

function Tools({ code, causes, cause, onEdit }: Omit<ItemProps, 'mayWrite'> & { onEdit: () => void }) {
  const t = useTexts(causeTexts);
  const language = useLanguage();
  const place = usePlaceCause(code);
  const withdraw = useWithdrawCause(code);
  const possible = movesOf(causes, cause);
  const { text } = cause;
  const failed = (error: unknown) => {
    const problem = problemOf(error, language);
    const said = problem.status === 412 ? t('changed') : (problem.errors?.[0]?.detail ?? problem.detail ?? problem.title);
    showToast({ text: said, tone: 'bad' });
  };
  const go = async (way: (typeof moves)[number][0]) => {
    const to = possible[way];
    if (to === undefined || place.isPending) return;
    try {
      await place.mutateAsync({ cause, place: to });
      // The row has been put elsewhere, and the browser forgets where the focus was.
      requestAnimationFrame(() => document.getElementById(`${way}-${cause.id}`)?.focus());
    } catch (error) {
      failed(error);
    }
  };
  const shown = moves.filter(([way]) => cause.kind === 'tree' || way === 'up' || way === 'down');
  return (
    <div className="cause-tools">
      {shown.map(([way, icon]) => (
        <IconButton
          key={way}
          id={`${way}-${cause.id}`}
          icon={icon}
          label={t(way, { text })}
          aria-disabled={possible[way] === undefined || undefined}
          onClick={() => void go(way)}
        />
      ))}
      <IconButton icon="edit" label={t('edit', { text })} onClick={onEdit} />
      <IconButton icon="trash" label={t('remove', { text })} onClick={() => withdraw.mutate(cause, { onError: failed })} />
    </div>
  );
} // prettier-ignore
