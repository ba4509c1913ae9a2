import { useId, useState } from 'react';
import { buttonClass } from './button.js';
import { FieldError } from './field.js';
import { Icon } from './icons.js';
import { useTexts } from './language.js';
import { uiTexts } from './texts.js';
import { useFormat } from './use-format.js';

interface FileDropProps {
  label: string;
  /** What may be given: ".csv och .xlsx, högst 50 MB". */
  hint?: string;
  /** As for an input: ".csv,.xlsx". What is dropped is checked by the receiver, not by this. */
  accept?: string;
  file: File | null;
  onFile: (file: File) => void;
  error?: string | undefined;
}

/** Drop a file or pick it; the same for the keyboard. */
export function FileDrop({ label, hint, accept, file, onFile, error }: FileDropProps) {
  const t = useTexts(uiTexts);
  const f = useFormat();
  const id = useId();
  const [over, setOver] = useState(false);
  return (
    <div className="field">
      <span id={`${id}-label`} className="field-label">
        {label}
      </span>
      {hint !== undefined && (
        <p id={`${id}-hint`} className="field-hint">
          {hint}
        </p>
      )}
      <div
        className="file-drop"
        data-over={over || undefined}
        data-invalid={error !== undefined || undefined}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          const dropped = event.dataTransfer.files[0];
          if (dropped !== undefined) onFile(dropped);
        }}
      >
        <Icon name={file === null ? 'upload' : 'document'} size={32} />
        {file === null ? (
          <p>{t('dropFile')}</p>
        ) : (
          <p>
            <strong>{file.name}</strong> <span className="muted">{f.bytes(file.size)}</span>
          </p>
        )}
        <input
          id={id}
          type="file"
          className="visually-hidden"
          accept={accept}
          aria-labelledby={`${id}-label`}
          aria-describedby={`${hint === undefined ? '' : `${id}-hint`} ${error === undefined ? '' : `${id}-error`}`}
          onChange={(event) => {
            const picked = event.target.files?.[0];
            if (picked !== undefined) onFile(picked);
            event.target.value = ''; // The same file, mended, can be picked once more.
          }}
        />
        <label htmlFor={id} className={buttonClass({ look: file === null ? 'primary' : 'secondary' })}>
          {file === null ? t('pickFile') : t('otherFile')}
        </label>
      </div>
      <FieldError id={`${id}-error`} error={error} />
    </div>
  );
}
