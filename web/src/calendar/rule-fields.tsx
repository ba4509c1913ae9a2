import type { ReactNode } from 'react';
import { useFieldArray, useWatch, type UseFormReturn } from 'react-hook-form';
import { Button, IconButton } from '../ui/button.js';
import { Checkbox } from '../ui/checkbox.js';
import { useTexts } from '../ui/language.js';
import { type Choice, Select } from '../ui/select.js';
import { DateField, TextField } from '../ui/text-field.js';
import { useFormat } from '../ui/use-format.js';
import type { ActivityDraft } from './activity-draft.js';
import { feastCodes, type RuleDraft } from './rule-draft.js';
import { feastTexts, ruleTexts } from './rule-texts.js';

type Form = UseFormReturn<ActivityDraft>;
type Name = Exclude<keyof RuleDraft, 'dates' | 'months' | 'pay'>;

const ruleKinds = ['date', 'weeks', 'weekday-by', 'feast', 'nth-weekday', 'after-day', 'every-weeks', 'times', 'once', 'undated'] as const; // prettier-ignore
const sides = ['before', 'on-or-before', 'nearest', 'on-or-after', 'after'] as const;
const nths = ['1', '2', '3', '4', '5', '-1'] as const;
const aMonday = (weekday: number) => `2024-01-0${weekday}`;
const inMonth = (month: number) => `2024-${String(month).padStart(2, '0')}-01`;
const oneTo = (last: number) => Array.from({ length: last }, (_, index) => index + 1);

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** What each kind of rule asks for. */
export function RuleFields({ form }: { form: Form }) {
  const t = useTexts(ruleTexts);
  const kind = useWatch({ control: form.control, name: 'rule.kind' });
  return (
    <fieldset className="calendar-rule stack">
      <legend>{t('ruleTitle')}</legend>
      <Select
        label={t('ruleTitle')}
        hideLabel
        placeholder={null}
        choices={ruleKinds.map((value) => ({ value, label: t(`rule-${value}`) }))}
        {...form.register('rule.kind')}
      />
      <KindFields kind={kind} form={form} />
    </fieldset>
  );
}

function KindFields({ kind, form }: { kind: RuleDraft['kind']; form: Form }) {
  switch (kind) {
    case 'date':
      return <YearDays form={form} />;
    case 'weeks':
      return <Weeks form={form} />;
    case 'nth-weekday':
      return <NthWeekday form={form} />;
    case 'after-day':
      return <AfterDay form={form} />;
    case 'feast':
      return <AtFeast form={form} />;
    case 'weekday-by':
      return <WeekdayBy form={form} />;
    case 'every-weeks':
      return <EveryWeeks form={form} />;
    case 'times':
      return <Times form={form} />;
    case 'once':
      return <Once form={form} />;
    case 'undated':
      return <Undated form={form} />;
  }
}

function errorOf(form: Form, name: Name): string | undefined {
  return form.formState.errors.rule?.[name]?.message;
}

interface OneProps {
  form: Form;
  name: Name;
  label: string;
  optional?: boolean;
}

function Figure({ form, name, label, optional = false }: OneProps) {
  return (
    <TextField label={label} inputMode="numeric" optional={optional} error={errorOf(form, name)} {...form.register(`rule.${name}`)} />
  ); // prettier-ignore
}

function Day({ form, name, label, optional = false }: OneProps) {
  return (
    <DateField label={label} min="1990-01-01" max="2100-12-31" optional={optional} error={errorOf(form, name)} {...form.register(`rule.${name}`)} />
  ); // prettier-ignore
}

function Pick({ form, name, label, choices, placeholder, optional = false }: OneProps & { choices: readonly Choice[]; placeholder?: string | null }) {
  return (
    <Select
      label={label}
      choices={choices}
      optional={optional}
      error={errorOf(form, name)}
      {...(placeholder === undefined ? {} : { placeholder })}
      {...form.register(`rule.${name}`)}
    />
  );
} // prettier-ignore

function Pair({ children }: { children: ReactNode }) {
  return <div className="field-pair">{children}</div>;
}

function useNames() {
  const f = useFormat();
  return {
    weekdays: oneTo(7).map((weekday) => ({ value: String(weekday), label: capital(f.date(aMonday(weekday), 'weekday').split(/[ ,]/)[0]!) })),
    months: oneTo(12).map((month) => ({ value: String(month), label: capital(f.date(inMonth(month)).split(' ')[1]!) })),
  }; // prettier-ignore
}

function YearDays({ form }: { form: Form }) {
  const t = useTexts(ruleTexts);
  const { months } = useNames();
  return (
    <>
      <Pair>
        <Figure form={form} name="day" label={t('fromDay')} />
        <Pick form={form} name="month" label={t('fromMonth')} choices={months} />
      </Pair>
      <Pair>
        <Figure form={form} name="toDay" label={t('toDay')} optional />
        <Pick form={form} name="toMonth" label={t('toMonth')} choices={months} optional />
      </Pair>
    </>
  );
}

function Weeks({ form }: { form: Form }) {
  const t = useTexts(ruleTexts);
  const { weekdays } = useNames();
  return (
    <>
      <Pair>
        <Figure form={form} name="week" label={t('weekFrom')} />
        <Figure form={form} name="toWeek" label={t('weekTo')} optional />
      </Pair>
      <Pick form={form} name="weekday" label={t('weekday')} choices={weekdays} placeholder={t('wholeWeek')} />
    </>
  );
}

