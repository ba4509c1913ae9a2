import { Button } from '../ui/button.js';
import { useLanguage, useTexts } from '../ui/language.js';
import { StatusTag, type StatusTone } from '../ui/status-tag.js';
import { restoreDecision, withdrawDecision, type Action } from './action-api.js';
import { showToast } from '../ui/toast.js';
import { OwnerLink } from './owner-link.js';
import { meetingTexts } from './texts.js';
import type { Calls } from './use-calls.js';

interface DecisionLineProps {
  code: string;
  number: number;
  action: Action;
  calls: Calls;
  mayWrite: boolean;
}

export const statusTones: Readonly<Record<Action['status'], StatusTone>> = {
  'not-started': 'neutral',
  doing: 'action',
  done: 'good',
  cannot: 'bad',
};

/** One decision, read back as a sentence; taken back by one press, and that too. */
export function DecisionLine({ code, number, action, calls, mayWrite }: DecisionLineProps) {
  const t = useTexts(meetingTexts);
  const language = useLanguage();
  const withdraw = async () => {
    if (!(await calls.act(() => withdrawDecision(code, action.id)))) return;
    const undo = () => void calls.act(() => restoreDecision(code, action.id));
    showToast({ text: t('withdrawn'), tone: 'plain', undo: { act: undo } });
  };
  return (
    <li className="meeting-line">
      <p>
        {number}. {action.sentence[language]}
      </p>
      <span className="row">
        {action.classification === 'may-be-secret' && <StatusTag tone="caution">{t('secret')}</StatusTag>}
        {action.status !== 'not-started' && <StatusTag tone={statusTones[action.status]}>{t(`status_${action.status}`)}</StatusTag>}
        {action.secrecyBasis !== null && <span className="small muted">{action.secrecyBasis}</span>}
        {action.registrationNumber !== null && <span className="small muted">{t('dnr', { number: action.registrationNumber })}</span>}
        {action.viewId !== null && <span className="small muted">{t('withView')}</span>}
        {mayWrite && action.classification === 'open' && <OwnerLink code={code} actionId={action.id} calls={calls} />}
        {mayWrite && <Button look="quiet" icon="undo" onClick={() => void withdraw()}>{t('withdraw')}</Button>}
      </span>
    </li>
  ); // prettier-ignore
}
