import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useSession } from '../api/session.js';
import { buttonClass } from '../ui/button.js';
import { EmptyState } from '../ui/empty-state.js';
import { useTexts } from '../ui/language.js';
import { Page } from '../ui/page.js';
import { showToast } from '../ui/toast.js';
import './admin.css';
import { NewMunicipalityForm } from './new-municipality-form.js';
import { adminTexts } from './texts.js';

/** The municipalities of the installation, and a new one in two minutes. */
export function MunicipalitiesPage() {
  const t = useTexts(adminTexts);
  const session = useSession();
  const client = useQueryClient();
  const navigate = useNavigate();
  if (session?.installationAdministrator !== true) {
    return (
      <Page title={t('municipalitiesTitle')} width="text">
        <EmptyState icon="building" title={t('notAllowedTitle')}>
          {t('notAllowed')}
        </EmptyState>
      </Page>
    );
  }
  const made = async (code: string, name: string) => {
    await client.refetchQueries({ queryKey: ['session'] });
    showToast({ text: t('created', { name }), tone: 'good' });
    await navigate({ to: '/$code/administration', params: { code }, search: { del: 'aktorer' } });
  };
  return (
    <Page title={t('municipalitiesTitle')} lead={t('municipalitiesLead')}>
      <section className="stack" aria-labelledby="mine">
        <h2 id="mine">{t('mine')}</h2>
        {session.memberships.length === 0 && <p className="muted">{t('noMine')}</p>}
        <ul className="plain-list admin-municipalities">
          {session.memberships.map(({ municipality, permissions }) => (
            <li key={municipality.code} className="card row row--between">
              <span>
                <strong>{municipality.name}</strong> <span className="muted">{municipality.code}</span>
              </span>
              {permissions.includes('municipality:administer') && (
                <Link
                  to="/$code/administration"
                  params={{ code: municipality.code }}
                  search={{}}
                  className={buttonClass()}
                  aria-label={`${t('open')} ${municipality.name}`}
                >
                  {t('open')}
                </Link>
              )}
            </li>
          ))}
        </ul>
      </section>
      <section className="stack" aria-labelledby="new">
        <h2 id="new">{t('newMunicipality')}</h2>
        <NewMunicipalityForm onMade={(code, name) => void made(code, name)} />
      </section>
    </Page>
  );
}