function NthWeekday({ form }: { form: Form }) {
  const t = useTexts(ruleTexts);
  const { weekdays } = useNames();
  return (
    <>
      <Pair>
        <Pick form={form} name="nth" label={t('nth')} choices={nths.map((value) => ({ value, label: t(`nth-${value}`) }))} placeholder={null} />
        <Pick form={form} name="weekday" label={t('weekday')} choices={weekdays} />
      </Pair>
      <Months form={form} />
      <Figure form={form} name="days" label={t('days')} />
    </>
  ); // prettier-ignore
}

function AfterDay({ form }: { form: Form }) {
  const t = useTexts(ruleTexts);
  const { weekdays } = useNames();
  return (
    <>
      <Pair>
        <Figure form={form} name="day" label={t('dayOfMonth')} />
        <Pick form={form} name="weekday" label={t('weekday')} choices={weekdays} />
      </Pair>
      <Checkbox label={t('pay')} {...form.register('rule.pay')} />
      <Months form={form} />
      <Figure form={form} name="days" label={t('days')} />
    </>
  );
}

function AtFeast({ form }: { form: Form }) {
  const t = useTexts(ruleTexts);
  const name = useTexts(feastTexts);
  return (
    <>
      <Pick form={form} name="feast" label={t('feast')} choices={feastCodes.map((value) => ({ value, label: name(value) }))} />
      <Pair>
        <Figure form={form} name="offset" label={t('offset')} />
        <Figure form={form} name="days" label={t('days')} />
      </Pair>
    </>
  ); // prettier-ignore
}

function WeekdayBy({ form }: { form: Form }) {
  const t = useTexts(ruleTexts);
  const name = useTexts(feastTexts);
  const { weekdays, months } = useNames();
  const anchor = useWatch({ control: form.control, name: 'rule.anchor' });
  const anchors = [{ value: 'date', label: t('anchorDate') }, ...feastCodes.map((value) => ({ value, label: name(value) }))]; // prettier-ignore
  return (
    <>
      <Pair>
        <Pick form={form} name="weekday" label={t('weekday')} choices={weekdays} />
        <Pick form={form} name="side" label={t('side')} choices={sides.map((value) => ({ value, label: t(`side-${value}`) }))} placeholder={null} />
      </Pair>
      <Pick form={form} name="anchor" label={t('anchor')} choices={anchors} />
      {anchor === 'date' && (
        <Pair>
          <Figure form={form} name="day" label={t('fromDay')} />
          <Pick form={form} name="month" label={t('fromMonth')} choices={months} />
        </Pair>
      )}
      <Figure form={form} name="days" label={t('days')} />
    </>
  ); // prettier-ignore
}

function EveryWeeks({ form }: { form: Form }) {
  const t = useTexts(ruleTexts);
  return (
    <>
      <Pair>
        <Figure form={form} name="every" label={t('every')} />
        <Figure form={form} name="days" label={t('days')} />
      </Pair>
      <Pair>
        <Day form={form} name="from" label={t('firstOn')} />
        <Day form={form} name="until" label={t('until')} optional />
      </Pair>
    </>
  );
}

function Times({ form }: { form: Form }) {
  const t = useTexts(ruleTexts);
  const bounds = (['at-least', 'about', 'exactly'] as const).map((value) => ({ value, label: t(`bound-${value}`) }));
  const units = (['year', 'month'] as const).map((value) => ({ value, label: t(`per-${value}`) }));
  return (
    <>
      <Pair>
        <Pick form={form} name="bound" label={t('bound')} choices={bounds} placeholder={null} />
        <Figure form={form} name="count" label={t('count')} />
      </Pair>
      <Pick form={form} name="per" label={t('per')} choices={units} placeholder={null} />
      <PlannedDays form={form} />
    </>
  );
}

function PlannedDays({ form }: { form: Form }) {
  const t = useTexts(ruleTexts);
  const { fields, append, remove } = useFieldArray({ control: form.control, name: 'rule.dates' });
  return (
    <fieldset className="calendar-days">
      <legend>{t('plannedDays')}</legend>
      {fields.map((field, index) => (
        <div key={field.id} className="row calendar-day">
          <DateField label={t('dayNumber', { number: index + 1 })} hideLabel {...form.register(`rule.dates.${index}.value`)} />
          <IconButton icon="trash" label={t('removeDay', { day: String(index + 1) })} onClick={() => remove(index)} />
        </div>
      ))}
      <Button icon="plus" onClick={() => append({ value: '' }, { focusName: `rule.dates.${fields.length}.value` })}>
        {t('addDay')}
      </Button>
    </fieldset>
  ); // prettier-ignore
}

function Once({ form }: { form: Form }) {
  const t = useTexts(ruleTexts);
  return (
    <Pair>
      <Day form={form} name="from" label={t('onceFrom')} />
      <Day form={form} name="to" label={t('onceTo')} optional />
    </Pair>
  );
}

function Undated({ form }: { form: Form }) {
  const t = useTexts(ruleTexts);
  const choices = (['ongoing', 'when-needed', 'not-set'] as const).map((value) => ({ value, label: t(`undated-${value}`) })); // prettier-ignore
  return <Pick form={form} name="when" label={t('undatedWhen')} choices={choices} placeholder={null} />;
}

function Months({ form }: { form: Form }) {
  const t = useTexts(ruleTexts);
  const { months } = useNames();
  return (
    <fieldset className="calendar-months">
      <legend>{t('months')}</legend>
      <p className="small muted">{t('monthsHint')}</p>
      <div>
        {months.map(({ value, label }) => (
          <Checkbox key={value} label={label} value={value} {...form.register('rule.months')} />
        ))}
      </div>
    </fieldset>
  );
}
