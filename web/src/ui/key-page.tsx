import { type ReactNode, useEffect, useState } from 'react';
import './key-page.css';
import { LanguageSwitch } from './language-switch.js';
import { Logo } from './logo.js';
import { Notice } from './notice.js';
import { Page } from './page.js';

const keyForm = /^[\w-]{43}$/;

/** Behind a link with a key after `#`, without signing in; `broken` is said where there is no key of our form. */
export function KeyPage({
  title,
  broken,
  children,
}: {
  title: string;
  broken: string;
  children: (key: string) => ReactNode;
}) {
  const [key] = useState(() => location.hash.slice(1));
  useEffect(() => {
    // The key goes out of the address bar and the history as soon as it is read.
    history.replaceState(history.state, '', location.pathname);
  }, []);
  return (
    <main className="key-page">
      <div className="row row--between">
        <Logo size={36} />
        <LanguageSwitch />
      </div>
      {keyForm.test(key) ? (
        children(key)
      ) : (
        <Page title={title} width="text">
          <Notice tone="caution">
            <p>{broken}</p>
          </Notice>
        </Page>
      )}
    </main>
  );
}
