import { useQuery } from '@tanstack/react-query';
import { ErrorNotice } from '../ui/error-notice.js';
import { useLanguage, useTexts } from '../ui/language.js';
import { RadioTiles } from '../ui/radio-tiles.js';
import { Skeleton } from '../ui/skeleton.js';
import { StatusTag } from '../ui/status-tag.js';
import { actionsQuery, answerAction, type Action } from './action-api.js';
import { agendaQuery } from './agenda-api.js';
import { statusTones } from './decision-line.js';
import type { ItemContentProps } from './item-content.js';
import { meetingTexts } from './texts.js';

const answers = ['done', 'doing', 'cannot'] as const;

/** What was decided before and is not done, or was done since: each with how it goes, answered in one press. */
export function LastDecisions({ code, meeting, item, calls, mayWrite }: ItemContentProps) {
  const t = useTexts(meetingTexts);
  const language = useLanguage();
  const agenda = useQuery(agendaQuery(code, meeting.id, language));
  const actions = useQuery(actionsQuery(code));
  const error = agenda.error ?? actions.error;
  if (error !== null) return <ErrorNotice error={error} onRetry={() => void Promise.all([agenda.refetch(), actions.refetch()])} />; // prettier-ignore
  if (agenda.data === undefined || actions.data === undefined) return <Skeleton lines={3} />;
  const lines = agenda.data.items.find(({ itemId }) => itemId === item.id)?.lines ?? [];
  const known = new Map(actions.data.map((action) => [action.id, action]));
  const earlier = lines.flatMap(({ subject }) => known.get(subject?.id ?? '') ?? []);
  if (earlier.length === 0) return <p className="muted">{t('noOpenDecisions')}</p>;
  const reply = async (action: Action, status: (typeof answers)[number]) => {
    await calls.act(() => answerAction(code, action.id, status));
    await actions.refetch();
  };
  return (
    <ul className="plain-list meeting-lines" aria-label={t('openDecisions')}>
      {earlier.map((action) => (
        <li key={action.id} className="meeting-line">
          <div className="stack stack--tight">
            <p>{action.sentence[language]}</p>
            <LastAnswer action={action} />
          </div>
          {mayWrite ? (
            <RadioTiles legend={t('howGoes', { what: action.what })} hideLegend size="small" tiles={answers.map((value) => ({ value, label: t(`status_${value}`) }))} value={action.status} onChange={(chosen) => void reply(action, answers.find((one) => one === chosen) ?? 'doing')} />
          ) : (
            <StatusTag tone={statusTones[action.status]}>{t(`status_${action.status}`)}</StatusTag>
          )}
        </li>
      ))}
    </ul>
  ); // prettier-ignore
}

/** What the owner has answered, and whether it is late. */
function LastAnswer({ action: { history, overdue } }: { action: Action }) {
  const t = useTexts(meetingTexts);
  const last = history.findLast(({ deed }) => deed === 'answered');
  return (
    <>
      {overdue && <StatusTag tone="caution">{t('overdue')}</StatusTag>}
      {last !== undefined && <p className="small muted">{[t('answeredBy', { who: last.from }), last.note].filter(Boolean).join(': ')}</p>}
    </>
  ); // prettier-ignore
}
