import { useEffect, useRef, type ReactNode } from 'react';
import './page.css';
import { useLanguage } from './language.js';

/** The first page of a visit leaves the focus where the browser has it; later ones move it to their heading. */
let navigations = 0;

interface PageProps {
  /** The one `h1`, and the document's title. */
  title: string;
  /** One or two sentences on what this page is for. */
  lead?: ReactNode;
  /** Buttons to the right of the heading. */
  actions?: ReactNode;
  /** `text`: 760 px; `wide`: 1 200 px; `full`: the whole place, heading heard but not seen (map). */
  width?: 'text' | 'wide' | 'full';
  children: ReactNode;
}

/** What every route draws: heading, document title, focus after navigation, width. */
export function Page({ title, lead, actions, width = 'wide', children }: PageProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const language = useLanguage();
  useEffect(() => {
    document.title = title === 'Närbild' ? title : `${title} – Närbild`;
  }, [title, language]);
  useEffect(() => {
    if (navigations > 0) heading.current?.focus({ preventScroll: true });
    navigations += 1;
  }, []);
  const full = width === 'full';
  return (
    <div className={`page page--${width}`}>
      <header className={full ? 'visually-hidden' : 'page-head'}>
        <div>
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
          {lead !== undefined && <p className="page-lead">{lead}</p>}
        </div>
        {actions !== undefined && <div className="row">{actions}</div>}
      </header>
      {children}
    </div>
  );
}
