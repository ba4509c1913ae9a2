import { useId } from 'react';
import { Button } from 'react-aria-components/Button';
import { Group } from 'react-aria-components/Group';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import { Input } from 'react-aria-components/Input';
import { NumberField as AriaNumberField } from 'react-aria-components/NumberField';
import { Field, type FieldFrame } from './field.js';
import { Icon } from './icons.js';
import { useLanguage, useTexts } from './language.js';
import { uiTexts } from './texts.js';

interface NumberFieldProps extends FieldFrame {
  /** `null`: empty. */
  value: number | null;
  onChange: (value: number | null) => void;
  min?: number;
  max?: number;
  step?: number;
  /** 0 unless told. */
  decimals?: number;
  name?: string;
}

/** A number with minus and plus of thumb size; decimal comma in Swedish, arrow keys step. */
export function NumberField({ value, onChange, min, max, step = 1, decimals = 0, name, ...frame }: NumberFieldProps) {
  const language = useLanguage();
  const t = useTexts(uiTexts);
  const id = useId();
  return (
    <I18nProvider locale={language === 'sv' ? 'sv-SE' : 'en-GB'}>
      <Field {...frame} id={id}>
        {(ties) => (
          <AriaNumberField
            id={id}
            aria-label={frame.label}
            value={value ?? Number.NaN}
            onChange={(next) => onChange(Number.isNaN(next) ? null : next)}
            step={step}
            formatOptions={{ maximumFractionDigits: decimals }}
            isInvalid={frame.error !== undefined}
            {...(min === undefined ? {} : { minValue: min })}
            {...(max === undefined ? {} : { maxValue: max })}
            {...(name === undefined ? {} : { name })}
          >
            <Group className="number-field">
              <Button slot="decrement" className="button button--secondary button--icon" aria-label={t('less')}>
                <Icon name="minus" size={20} />
              </Button>
              <Input className="control" aria-describedby={ties['aria-describedby'] ?? ''} />
              <Button slot="increment" className="button button--secondary button--icon" aria-label={t('more')}>
                <Icon name="plus" size={20} />
              </Button>
            </Group>
          </AriaNumberField>
        )}
      </Field>
    </I18nProvider>
  );
}
