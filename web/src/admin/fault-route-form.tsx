import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Controller, useForm, useWatch } from 'react-hook-form';
import { placeProblem } from '../api/form-problems.js';
import type { Problem } from '../api/problem.js';
import { Button } from '../ui/button.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { useLanguage, useTexts } from '../ui/language.js';
import { RadioTiles } from '../ui/radio-tiles.js';
import { Select } from '../ui/select.js';
import { TextArea, TextField } from '../ui/text-field.js';
import { showToast } from '../ui/toast.js';
import {
  type FaultRoute,
  faultRoutesQuery,
  type NewFaultRoute,
  removeFaultRoute,
  saveFaultRoute,
} from './fault-api.js';
import { faultTexts } from './fault-texts.js';
import type { ListedCategory } from './list-api.js';
import { FormEnd } from './row-tools.js';

interface FaultRouteFormProps {
  code: string;
  route: FaultRoute | null;
  name: string;
  categories: readonly ListedCategory[];
  onDone: () => void;
}

/** Where the faults of one category go, and what the letter says. */
export function FaultRouteForm({ code, route, name, categories, onDone }: FaultRouteFormProps) {
  const t = useTexts(faultTexts);
  const language = useLanguage();
  const client = useQueryClient();
  const [problem, setProblem] = useState<Problem | null>(null);
  const form = useForm({
    defaultValues: {
      categoryCode: route?.categoryCode ?? '',
      subcategoryCode: route?.subcategoryCode ?? '',
      way: route?.way ?? ('mail' as 'mail' | 'webhook'),
      target: route?.target ?? '',
      subject: route?.subject ?? t('startSubject'),
      template: route?.template ?? t('startTemplate'),
      secret: '',
    },
  });
  const { errors } = form.formState;
  const [category, way] = useWatch({ control: form.control, name: ['categoryCode', 'way'] });
  const subs = categories.find((one) => one.code === category)?.subcategories ?? [];
  const done = (said: string) => {
    void client.invalidateQueries({ queryKey: faultRoutesQuery(code).queryKey });
    showToast({ text: said, tone: 'good' });
    onDone();
  };
  const save = useMutation({
    mutationFn: (body: NewFaultRoute) => saveFaultRoute(code, body),
    onSuccess: (_, body) => done(t('saved', { name: nameOf(categories, body, language) })),
    onError: (error) => setProblem(placeProblem(error, form.setError, fields)),
  });
  const remove = useMutation({
    mutationFn: (id: string) => removeFaultRoute(code, id),
    onSuccess: () => done(t('removed', { name })),
    onError: (error) => setProblem(placeProblem(error, form.setError, fields)),
  });
  return (
    <form
      className="stack"
      noValidate
      onSubmit={(event) => {
        setProblem(null);
        void form.handleSubmit((values) => {
          const sub = subs.some((one) => one.code === values.subcategoryCode) ? values.subcategoryCode : null;
          const secret = values.way === 'webhook' && values.secret !== '' ? values.secret : null;
          save.mutate({ ...values, subcategoryCode: sub, secret });
        })(event);
      }}
    >
      <ErrorNotice error={problem} />
      <Select
        label={t('category')}
        placeholder={t('categoryMissing')}
        disabled={route !== null}
        choices={categories.map((one) => ({ value: one.code, label: one.name[language] }))}
        error={errors.categoryCode?.message}
        {...form.register('categoryCode', { required: t('categoryMissing') })}
      />
      {subs.length > 0 && (
        <Select
          label={t('subcategory')}
          placeholder={t('whole')}
          disabled={route !== null}
          choices={subs.map((one) => ({ value: one.code, label: one.name[language] }))}
          {...form.register('subcategoryCode')}
        />
      )}
      <Controller
        control={form.control}
        name="way"
        render={({ field }) => (
          <RadioTiles
            legend={t('way')}
            size="small"
            tiles={(['mail', 'webhook'] as const).map((value) => ({ value, label: t(value) }))}
            value={field.value}
            onChange={field.onChange}
          />
        )}
      />
      <TextField
        label={t(way === 'mail' ? 'mailTarget' : 'webhookTarget')}
        type={way === 'mail' ? 'email' : 'url'}
        maxLength={500}
        error={errors.target?.message}
        {...form.register('target', { required: t('targetMissing') })}
      />
      {way === 'webhook' && (
        <TextField
          label={t('secret')}
          hint={route?.hasSecret === true ? t('secretKept') : t('secretHint')}
          autoComplete="off"
          maxLength={200}
          error={errors.secret?.message}
          {...form.register('secret', {
            validate: (text) => (text === '' && route?.hasSecret === true) || text.length >= 16 || t('secretWrong'),
          })}
        />
      )}
      <TextField
        label={t('subject')}
        maxLength={200}
        error={errors.subject?.message}
        {...form.register('subject', { required: t('subjectMissing') })}
      />
      <TextArea
        label={t('template')}
        hint={t('templateHint')}
        rows={9}
        maxLength={4000}
        error={errors.template?.message}
        {...form.register('template', { required: t('templateMissing') })}
      />
      <FormEnd onCancel={onDone} busy={save.isPending} />
      {route !== null && (
        <div>
          <Button look="danger" busy={remove.isPending} onClick={() => remove.mutate(route.id)}>
            {t('remove')}
          </Button>
        </div>
      )}
    </form>
  );
}

const fields = ['categoryCode', 'target', 'subject', 'template', 'secret'] as const;

/** The sub-category's name, or the category's for the whole of it. */
export function nameOf(
  categories: readonly ListedCategory[],
  at: { categoryCode: string; subcategoryCode?: string | null | undefined },
  language: 'sv' | 'en',
): string {
  const category = categories.find((one) => one.code === at.categoryCode);
  const sub = category?.subcategories.find((one) => one.code === at.subcategoryCode);
  return (sub ?? category)?.name[language] ?? at.categoryCode;
}
