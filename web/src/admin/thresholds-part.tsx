import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useForm, type UseFormRegister } from 'react-hook-form';
import { placeProblem } from '../api/form-problems.js';
import type { Problem } from '../api/problem.js';
import { may, useMembership } from '../api/session.js';
import { Button } from '../ui/button.js';
import { Checkbox } from '../ui/checkbox.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { useTexts } from '../ui/language.js';
import { Skeleton } from '../ui/skeleton.js';
import { TextField } from '../ui/text-field.js';
import { showToast } from '../ui/toast.js';
import { listTexts } from './list-texts.js';
import { ReasonsPart } from './reasons-part.js';
import { type AlertSettings, alertSettingsQuery, type DuplicateRules, rulesQuery, saveAlertSettings, saveRules } from './rule-api.js'; // prettier-ignore
import { ruleTexts } from './rule-texts.js';

/** From when something is shown as a pair, told of at night, and why a report may be set aside. */
export function ThresholdsPart({ code }: { code: string }) {
  const membership = useMembership();
  return (
    <div className="stack stack--wide admin-thresholds">
      {may(membership, 'review:settings') && <DuplicatesPart code={code} />}
      {may(membership, 'alert:settings') && <AlertsPart code={code} />}
      <ReasonsPart code={code} />
    </div>
  );
}

function DuplicatesPart({ code }: { code: string }) {
  const t = useTexts(ruleTexts);
  const { data, error } = useQuery(rulesQuery(code));
  return (
    <section className="stack" aria-labelledby="admin-duplicates">
      <h2 id="admin-duplicates">{t('duplicates')}</h2>
      <p className="muted">{t('duplicatesLead')}</p>
      <ErrorNotice error={error} />
      {data === undefined ? <Skeleton lines={4} /> : <RulesForm key={JSON.stringify(data)} code={code} rules={data} />}
    </section>
  );
}

const whole = (low: number, high: number, message: string) => ({
  validate: (text: string | number) => (/^\d+$/.test(String(text)) && Number(text) >= low && Number(text) <= high) || message,
}); // prettier-ignore

function RulesForm({ code, rules }: { code: string; rules: DuplicateRules }) {
  const t = useTexts(ruleTexts);
  const words = useTexts(listTexts);
  const client = useQueryClient();
  const [problem, setProblem] = useState<Problem | null>(null);
  const form = useForm({ defaultValues: rules });
  const { errors, isDirty } = form.formState;
  const write = useMutation({
    mutationFn: (body: DuplicateRules) => saveRules(code, body),
    onSuccess: (body) => client.setQueryData(rulesQuery(code).queryKey, body),
  });
  const save = async (values: DuplicateRules) => {
    setProblem(null);
    try {
      await write.mutateAsync({ reports: numbers(values.reports), police: numbers(values.police) });
      const undo = { act: () => write.mutate(rules) };
      showToast({ text: t('rulesSaved'), tone: 'good', undo });
    } catch (error) {
      setProblem(placeProblem(error, form.setError, ['reports.metres', 'reports.hours', 'police.metres', 'police.hours'])); // prettier-ignore
    }
  };
  return (
    <form className="stack" noValidate onSubmit={(event) => void form.handleSubmit(save)(event)}>
      <ErrorNotice error={problem} />
      <RuleFields pair="reports" register={form.register} errors={errors.reports} />
      <RuleFields pair="police" register={form.register} errors={errors.police} />
      <div>
        <Button type="submit" look={isDirty ? 'primary' : 'secondary'} busy={write.isPending}>
          {words('save')}
        </Button>
      </div>
    </form>
  );
}

function numbers({ metres, hours, sameCategory }: DuplicateRules['reports']): DuplicateRules['reports'] {
  return { metres: Number(metres), hours: Number(hours), sameCategory };
}

interface RuleFieldsProps {
  pair: 'reports' | 'police';
  register: UseFormRegister<DuplicateRules>;
  errors: { metres?: { message?: string }; hours?: { message?: string } } | undefined;
}

function RuleFields({ pair, register, errors }: RuleFieldsProps) {
  const t = useTexts(ruleTexts);
  return (
    <fieldset className="admin-rule">
      <legend>{t(pair === 'reports' ? 'ruleReports' : 'rulePolice')}</legend>
      <div className="field-pair">
        <TextField
          label={t('metres')}
          inputMode="numeric"
          error={errors?.metres?.message}
          {...register(`${pair}.metres`, whole(1, 2000, t('metresWrong')))}
        />
        <TextField
          label={t('hours')}
          inputMode="numeric"
          error={errors?.hours?.message}
          {...register(`${pair}.hours`, whole(1, 720, t('hoursWrong')))}
        />
      </div>
      <Checkbox label={t('same')} {...register(`${pair}.sameCategory`)} />
    </fieldset>
  );
}

function AlertsPart({ code }: { code: string }) {
  const t = useTexts(ruleTexts);
  const { data, error } = useQuery(alertSettingsQuery(code));
  return (
    <section className="stack" aria-labelledby="admin-alerts">
      <h2 id="admin-alerts">{t('alerts')}</h2>
      <p className="muted">{t('alertsLead')}</p>
      <ErrorNotice error={error} />
      {data === undefined ? <Skeleton lines={4} /> : <AlertsForm key={data.version} code={code} settings={data} />}
    </section>
  );
}

function AlertsForm({ code, settings }: { code: string; settings: AlertSettings }) {
  const t = useTexts(ruleTexts);
  const words = useTexts(listTexts);
  const client = useQueryClient();
  const [problem, setProblem] = useState<Problem | null>(null);
  const form = useForm({ defaultValues: settings });
  const { errors, isDirty } = form.formState;
  const { queryKey } = alertSettingsQuery(code);
  const write = useMutation({
    mutationFn: (body: AlertSettings) => saveAlertSettings(code, body),
    onSuccess: (body) => client.setQueryData(queryKey, body),
    onError: () => client.invalidateQueries({ queryKey }),
  });
  const save = async (values: AlertSettings) => {
    setProblem(null);
    const { alertDays, reviewDays, fewestEvents } = values;
    try {
      const body = await write.mutateAsync({
        ...values,
        alertDays: Number(alertDays),
        reviewDays: Number(reviewDays),
        fewestEvents: Number(fewestEvents),
      });
      const undo = { act: () => write.mutate({ ...settings, version: body.version }) };
      showToast({ text: t('alertsSaved'), tone: 'good', undo });
    } catch (error) {
      setProblem(placeProblem(error, form.setError, ['alertDays', 'reviewDays', 'fewestEvents']));
    }
  };
  const days = whole(30, 36_500, t('daysWrong'));
  return (
    <form className="stack" noValidate onSubmit={(event) => void form.handleSubmit(save)(event)}>
      <ErrorNotice error={problem} />
      <Checkbox label={t('alertsOn')} {...form.register('enabled')} />
      <TextField label={t('alertDays')} inputMode="numeric" error={errors.alertDays?.message} {...form.register('alertDays', days)} />
      <TextField label={t('reviewDays')} inputMode="numeric" error={errors.reviewDays?.message} {...form.register('reviewDays', days)} />
      <TextField label={t('fewest')} inputMode="numeric" error={errors.fewestEvents?.message} {...form.register('fewestEvents', whole(10, 10_000, t('fewestWrong')))} />
      <div>
        <Button type="submit" look={isDirty ? 'primary' : 'secondary'} busy={write.isPending}>
          {words('save')}
        </Button>
      </div>
    </form>
  ); // prettier-ignore
}
