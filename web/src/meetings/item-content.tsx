import type { AgendaItem } from './meeting-api.js';
import type { AgendaProps } from './agenda.js';
import { Attendance } from './attendance.js';
import { DecisionsPart } from './decisions-part.js';
import { EscalationPart } from './escalation-part.js';
import { Filled } from './filled.js';
import { LastDecisions } from './last-decisions.js';
import { PicturePart } from './picture-part.js';
import { PrioritiesPart } from './priorities-part.js';
import { RiskPart } from './risk-part.js';

export type ItemContentProps = Omit<AgendaProps, 'current' | 'onCurrent'> & { item: AgendaItem };

/** Items whose lines are not only read but answered. */
const itsOwn: ReadonlySet<string> = new Set(['last-decisions', 'risk']);

/** What an item holds besides its note: what it has filled itself, and what is set in it. */
export function ItemContent(props: ItemContentProps) {
  const { kind } = props.item;
  return (
    <>
      {!itsOwn.has(kind) && <Filled {...props} />}
      {kind === 'attendance' && <Attendance {...props} />}
      {kind === 'last-decisions' && <LastDecisions {...props} />}
      {kind === 'police-picture' && <PicturePart {...props} />}
      {kind === 'risk' && <RiskPart {...props} />}
      {kind === 'priorities' && <PrioritiesPart {...props} />}
      {kind === 'decisions' && <DecisionsPart {...props} />}
      {kind === 'escalation' && <EscalationPart {...props} />}
    </>
  );
}
