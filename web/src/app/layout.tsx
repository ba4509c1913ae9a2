import { Outlet } from '@tanstack/react-router';
import { useSession } from '../api/session.js';
import { useTexts } from '../ui/language.js';
import { ToastRegion } from '../ui/toast.js';
import { AccountMenu } from './account-menu.js';
import { ConnectionNotice } from './connection-notice.js';
import { NewVersionNotice } from './new-version-notice.js';
import './layout.css';
import { LanguageSwitch } from '../ui/language-switch.js';
import { BottomBar, Rail, useHere } from './navigation.js';
import { appTexts } from './texts.js';

/** Header, rail or bottom bar, and the page in between; only for those signed in. */
export function Layout() {
  const t = useTexts(appTexts);
  const session = useSession();
  const here = useHere();
  if (session === null) return null; // Signed out a moment ago; the router is on its way.
  return (
    <div className="layout">
      <a className="skip" href="#innehall">
        {t('skip')}
      </a>
      <Rail />
      <div className="layout-main">
        <header className="header">
          <p className="header-place">
            <strong>{here?.municipality.name ?? 'Närbild'}</strong>
            {here?.municipality.demo === true && <span className="header-demo">{t('demo')}</span>}
          </p>
          <div className="header-tools">
            <LanguageSwitch />
            <AccountMenu session={session} />
          </div>
        </header>
        <ConnectionNotice />
        <NewVersionNotice />
        <main id="innehall" className="content">
          <Outlet />
        </main>
      </div>
      <BottomBar />
      <ToastRegion />
    </div>
  );
}
