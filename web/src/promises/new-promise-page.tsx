import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useFieldArray, useForm, type UseFormReturn } from 'react-hook-form';
import { placeProblem } from '../api/form-problems.js';
import type { Problem } from '../api/problem.js';
import { uuidv7 } from '../api/uuid.js';
import { Button, buttonClass } from '../ui/button.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { useTexts } from '../ui/language.js';
import { Page } from '../ui/page.js';
import { Select } from '../ui/select.js';
import { DateField, TextArea, TextField } from '../ui/text-field.js';
import { showToast } from '../ui/toast.js';
import { CommitmentFields } from './commitment-fields.js';
import { emptyCommitment, emptyPromise, focusAreas, type PromiseDraft, toNewPromise } from './new-promise.js';
import { areaNamesQuery, hotspotNameQuery, useCreatePromise } from './promise-api.js';
import { promiseTexts } from './texts.js';
import { todayInSweden } from './today.js';

interface NewPromisePageProps {
  code: string;
  /** The hot spot that the promise answers to. */
  hotspotId: string | null;
}

/** Writes a promise; from a hot spot the place and a heading stand there already. */
export function NewPromisePage({ code, hotspotId }: NewPromisePageProps) {
  const t = useTexts(promiseTexts);
  const navigate = useNavigate();
  const [id] = useState(uuidv7);
  const [today] = useState(todayInSweden);
  const [problem, setProblem] = useState<Problem | null>(null);
  const create = useCreatePromise(code);
  const hotspot = useQuery({ ...hotspotNameQuery(code, hotspotId ?? ''), enabled: hotspotId !== null }).data;
  const form = useForm<PromiseDraft>({ defaultValues: emptyPromise(today, hotspotId) });
  const commitments = useFieldArray({ control: form.control, name: 'commitments' });
  useEffect(() => {
    if (hotspot !== undefined && form.getValues('title') === '')
      form.setValue('title', t('promiseTitleFor', { name: hotspot.name }));
  }, [hotspot, form, t]);

  const submit = async (draft: PromiseDraft) => {
    setProblem(null);
    try {
      await create.mutateAsync(toNewPromise(id, draft, draft.place === 'hotspot' ? hotspotId : null));
      showToast({ text: t('saved'), tone: 'good' });
      await navigate({ to: '/$code/loften', params: { code }, search: {} });
    } catch (error) {
      setProblem(placeProblem(error, form.setError, fieldsOf(draft)));
    }
  };

  return (
    <Page title={t('formTitle')} lead={t('formLead')} width="text">
      <form className="stack stack--wide" noValidate onSubmit={(event) => void form.handleSubmit(submit)(event)}>
        <ErrorNotice error={problem} />
        <PromiseFields
          form={form}
          code={code}
          hotspotName={hotspotId === null ? null : (hotspot?.name ?? 'Hot spot')}
        />
        <div className="stack">
          <h2>{t('commitments')}</h2>
          {commitments.fields.map((field, index) => (
            <CommitmentFields
              key={field.id}
              code={code}
              form={form}
              index={index}
              onRemove={commitments.fields.length > 1 ? () => commitments.remove(index) : null}
            />
          ))}
          <div>
            <Button
              icon="plus"
              onClick={() =>
                commitments.append(emptyCommitment(), { focusName: `commitments.${commitments.fields.length}.text` })
              }
            >
              {t('addCommitment')}
            </Button>
          </div>
        </div>
        <div className="row">
          <Button type="submit" look="primary" size="large" busy={create.isPending}>
            {t('save')}
          </Button>
          <Link
            to="/$code/loften"
            params={{ code }}
            search={{}}
            className={buttonClass({ look: 'quiet', size: 'large' })}
          >
            {t('cancel')}
          </Link>
        </div>
      </form>
    </Page>
  );
}

interface PromiseFieldsProps {
  form: UseFormReturn<PromiseDraft>;
  code: string;
  /** `null`: not written from a hot spot. */
  hotspotName: string | null;
}

function PromiseFields({ form, code, hotspotName }: PromiseFieldsProps) {
  const t = useTexts(promiseTexts);
  const { errors } = form.formState;
  const areas = useQuery(areaNamesQuery(code)).data ?? [];
  const places = [
    ...(hotspotName === null ? [] : [{ value: 'hotspot', label: hotspotName }]),
    { value: 'municipality', label: t('wholeMunicipality') },
    { value: 'online', label: t('online') },
    ...areas.map(({ id, name }) => ({ value: id, label: name })),
  ];
  return (
    <div className="stack">
      <TextField
        label={t('promiseTitle')}
        hint={t('promiseTitleHint')}
        maxLength={160}
        error={errors.title?.message}
        {...form.register('title', { required: t('promiseTitleMissing') })}
      />
      <TextArea
        label={t('objective')}
        optional
        rows={2}
        maxLength={1000}
        error={errors.objective?.message}
        {...form.register('objective')}
      />
      <TextField
        label={t('focusArea')}
        optional
        list="focus-areas"
        maxLength={80}
        error={errors.focusArea?.message}
        {...form.register('focusArea')}
      />
      <datalist id="focus-areas">
        {focusAreas.map((name) => (
          <option key={name}>{name}</option>
        ))}
      </datalist>
      <Select
        label={t('place')}
        placeholder={null}
        choices={places}
        error={errors.place?.message}
        {...form.register('place')}
      />
      <div className="field-pair">
        <DateField
          label={t('from')}
          error={errors.periodFrom?.message}
          {...form.register('periodFrom', { required: t('dayMissing') })}
        />
        <DateField
          label={t('to')}
          error={errors.periodTo?.message}
          {...form.register('periodTo', {
            required: t('dayMissing'),
            validate: (value, { periodFrom }) => value >= periodFrom || t('periodOrder'),
          })}
        />
      </div>
    </div>
  );
}

/** The names of the fields that can carry an error of their own. */
function fieldsOf(draft: PromiseDraft) {
  const fields = ['title', 'objective', 'focusArea', 'periodFrom', 'periodTo'] as const;
  return [
    ...fields,
    ...draft.commitments.flatMap((_, index) => [
      `commitments.${index}.text` as const,
      `commitments.${index}.target` as const,
      `commitments.${index}.unit` as const,
      `commitments.${index}.due` as const,
    ]),
  ];
}
