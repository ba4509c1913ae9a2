import { lazy, Suspense } from 'react';
import { Dialog } from '../ui/dialog.js';
import { useTexts } from '../ui/language.js';
import { Skeleton } from '../ui/skeleton.js';
import type { LogFormProps } from './log-form.js';
import { promiseTexts } from './texts.js';

/** Its number field brings much code, which those who only read are spared. */
const LogForm = lazy(() => import('./log-form.js').then((module) => ({ default: module.LogForm })));

/** Logs one time in ten seconds: everything that must be there is filled in already. */
export function LogOccasion({ open, ...form }: LogFormProps & { open: boolean }) {
  const t = useTexts(promiseTexts);
  return (
    <Dialog open={open} onClose={form.onClose} title={t(form.commitment.form === 'delivery' ? 'deliver' : 'log')}>
      <Suspense fallback={<Skeleton lines={4} />}>
        <LogForm {...form} />
      </Suspense>
    </Dialog>
  );
}
