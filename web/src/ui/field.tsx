import { useId, type ReactNode } from 'react';
import './field.css';
import { Icon } from './icons.js';
import { useTexts } from './language.js';
import { uiTexts } from './texts.js';

/** What every field of a form has around it. */
export interface FieldFrame {
  label: string;
  /** One line below the label that helps to fill it in right. */
  hint?: string | undefined;
  /** What is wrong and what to do; shown next to the field and heard with it. */
  error?: string | undefined;
  /** Most fields must be filled in; the others say so in words, not with a star. */
  optional?: boolean | undefined;
  /** The label is heard but not seen, where the place says the same. */
  hideLabel?: boolean | undefined;
}

/** The attributes that tie a control to its label, hint and error. */
export interface ControlTies {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': true | undefined;
}

interface FieldProps extends FieldFrame {
  id?: string | undefined;
  children: (ties: ControlTies) => ReactNode;
}

/** Label, hint and error around one control, tied together for screen readers. */
export function Field({ label, hint, error, optional = false, hideLabel = false, id, children }: FieldProps) {
  const made = useId();
  const t = useTexts(uiTexts);
  const control = id ?? made;
  const hintId = `${control}-hint`;
  const errorId = `${control}-error`;
  const described = [hint === undefined ? '' : hintId, error === undefined ? '' : errorId].filter(Boolean).join(' ');
  return (
    <div className="field" data-invalid={error !== undefined || undefined}>
      <label htmlFor={control} className={hideLabel ? 'visually-hidden' : 'field-label'}>
        {label}
        {optional && <span className="field-optional"> ({t('optional')})</span>}
      </label>
      {hint !== undefined && (
        <p id={hintId} className="field-hint">
          {hint}
        </p>
      )}
      {children({
        id: control,
        'aria-describedby': described === '' ? undefined : described,
        'aria-invalid': error === undefined ? undefined : true,
      })}
      <FieldError id={errorId} error={error} />
    </div>
  );
}

/** The line below a field that says what is wrong. */
export function FieldError({ id, error }: { id: string; error: string | undefined }) {
  if (error === undefined) return null;
  return (
    <p id={id} className="field-error">
      <Icon name="alert" size={20} />
      <span>{error}</span>
    </p>
  );
}
