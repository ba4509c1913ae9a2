import type { ComponentProps } from 'react';
import { Button } from '../ui/button.js';

/** A button that says which single key does the same. */
export function KeyButton({ letter, children, ...button }: ComponentProps<typeof Button> & { letter: string }) {
  return (
    <Button {...button} aria-keyshortcuts={letter}>
      {children}
      <kbd className="review-key" aria-hidden="true">
        {letter}
      </kbd>
    </Button>
  );
}
