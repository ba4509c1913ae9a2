import type { ReactNode } from 'react';
import { Button } from '../ui/button.js';
import { useTexts } from '../ui/language.js';
import { useLanguage } from '../ui/language.js';
import { StatusTag } from '../ui/status-tag.js';
import { useFormat } from '../ui/use-format.js';
import type { Action, ActionAnswer } from './action-api.js';
import { gradeTones, pressed, statusTones } from './action-status.js';
import './action-form.css';
import { actionTexts } from './texts.js';

interface ActionRowProps {
  action: Action;
  /** Answers by one press; without it the row is only read. */
  onAnswer?: ((answer: ActionAnswer) => void) | undefined;
  busy?: boolean;
  heading?: 'h3' | 'h4';
  /** Where it comes from, as links: its hot spot, its meeting. */
  from?: ReactNode;
  /** Further buttons: change, share, withdraw. */
  tools?: ReactNode;
}

/** One action or decision: what, who, when and how it goes; the owner's answer is one press. */
export function ActionRow({ action, onAnswer, busy = false, heading: Heading = 'h3', from, tools }: ActionRowProps) {
  const t = useTexts(actionTexts);
  const language = useLanguage();
  const said = action.sentence[language];
  const rest = said.slice(action.what.length).replace(/^[.\s]+/, '');
  return (
    <article className="action-row stack stack--tight" aria-labelledby={`action-${action.id}`}>
      <ActionTags action={action} />
      <Heading id={`action-${action.id}`} className="action-what">
        {action.what}
      </Heading>
      <p className="muted">{rest}</p>
      {from}
      <ActionDetails action={action} />
      {(onAnswer !== undefined || tools !== undefined) && action.withdrawnAt === null && (
        <div className="action-tools">
          {onAnswer !== undefined && (
            <fieldset aria-label={t('answerFor', { what: action.what })} className="action-answers">
              {pressed.map((status) => (
                <Button
                  key={status}
                  aria-pressed={action.status === status}
                  busy={busy}
                  onClick={() => {
                    if (action.status !== status) onAnswer({ status });
                  }}
                >
                  {t(`press-${status}`)}
                </Button>
              ))}
            </fieldset>
          )}
          {tools}
        </div>
      )}
      <ActionHistory action={action} />
    </article>
  );
}

/** How it goes, in words with shapes: status, grade, late, secret, handed on. */
export function ActionTags({ action }: { action: Action }) {
  const t = useTexts(actionTexts);
  return (
    <div className="row action-tags">
      <StatusTag tone={statusTones[action.status]}>{t(`status-${action.status}`)}</StatusTag>
      {action.overdue && <StatusTag tone="caution">{t('overdue')}</StatusTag>}
      {action.grade !== null && <StatusTag tone={gradeTones[action.grade]}>{t(`grade-${action.grade}`)}</StatusTag>}
      {action.escalated && <StatusTag tone="action">{t('escalated')}</StatusTag>}
      {action.classification === 'may-be-secret' && <StatusTag tone="neutral">{t('secret')}</StatusTag>}
      {action.withdrawnAt !== null && <StatusTag tone="neutral">{t('withdrawnTag')}</StatusTag>}
    </div>
  );
}

function ActionDetails({ action }: { action: Action }) {
  const t = useTexts(actionTexts);
  const f = useFormat();
  const lines = [
    action.cause && t('cause', { text: action.cause }),
    action.goal && t('goal', { text: action.goal }),
    action.followUp && t('followUp', { text: action.followUp }),
    action.gradeNote,
    [action.scope && t(`scope-${action.scope}`), action.registrationNumber].filter(Boolean).join(' · '),
    action.secrecyBasis &&
      action.secrecyOn &&
      t('secrecy', { basis: action.secrecyBasis, on: f.date(action.secrecyOn), by: action.secrecyBy ?? '' }),
  ].filter((line) => line !== null && line !== '');
  if (lines.length === 0) return null;
  return (
    <ul className="plain-list small action-details">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

/** Everything that was ever said of it, the oldest first. A line by a link is said to be one. */
export function ActionHistory({ action }: { action: Action }) {
  const t = useTexts(actionTexts);
  const f = useFormat();
  return (
    <details className="action-history">
      <summary>{t('history', { count: action.history.length })}</summary>
      <ol className="plain-list">
        {action.history.map((event) => (
          <li key={`${event.at} ${event.deed}`}>
            <span className="muted small">{f.dateTime(event.at)}</span>
            <span>
              <strong>{t(`deed-${event.deed}`, { status: t(`status-${event.status}`) })}</strong>{' '}
              <span className="muted">
                {event.from}
                {event.by === 'link' && `, ${t('byLink')}`}
              </span>
              {event.note !== null && <q className="action-note">{event.note}</q>}
            </span>
          </li>
        ))}
      </ol>
    </details>
  );
}
