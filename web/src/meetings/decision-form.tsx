import { useId, useRef, useState, type KeyboardEvent } from 'react';
import { Button } from '../ui/button.js';
import { Checkbox } from '../ui/checkbox.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { useTexts } from '../ui/language.js';
import { todayInSweden } from '../ui/period.js';
import { TextArea } from '../ui/text-field.js';
import { chosenOwner, dayOf, emptyDraft, missingIn, type DecisionDraft, type Owner } from './decision.js';
import { DecisionClass } from './decision-class.js';
import { DueChoice } from './due-choice.js';
import { OwnerChoice } from './owner-choice.js';
import { meetingTexts } from './texts.js';

/** A decision that is to be written down. */
export interface Decided {
  what: string;
  owner: Pick<Owner, 'organisationId' | 'ownerFunction'>;
  due: string | null;
  followUpOn: string | null;
  withMap: boolean;
  registrationNumber: string | null;
  /** The section of law, when it may be secret. */
  secrecyBasis: string | null;
}

interface DecisionFormProps {
  owners: readonly Owner[];
  organisations: readonly { id: string; name: string }[];
  /** The day of the next meeting. */
  next: string;
  /** There is a map to send along; `true` when it has been moved since the last decision. */
  mapMoved: boolean | null;
  onDecide: (decided: Decided) => Promise<void>;
  /** The last decision read back, in a sentence. */
  said: string;
}

const parts = ['what', 'owner', 'due', 'followUp'] as const;

/** Where that which is missing is written. */
const partOf = { what: 'what', owner: 'owner', day: 'due', secrecyBasis: 'class' } as const;

/** One field that is always ready for "Beslut:". Enter goes on to who, when and follow-up, and then writes it down. */
export function DecisionForm({ owners, organisations, next, mapMoved, onDecide, said }: DecisionFormProps) {
  const t = useTexts(meetingTexts);
  const form = useRef<HTMLFormElement>(null);
  const ids = useId();
  const [draft, setDraft] = useState<DecisionDraft>(emptyDraft);
  const [asked, setAsked] = useState<ReturnType<typeof missingIn>>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const change = (part: Partial<DecisionDraft>) => {
    setDraft((now) => ({ ...now, ...part }));
    setAsked(null);
  };
  const withMap = mapMoved !== null && (draft.withMap ?? mapMoved);
  const goTo = (part: string) => focusIn(form.current?.querySelector(`[data-part="${part}"]`));

  const decide = async () => {
    const missing = missingIn(draft, owners);
    const owner = chosenOwner(draft, owners);
    if (missing !== null || owner === null) {
      setAsked(missing ?? 'owner');
      return goTo(partOf[missing ?? 'owner']);
    }
    setBusy(true);
    setProblem(null);
    try {
      const today = todayInSweden(new Date());
      const due = dayOf(draft.due, { today, next, day: draft.day });
      const followUpOn = dayOf(draft.followUp, { today, next, day: draft.followUpDay });
      const registrationNumber = draft.registrationNumber.trim() || null;
      const secrecyBasis = draft.secret ? draft.secrecyBasis.trim() : null;
      await onDecide({ what: draft.what.trim(), owner, due, followUpOn, withMap, registrationNumber, secrecyBasis });
      setDraft(emptyDraft);
      goTo('what');
    } catch (error) {
      setProblem(error);
    } finally {
      setBusy(false);
    }
  };
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    const part = (event.target as HTMLElement).closest<HTMLElement>('[data-part]')?.dataset['part'];
    if (part === undefined) return;
    event.preventDefault();
    const following = parts[parts.findIndex((one) => one === part) + 1];
    if (event.ctrlKey || event.metaKey || following === undefined || following === 'followUp') void decide();
    else goTo(following);
  };
  const open = draft.what.trim() !== '';
  const followUp = t(`due_${draft.followUp}`);
  return (
    <form
      ref={form}
      className="meeting-decide"
      aria-label={t('decide')}
      noValidate
      data-open={open || undefined}
      onSubmit={(event) => {
        event.preventDefault();
        void decide();
      }}
    >
      <div className="meeting-decide-parts" role="presentation" onKeyDown={press}>
      <output className="meeting-said" aria-live="polite">
        {said}
      </output>
      <div data-part="what" lang="sv">
        <TextArea
          label={t('decisionLabel')}
          placeholder={t('decisionHint')}
          rows={1}
          maxLength={600}
          value={draft.what}
          aria-keyshortcuts="b"
          onChange={({ target }) => change({ what: target.value })}
          error={asked === 'what' ? t('whatMissing') : undefined}
        />
      </div>
      {open && (
        <>
          <OwnerChoice {...{ owners, organisations, draft }} onChange={change} error={asked === 'owner' ? t('ownerMissing') : undefined} />
          <DueChoice part="due" legend={t('due')} next={next} value={draft.due} day={draft.day} onChange={(due) => change({ due })} onDay={(day) => change({ day })} error={asked === 'day' ? t('dayMissing') : undefined} />
          <div className="meeting-mores">
          <details className="meeting-more">
            <summary>{t('followUp', { when: followUp.toLowerCase() })}</summary>
            <DueChoice part="followUp" legend={t('followUpWhen')} next={next} value={draft.followUp} day={draft.followUpDay} onChange={(followUp) => change({ followUp })} onDay={(followUpDay) => change({ followUpDay })} />
          </details>
          <DecisionClass draft={draft} onChange={change} error={asked === 'secrecyBasis' ? t('secrecyBasisMissing') : undefined} />
          </div>
          <div className="row row--between meeting-decide-last">
            {mapMoved !== null && <Checkbox id={`${ids}-map`} label={t('withMap')} checked={withMap} onChange={({ target }) => change({ withMap: target.checked })} />}
            <Button type="submit" look="primary" busy={busy}>{t('writeDown')}</Button>
          </div>
        </>
      )}
      <ErrorNotice error={problem} />
      </div>
    </form>
  ); // prettier-ignore
}

/** The chosen one of a row of choices takes the focus, else the first; of a field, the field. */
function focusIn(part: Element | null | undefined): void {
  const goal =
    part?.querySelector<HTMLElement>('input:checked') ?? part?.querySelector<HTMLElement>('textarea, input, select');
  goal?.focus();
}
