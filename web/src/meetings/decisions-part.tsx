import { useTexts } from '../ui/language.js';
import { DecisionLine } from './decision-line.js';
import type { ItemContentProps } from './item-content.js';
import { meetingTexts } from './texts.js';

/** Every decision of the meeting, in the order in which they were made. */
export function DecisionsPart({ code, meeting, calls, mayWrite }: ItemContentProps) {
  const t = useTexts(meetingTexts);
  if (meeting.decisions.length === 0) return <p className="muted">{t('noDecisions')}</p>;
  return (
    <ol className="plain-list meeting-lines" aria-label={t('decisions')}>
      {meeting.decisions.map(({ position, action }) => (
        <DecisionLine key={action.id} {...{ code, calls, mayWrite }} number={position} action={action} />
      ))}
    </ol>
  );
}
