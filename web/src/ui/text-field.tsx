import type { ComponentPropsWithRef } from 'react';
import { Field, type FieldFrame } from './field.js';

type Control<Tag extends 'input' | 'textarea' | 'select'> = Omit<ComponentPropsWithRef<Tag>, keyof FieldFrame>;

/** One line of text. Takes what react-hook-form's `register('name')` gives. */
export function TextField({ label, hint, error, optional, hideLabel, id, ...input }: FieldFrame & Control<'input'>) {
  return (
    <Field {...{ label, hint, error, optional, hideLabel, id }}>
      {(ties) => <input type="text" {...input} {...ties} className="control" />}
    </Field>
  );
}

/** Several lines of text; grows with what is typed. */
export function TextArea({ label, hint, error, optional, hideLabel, id, ...area }: FieldFrame & Control<'textarea'>) {
  return (
    <Field {...{ label, hint, error, optional, hideLabel, id }}>
      {(ties) => <textarea rows={3} {...area} {...ties} className="control" />}
    </Field>
  );
}

/** A day, by the device's own picker; its value is `2026-05-03`. */
export function DateField(props: FieldFrame & Omit<Control<'input'>, 'type'>) {
  return <TextField {...props} type="date" />;
}

/** A time of day, by the device's own picker; its value is `14:30`. */
export function TimeField(props: FieldFrame & Omit<Control<'input'>, 'type'>) {
  return <TextField {...props} type="time" />;
}
