import { Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { usePairing, type Session } from '../api/session.js';
import { WaitingNotice } from '../outbox/waiting-notice.js';
import { Button, buttonClass } from '../ui/button.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { useTexts } from '../ui/language.js';
import { Notice } from '../ui/notice.js';
import { Page } from '../ui/page.js';
import { useFormat } from '../ui/use-format.js';
import './devices.css';
import { deviceTexts } from './texts.js';

const codeForm = /^[\w-]{43}$/;

/** On the phone: the one-time code stands after `#`, so that it reaches no log; one press pairs. */
export function PairPage() {
  const t = useTexts(deviceTexts);
  const [code] = useState(() => location.hash.slice(1));
  const pairing = usePairing();
  useEffect(() => {
    // The code goes out of the address bar and the history as soon as it is read.
    history.replaceState(history.state, '', location.pathname);
  }, []);
  return (
    <main className="device-page">
      {pairing.data === undefined ? (
        <Page title={t('pageTitle')} lead={t('pairLead')} width="text">
          <WaitingNotice />
          <ErrorNotice error={pairing.error} />
          {codeForm.test(code) ? (
            <Button look="primary" size="large" wide busy={pairing.isPending} onClick={() => pairing.mutate(code)}>
              {t(pairing.isPending ? 'pairing' : 'pairNow')}
            </Button>
          ) : (
            <Notice tone="caution">
              <p>{t('linkBroken')}</p>
            </Notice>
          )}
        </Page>
      ) : (
        <Paired session={pairing.data} />
      )}
    </main>
  );
}

function Paired({ session }: { session: Session }) {
  const t = useTexts(deviceTexts);
  const f = useFormat();
  const code = session.memberships[0]?.municipality.code ?? '';
  const until = session.device?.expiresAt;
  return (
    <Page
      title={t('ready')}
      lead={until === undefined ? '' : t('readyLead', { until: f.date(until, 'long') })}
      width="text"
    >
      <Notice title={t('install')}>
        <p>{t('installNote')}</p>
      </Notice>
      <Link
        to="/$code/rapportera"
        params={{ code }}
        className={buttonClass({ look: 'primary', size: 'large', wide: true })}
      >
        {t('toForm')}
      </Link>
    </Page>
  );
}
