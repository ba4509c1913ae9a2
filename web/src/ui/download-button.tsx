import { useRef, useState, type ReactNode } from 'react';
import { Button } from './button.js';
import './download-button.css';
import { ErrorNotice } from './error-notice.js';
import type { IconName } from './icon-paths.js';
import { save } from './save-file.js';

interface DownloadButtonProps {
  /** Makes the file; what it throws is shown beside the button. */
  file: () => Promise<Blob>;
  /** What the file is called where it is saved: `platsunderlag-2026-11-21.pdf`. */
  name: string;
  children: ReactNode;
  look?: 'primary' | 'secondary' | 'quiet';
  size?: 'normal' | 'large';
  icon?: IconName;
}

/** Fetches a file and saves it. Busy while it is made; a problem stands under the button with a way to try again. */
export function DownloadButton({ file, name, children, icon = 'download', ...look }: DownloadButtonProps) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const working = useRef(false);
  const fetchAndSave = async () => {
    if (working.current) return;
    working.current = true;
    setBusy(true);
    setProblem(null);
    try {
      save(await file(), name);
    } catch (error) {
      setProblem(error);
    } finally {
      working.current = false;
      setBusy(false);
    }
  };
  return (
    <div className="download">
      <Button {...look} icon={icon} busy={busy} onClick={() => void fetchAndSave()}>
        {children}
      </Button>
      <ErrorNotice error={problem} />
    </div>
  );
}
