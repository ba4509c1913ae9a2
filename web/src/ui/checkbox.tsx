import { useId, type ComponentPropsWithRef, type ReactNode } from 'react';
import { FieldError } from './field.js';
import { Icon } from './icons.js';

interface CheckboxProps extends Omit<ComponentPropsWithRef<'input'>, 'type' | 'children'> {
  label: ReactNode;
  error?: string | undefined;
}

/** Yes or no. The whole line can be pressed. */
export function Checkbox({ label, error, ...input }: CheckboxProps) {
  const errorId = useId();
  return (
    <div>
      <label className="checkbox">
        <input
          {...input}
          type="checkbox"
          aria-invalid={error === undefined ? undefined : true}
          aria-describedby={error === undefined ? undefined : errorId}
        />
        <Icon name="check" size={20} className="checkbox-mark" />
        <span>{label}</span>
      </label>
      <FieldError id={errorId} error={error} />
    </div>
  );
}
