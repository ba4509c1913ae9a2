import { useState } from 'react';
import { Checkbox } from '../ui/checkbox.js';
import { useTexts } from '../ui/language.js';
import { TextField } from '../ui/text-field.js';
import type { DecisionDraft } from './decision.js';
import { meetingTexts } from './texts.js';

interface DecisionClassProps {
  draft: Pick<DecisionDraft, 'registrationNumber' | 'secret' | 'secrecyBasis'>;
  onChange: (part: Partial<DecisionDraft>) => void;
  error?: string | undefined;
}

/** Where a decision is registered, and whether it may be secret: then by which section of law. */
export function DecisionClass({ draft, onChange, error }: DecisionClassProps) {
  const t = useTexts(meetingTexts);
  const [opened, setOpened] = useState(false);
  return (
    <details className="meeting-more" open={opened || error !== undefined} onToggle={({ currentTarget }) => setOpened(currentTarget.open)}>
      <summary>{t('classOfDecision')}</summary>
      <div data-part="class" className="stack stack--tight">
        <Checkbox label={t('secret')} checked={draft.secret} onChange={({ target }) => onChange({ secret: target.checked })} />
        {draft.secret && (
          <>
            <p className="small muted">{t('secretHint')}</p>
            <TextField label={t('secrecyBasis')} hint={t('secrecyBasisHint')} maxLength={120} value={draft.secrecyBasis} onChange={({ target }) => onChange({ secrecyBasis: target.value })} error={error} />
          </>
        )}
        <TextField label={t('registrationNumber')} optional maxLength={40} value={draft.registrationNumber} onChange={({ target }) => onChange({ registrationNumber: target.value })} />
      </div>
    </details>
  ); // prettier-ignore
}
