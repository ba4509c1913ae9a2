import { useState } from 'react';
import { Button } from '../ui/button.js';
import { useTexts } from '../ui/language.js';
import { TextField } from '../ui/text-field.js';
import type { ItemContentProps } from './item-content.js';
import { escalate } from './meeting-parts-api.js';
import { meetingTexts } from './texts.js';

const targets = ['deepened-est', 'steering-group'] as const;

/** What this group cannot solve by itself: to fördjupad EST, or to the steering group's next agenda. */
export function EscalationPart({ code, meeting, calls, mayWrite }: ItemContentProps) {
  const t = useTexts(meetingTexts);
  const [text, setText] = useState('');
  const hand = async (target: (typeof targets)[number]) => {
    if (text.trim() === '') return;
    const body = { target, text: text.trim(), hotspotId: null, actionId: null };
    if (await calls.act(() => escalate(code, meeting.id, body))) setText('');
  };
  return (
    <div className="stack stack--tight">
      {meeting.escalations.length > 0 && (
        <ul className="plain-list meeting-lines" aria-label={t('escalations')}>
          {meeting.escalations.map(({ id, target, text: words, takenUpIn }) => (
            <li key={id} className="meeting-line">
              <p>{words}</p>
              <span className="small muted">{[t(`target_${target}`), ...(takenUpIn === null ? [] : [t('takenUp')])].join(' · ')}</span>
            </li>
          ))}
        </ul>
      )}
      {mayWrite && (
        <div className="stack stack--tight">
          <TextField label={t('escalation')} value={text} maxLength={500} onChange={({ target }) => setText(target.value)} />
          <div className="row">
            {targets.map((target) => (
              <Button key={target} onClick={() => void hand(target)} disabled={text.trim() === ''}>{t(`escalate_${target}`)}</Button>
            ))}
          </div>
        </div>
      )}
    </div>
  ); // prettier-ignore
}
