import type { ComponentPropsWithRef } from 'react';
import { Field, type FieldFrame } from './field.js';
import { Icon } from './icons.js';
import { useTexts } from './language.js';
import { uiTexts } from './texts.js';

export interface Choice {
  value: string;
  label: string;
}

interface SelectProps extends FieldFrame, Omit<ComponentPropsWithRef<'select'>, keyof FieldFrame | 'children'> {
  choices: readonly Choice[];
  /** Stands first with the empty value; "Välj" unless told, `null` for none. */
  placeholder?: string | null;
}

/** One of a few known things, by the device's own list. For many, or with search: `ComboBox`. */
export function Select({ label, hint, error, optional, hideLabel, id, choices, placeholder, ...select }: SelectProps) {
  const t = useTexts(uiTexts);
  return (
    <Field {...{ label, hint, error, optional, hideLabel, id }}>
      {(ties) => (
        <div className="select">
          <select {...select} {...ties} className="control">
            {placeholder !== null && <option value="">{placeholder ?? t('choose')}</option>}
            {choices.map((choice) => (
              <option key={choice.value} value={choice.value}>
                {choice.label}
              </option>
            ))}
          </select>
          <Icon name="chevronDown" size={20} />
        </div>
      )}
    </Field>
  );
}
