import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useForm, useWatch, type UseFormReturn } from 'react-hook-form';
import { placeProblem } from '../api/form-problems.js';
import type { Problem } from '../api/problem.js';
import { Button } from '../ui/button.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { useLanguage, useTexts } from '../ui/language.js';
import { Select } from '../ui/select.js';
import { TextArea, TextField } from '../ui/text-field.js';
import { showToast } from '../ui/toast.js';
import { type ActivityDraft, activityDraft, newActivity } from './activity-draft.js';
import {
  type CalendarActivity,
  type CalendarSuggestion,
  ownersQuery,
  previewQuery,
  useRemoveActivity,
  useRestoreActivity,
  useSaveActivity,
} from './calendar-api.js';
import { ruleOf } from './rule-draft.js';
import { RuleFields } from './rule-fields.js';
import { ruleTexts } from './rule-texts.js';
import { calendarTexts } from './texts.js';

export interface ActivityFormProps {
  code: string;
  year: number;
  /** What is changed, or the suggestion that is filled in; `null`: something new. */
  from: CalendarActivity | CalendarSuggestion | null;
  onClose: () => void;
}

const kinds = ['activity', 'communication', 'risk-weekend', 'arrangement', 'school-break'] as const;
const fields = [
  'title', 'kind', 'firstYear', 'lastYear', 'leadWeeks', 'organisationId', 'ownerFunction', 'parts.police', 'parts.municipality', 'parts.others', 'checklist',
  'rule.day', 'rule.month', 'rule.toDay', 'rule.toMonth', 'rule.week', 'rule.toWeek', 'rule.days', 'rule.offset', 'rule.every', 'rule.from', 'rule.to', 'rule.until', 'rule.count', 'rule.nth', 'rule.feast',
] as const; // prettier-ignore

/** What, when, who; the days of three years are shown while the rule is written. */
export function ActivityForm({ code, year, from, onClose }: ActivityFormProps) {
  const t = useTexts(calendarTexts);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [incomplete, setIncomplete] = useState(false);
  const changed = from !== null && 'version' in from ? from : null;
  const suggestion = from !== null && 'code' in from ? from.code : (changed?.suggestion ?? null);
  const save = useSaveActivity(code, changed);
  const form = useForm<ActivityDraft>({ defaultValues: activityDraft(from, year) });
  const { errors } = form.formState;

  const submit = async (draft: ActivityDraft) => {
    setProblem(null);
    const body = newActivity(draft, suggestion);
    setIncomplete(body === null);
    if (body === null) return;
    try {
      await save.mutateAsync(body);
      showToast({ text: t('saved', { title: body.title }), tone: 'good' });
      onClose();
    } catch (error) {
      setProblem(placeProblem(error, form.setError, fields));
    }
  };

  return (
    <form className="stack stack--wide" noValidate onSubmit={(event) => void form.handleSubmit(submit)(event)}>
      <ErrorNotice error={problem} />
      <div className="stack">
        <TextField label={t('titleField')} hint={t('titleHint')} maxLength={120} error={errors.title?.message} {...form.register('title', { required: t('titleMissing') })} />
        <Select label={t('kind')} placeholder={null} choices={kinds.map((value) => ({ value, label: t(`kind-${value}`) }))} {...form.register('kind')} />
      </div>
      <RuleFields form={form} />
      <Preview code={code} year={year} form={form} incomplete={incomplete} />
      <OwnerFields code={code} form={form} />
      <div className="row">
        <Button type="submit" look="primary" size="large" busy={save.isPending}>
          {t('save')}
        </Button>
        <Button look="quiet" size="large" onClick={onClose}>
          {t('cancel')}
        </Button>
        {changed !== null && <Remove code={code} activity={changed} onClose={onClose} />}
      </div>
    </form>
  ); // prettier-ignore
}

function Preview({ code, year, form, incomplete }: { code: string; year: number; form: UseFormReturn<ActivityDraft>; incomplete: boolean }) {
  const t = useTexts(ruleTexts);
  const rule = ruleOf(useWatch({ control: form.control, name: 'rule' }));
  const { data } = useQuery(previewQuery(code, { rule, fromYear: Math.min(year, 2098), language: useLanguage() }));
  return (
    <div className="calendar-preview" data-incomplete={(incomplete && rule === null) || undefined}>
      <h3>{t('preview')}</h3>
      <output aria-live="polite">{rule === null || data === undefined ? t('previewMissing') : `${data.sentence}.`}</output>
    </div>
  );
} // prettier-ignore

function OwnerFields({ code, form }: { code: string; form: UseFormReturn<ActivityDraft> }) {
  const t = useTexts(calendarTexts);
  const owners = useQuery(ownersQuery(code)).data ?? [];
  const { errors } = form.formState;
  return (
    <div className="stack">
      <Select
        label={t('ownerOrganisation')}
        placeholder={t('nobody')}
        choices={owners.map(({ id, name }) => ({ value: id, label: name }))}
        error={errors.organisationId?.message}
        {...form.register('organisationId')}
      />
      <TextField label={t('ownerFunction')} hint={t('ownerFunctionHint')} optional maxLength={80} error={errors.ownerFunction?.message} {...form.register('ownerFunction')} />
      <TextField label={t('lead_weeks')} inputMode="numeric" error={errors.leadWeeks?.message} {...form.register('leadWeeks')} />
      <fieldset className="calendar-parts stack">
        <legend>{t('parts')}</legend>
        {(['police', 'municipality', 'others'] as const).map((party) => (
          <TextArea key={party} label={t(party)} optional rows={2} maxLength={600} error={errors.parts?.[party]?.message} {...form.register(`parts.${party}`)} />
        ))}
      </fieldset>
      <TextArea label={t('checklist')} hint={t('checklistHint')} optional maxLength={2000} error={errors.checklist?.message} {...form.register('checklist')} />
      <details>
        <summary>{t('years')}</summary>
        <div className="field-pair">
          <TextField label={t('firstYear')} inputMode="numeric" optional error={errors.firstYear?.message} {...form.register('firstYear')} />
          <TextField label={t('lastYear')} inputMode="numeric" optional error={errors.lastYear?.message} {...form.register('lastYear')} />
        </div>
      </details>
    </div>
  ); // prettier-ignore
}

function Remove({ code, activity, onClose }: { code: string; activity: CalendarActivity; onClose: () => void }) {
  const t = useTexts(calendarTexts);
  const remove = useRemoveActivity(code);
  const restore = useRestoreActivity(code);
  const failed = () => showToast({ text: t('undoFailed'), tone: 'bad' });
  return (
    <Button
      look="danger"
      icon="trash"
      busy={remove.isPending}
      onClick={() =>
        remove.mutate(activity.id, {
          onSuccess: () => {
            onClose();
            showToast({
              text: t('removed', { title: activity.title }),
              undo: { act: () => restore.mutate(activity.id, { onError: failed }) },
            });
          },
        })
      }
    >
      {t('remove')}
    </Button>
  );
}
