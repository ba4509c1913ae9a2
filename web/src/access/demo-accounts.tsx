import type { DemoAccount } from '../api/session.js';
import { Icon } from '../ui/icons.js';
import { useTexts } from '../ui/language.js';
import { accessTexts } from './texts.js';

interface DemoAccountsProps {
  accounts: readonly DemoAccount[];
  /** The e-mail of the account that is on its way in. */
  entering: string | null;
  onEnter: (account: DemoAccount) => void;
}

/** The people of the demonstration, as cards that sign in with one press. */
export function DemoAccounts({ accounts, entering, onEnter }: DemoAccountsProps) {
  const t = useTexts(accessTexts);
  return (
    <section className="demo" aria-labelledby="demo-title">
      <h2 id="demo-title">{t('demoTitle')}</h2>
      <p className="muted">{t('demoLead')}</p>
      <ul className="plain-list demo-list">
        {accounts.map((account) => (
          <li key={account.email}>
            <button
              type="button"
              className="demo-card"
              aria-disabled={entering !== null || undefined}
              onClick={entering === null ? () => onEnter(account) : undefined}
            >
              <span className="demo-who">
                <strong>{account.name}</strong>
                <span className="muted small">
                  {t(account.role)} · {account.organisation}
                </span>
                <span className="small">
                  {entering === account.email ? t('demoIn', { name: account.name }) : account.description}
                </span>
              </span>
              <Icon name="arrow" size={20} />
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
