import { Button } from '../ui/button.js';
import { TextField } from '../ui/text-field.js';
import { showToast } from '../ui/toast.js';

interface CopyFieldProps {
  label: string;
  value: string;
  button: string;
  done: string;
  failed: string;
}

/** An address that is shown once, with a button that copies it. */
export function CopyField({ label, value, button, done, failed }: CopyFieldProps) {
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(value);
      showToast({ text: done, tone: 'good' });
    } catch {
      showToast({ text: failed, tone: 'bad' });
    }
  };
  return (
    <div className="stack stack--tight">
      <TextField label={label} readOnly value={value} onFocus={(event) => event.currentTarget.select()} />
      <div>
        <Button onClick={() => void copy()}>{button}</Button>
      </div>
    </div>
  );
}
