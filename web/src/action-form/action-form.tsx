import { useState } from 'react';
import { Controller, useForm, type UseFormReturn } from 'react-hook-form';
import { placeProblem } from '../api/form-problems.js';
import type { Problem } from '../api/problem.js';
import { Button } from '../ui/button.js';
import { Checkbox } from '../ui/checkbox.js';
import { CheckedText } from '../ui/checked-text.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { formatDate } from '../ui/format.js';
import { useTexts } from '../ui/language.js';
import { Select } from '../ui/select.js';
import { DateField, TextField } from '../ui/text-field.js';
import type { Action, NewAction } from './action-api.js';
import { daysAfter } from './action-status.js';
import './action-form.css';
import { actionTexts } from './texts.js';

/** What the form holds; the empty text and `null` are the same to the API. */
export type ActionValues = Pick<NewAction, 'what' | 'organisationId' | 'ownerFunction'> & {
  [
    Field in
      | 'due'
      | 'followUpOn'
      | 'cause'
      | 'goal'
      | 'scope'
      | 'followUp'
      | 'registrationNumber'
      | 'secrecyBasis'
      | 'secrecyBy'
  ]: NonNullable<Action[Field]> | null;
} & Pick<Action, 'classification' | 'escalated'>;

interface ActionFormProps {
  /** What is known already: of an action that is changed, or what the place proposes. */
  values?: Partial<ActionValues>;
  /** Stores it; what the API refuses is placed at its fields. */
  onSave: (values: ActionValues) => Promise<unknown>;
  organisations: readonly { readonly id: string; readonly name: string }[];
  /** The function that an organisation used last, so that it need not be written again. */
  functionOf?: (organisationId: string) => string | undefined;
  onCancel?: () => void;
  /** Without cause, goal and the like: for a meeting, where a decision takes ten seconds. */
  compact?: boolean;
  /** On the button that saves. */
  saveLabel?: string;
}

interface Entry {
  what: string;
  organisationId: string;
  ownerFunction: string;
  due: string;
  followUpOn: string;
  cause: string;
  goal: string;
  scope: string;
  followUp: string;
  registrationNumber: string;
  secret: boolean;
  secrecyBasis: string;
  secrecyBy: string;
  escalated: boolean;
}

const fields = ['what', 'organisationId', 'ownerFunction', 'due', 'followUpOn', 'cause', 'goal', 'scope', 'followUp', 'registrationNumber', 'secrecyBasis', 'secrecyBy'] as const; // prettier-ignore

/** What, who, when, and when it is followed up; everything else stands behind "Fler uppgifter". */
export function ActionForm(props: ActionFormProps) {
  const { values = {}, onSave, organisations, functionOf, onCancel, compact = false, saveLabel } = props;
  const t = useTexts(actionTexts);
  const [problem, setProblem] = useState<Problem | null>(null);
  const form = useForm<Entry>({ defaultValues: entryOf(values) });
  const { errors, isSubmitting, dirtyFields } = form.formState;
  const save = async (entry: Entry) => {
    setProblem(null);
    try {
      await onSave(valuesOf(entry));
      form.reset(entryOf(values));
    } catch (error) {
      setProblem(placeProblem(error, form.setError, [...fields]));
    }
  };
  const chosen = (organisationId: string) => {
    const known = functionOf?.(organisationId);
    if (known !== undefined && dirtyFields.ownerFunction !== true) form.setValue('ownerFunction', known);
  };
  return (
    <form className="stack" noValidate onSubmit={(event) => void form.handleSubmit(save)(event)}>
      <ErrorNotice error={problem} />
      <Controller
        control={form.control}
        name="what"
        rules={{ required: t('whatMissing') }}
        render={({ field }) => (
          <CheckedText
            label={t('what')}
            hint={t('whatHint')}
            maxLength={600}
            value={field.value}
            onText={field.onChange}
            error={errors.what?.message}
          />
        )}
      />
      <div className="field-pair">
        <Select
          label={t('organisation')}
          choices={organisations.map(({ id, name }) => ({ value: id, label: name }))}
          error={errors.organisationId?.message}
          {...form.register('organisationId', {
            required: t('organisationMissing'),
            onChange: (event: { target: { value: string } }) => chosen(event.target.value),
          })}
        />
        <TextField
          label={t('ownerFunction')}
          maxLength={80}
          error={errors.ownerFunction?.message}
          {...form.register('ownerFunction', { required: t('ownerFunctionMissing') })}
        />
      </div>
      <Days form={form} />
      {!compact && <More form={form} />}
      <div className="row">
        <Button type="submit" look="primary" busy={isSubmitting}>
          {saveLabel ?? t('save')}
        </Button>
        {onCancel !== undefined && (
          <Button look="quiet" onClick={onCancel}>
            {t('cancel')}
          </Button>
        )}
      </div>
    </form>
  );
}

