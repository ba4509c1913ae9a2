import type { ReactNode } from 'react';
import { LanguageSwitch } from '../ui/language-switch.js';
import { useTexts } from '../ui/language.js';
import { Logo } from '../ui/logo.js';
import './access.css';
import { accessTexts } from './texts.js';

/** The quiet frame of the pages before the sign-in. */
export function AccessFrame({ children, aside }: { children: ReactNode; aside?: ReactNode }) {
  const t = useTexts(accessTexts);
  const hasAside = aside !== undefined && aside !== false;
  return (
    <div className="access" data-aside={hasAside || undefined}>
      <header className="access-head">
        <span className="access-name">
          <Logo size={36} />
          Närbild
        </span>
        <LanguageSwitch />
      </header>
      <main className="access-main">
        <div className="access-card">
          <p className="access-tagline">{t('tagline')}</p>
          {children}
        </div>
        {aside}
      </main>
    </div>
  );
}
