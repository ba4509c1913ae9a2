import { useQuery } from '@tanstack/react-query';
import { Controller, type UseFormReturn, useWatch } from 'react-hook-form';
import { IconButton } from '../ui/button.js';
import { Checkbox } from '../ui/checkbox.js';
import { useTexts } from '../ui/language.js';
import { NumberField } from '../ui/number-field.js';
import { Select } from '../ui/select.js';
import { DateField, TextField } from '../ui/text-field.js';
import type { PromiseDraft } from './new-promise.js';
import { organisationsQuery } from './promise-api.js';
import { promiseTexts } from './texts.js';

interface CommitmentFieldsProps {
  code: string;
  form: UseFormReturn<PromiseDraft>;
  index: number;
  /** `null`: the only one, which stays. */
  onRemove: (() => void) | null;
}

/** One commitment of a promise that is being written. */
export function CommitmentFields({ code, form, index, onRemove }: CommitmentFieldsProps) {
  const t = useTexts(promiseTexts);
  const name = `commitments.${index}` as const;
  const errors = form.formState.errors.commitments?.[index];
  const kind = useWatch({ control: form.control, name: `${name}.form` });
  const heading = `commitment-${index}`;
  return (
    <section className="card promise-commitment-fields" aria-labelledby={heading}>
      <div className="row row--between">
        <h3 id={heading}>{t('commitmentNumber', { number: index + 1 })}</h3>
        {onRemove !== null && (
          <IconButton icon="trash" label={t('removeCommitment', { number: index + 1 })} onClick={onRemove} />
        )}
      </div>
      <TextField
        label={t('commitmentText')}
        hint={t('commitmentTextHint')}
        maxLength={600}
        error={errors?.text?.message}
        {...form.register(`${name}.text`, { required: t('commitmentTextMissing') })}
      />
      <Select
        label={t('followed')}
        placeholder={null}
        choices={[
          { value: 'count', label: t('formCount') },
          { value: 'delivery', label: t('formDelivery') },
          { value: 'direction', label: t('formDirection') },
        ]}
        {...form.register(`${name}.form`)}
      />
      {kind === 'count' && <AmountFields form={form} index={index} />}
      {kind === 'delivery' && (
        <DateField
          label={t('due')}
          error={errors?.due?.message}
          {...form.register(`${name}.due`, { required: t('dayMissing') })}
        />
      )}
      <PartyFields code={code} form={form} index={index} />
    </section>
  );
}

/** "Minst 10 cykelkontroller under hela perioden". */
function AmountFields({ form, index }: Pick<CommitmentFieldsProps, 'form' | 'index'>) {
  const t = useTexts(promiseTexts);
  const name = `commitments.${index}` as const;
  const errors = form.formState.errors.commitments?.[index];
  return (
    <>
      <div className="promise-commitment-amount">
        <Controller
          control={form.control}
          name={`${name}.target`}
          rules={{ required: t('leastMissing') }}
          render={({ field }) => (
            <NumberField
              label={t('least')}
              min={1}
              value={field.value}
              onChange={field.onChange}
              error={errors?.target?.message}
            />
          )}
        />
        <TextField
          label={t('unit')}
          maxLength={80}
          error={errors?.unit?.message}
          placeholder={t('unitHint')}
          {...form.register(`${name}.unit`, { required: t('unitMissing') })}
        />
      </div>
      <Select
        label={t('per')}
        placeholder={null}
        choices={[
          { value: 'period', label: t('perPeriod') },
          { value: 'year', label: t('perYear') },
          { value: 'tertial', label: t('perTertial') },
          { value: 'quarter', label: t('perQuarter') },
          { value: 'month', label: t('perMonth') },
          { value: 'three-weeks', label: t('perThreeWeeks') },
          { value: 'week', label: t('perWeek') },
        ]}
        {...form.register(`${name}.per`)}
      />
    </>
  );
}

function PartyFields({ code, form, index }: Pick<CommitmentFieldsProps, 'code' | 'form' | 'index'>) {
  const t = useTexts(promiseTexts);
  const { data = [] } = useQuery(organisationsQuery(code));
  return (
    <Controller
      control={form.control}
      name={`commitments.${index}.parties`}
      render={({ field: { value, onChange } }) => (
        <fieldset className="promise-parties">
          <legend>{t('parties')}</legend>
          <div>
            {data.map(({ id, name }) => (
              <Checkbox
                key={id}
                label={name}
                checked={value.includes(id)}
                onChange={(event) =>
                  onChange(event.target.checked ? [...value, id] : value.filter((one) => one !== id))
                }
              />
            ))}
          </div>
        </fieldset>
      )}
    />
  );
}