const weeks = [
  ['inOneWeek', 7],
  ['inTwoWeeks', 14],
  ['inFourWeeks', 28],
] as const;

/** Two days, and three buttons that set both: the follow-up lies some days after the last day. */
function Days({ form }: { form: UseFormReturn<Entry> }) {
  const t = useTexts(actionTexts);
  const { errors } = form.formState;
  const set = (days: number) => {
    const due = daysAfter(formatDate(new Date().toISOString(), 'sv', 'numeric'), days);
    form.setValue('due', due, { shouldDirty: true });
    form.setValue('followUpOn', daysAfter(due, 4), { shouldDirty: true });
  };
  return (
    <div className="stack stack--tight">
      <div className="field-pair">
        <DateField label={t('due')} optional error={errors.due?.message} {...form.register('due')} />
        <DateField
          label={t('followUpOn')}
          optional
          error={errors.followUpOn?.message}
          {...form.register('followUpOn')}
        />
      </div>
      <div className="action-days">
        {weeks.map(([label, days]) => (
          <Button key={label} onClick={() => set(days)}>
            {t(label)}
          </Button>
        ))}
      </div>
    </div>
  );
}

function More({ form }: { form: UseFormReturn<Entry> }) {
  const t = useTexts(actionTexts);
  const { errors, defaultValues } = form.formState;
  const secret = form.watch('secret');
  const open = [defaultValues?.cause, defaultValues?.goal, defaultValues?.followUp].some(Boolean) || defaultValues?.secret;
  const scopes = (['point-effort', 'ordinary-work'] as const).map((value) => ({ value, label: t(`scope-${value}`) }));
  return (
    <details className="action-more" open={open === true || errors.secrecyBasis !== undefined || undefined}>
      <summary>{t('more')}</summary>
      <div className="stack">
        <TextField label={t('causeLabel')} hint={t('causeHint')} optional maxLength={300} error={errors.cause?.message} {...form.register('cause')} />
        <TextField label={t('goalLabel')} hint={t('goalHint')} optional maxLength={300} error={errors.goal?.message} {...form.register('goal')} />
        <TextField label={t('followUpLabel')} optional maxLength={300} error={errors.followUp?.message} {...form.register('followUp')} />
        <div className="field-pair">
          <Select label={t('scope')} optional placeholder={t('noScope')} choices={scopes} {...form.register('scope')} />
          <TextField label={t('registrationNumber')} optional maxLength={60} error={errors.registrationNumber?.message} {...form.register('registrationNumber')} />
        </div>
        <Checkbox label={t('escalatedLabel')} {...form.register('escalated')} />
        <Checkbox label={t('secretLabel')} {...form.register('secret')} />
        {secret && (
          <div className="stack stack--tight">
            <p className="muted small">{t('secretHint')}</p>
            <div className="field-pair">
              <TextField label={t('secrecyBasis')} hint={t('secrecyBasisHint')} maxLength={120} error={errors.secrecyBasis?.message} {...form.register('secrecyBasis')} />
              <TextField label={t('secrecyBy')} optional maxLength={120} error={errors.secrecyBy?.message} {...form.register('secrecyBy')} />
            </div>
          </div>
        )}
      </div>
    </details>
  );
} // prettier-ignore

function entryOf(values: Partial<ActionValues>): Entry {
  return {
    what: values.what ?? '',
    organisationId: values.organisationId ?? '',
    ownerFunction: values.ownerFunction ?? '',
    due: values.due ?? '',
    followUpOn: values.followUpOn ?? '',
    cause: values.cause ?? '',
    goal: values.goal ?? '',
    scope: values.scope ?? '',
    followUp: values.followUp ?? '',
    registrationNumber: values.registrationNumber ?? '',
    secret: values.classification === 'may-be-secret',
    secrecyBasis: values.secrecyBasis ?? '',
    secrecyBy: values.secrecyBy ?? '',
    escalated: values.escalated ?? false,
  };
}

function valuesOf(entry: Entry): ActionValues {
  const { secret, scope, escalated, what, organisationId, ownerFunction, ...rest } = entry;
  const texts = Object.fromEntries(Object.entries(rest).map(([field, text]) => [field, text.trim() || null]));
  return {
    ...(texts as Record<keyof typeof rest, string | null>),
    what,
    organisationId,
    ownerFunction,
    scope: scope === '' ? null : (scope as NonNullable<Action['scope']>),
    classification: secret ? 'may-be-secret' : 'open',
    escalated,
  };
}
