import { lazy, type ReactNode, Suspense, useState } from 'react';
import { Button } from './button.js';
import type { Paper } from './paper.js';

const PaperDialog = lazy(() => import('./paper-dialog.js').then((loaded) => ({ default: loaded.PaperDialog })));

interface PaperButtonProps {
  title: string;
  name: string;
  file: (paper: Paper) => Promise<Blob>;
  children: ReactNode;
  label?: string;
}

/** Opens the choice of reader and form of a document; what it needs is fetched when it is pressed. */
export function PaperButton({ children, label, ...paper }: PaperButtonProps) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        look="secondary"
        icon="document"
        {...(label === undefined ? {} : { 'aria-label': label })}
        onClick={() => setOpen(true)}
      >
        {children}
      </Button>
      {open && (
        <Suspense fallback={null}>
          <PaperDialog {...paper} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
