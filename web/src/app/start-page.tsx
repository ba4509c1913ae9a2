import { Link, Navigate, useRouter, useSearch } from '@tanstack/react-router';
import { useMembership, useSession, type Session } from '../api/session.js';
import { Start } from '../start/start.js';
import { buttonClass } from '../ui/button.js';
import { EmptyState } from '../ui/empty-state.js';
import type { IconName } from '../ui/icon-paths.js';
import { Icon } from '../ui/icons.js';
import { useTexts } from '../ui/language.js';
import { Page } from '../ui/page.js';
import { firstPlace, placesFor } from './places.js';
import './start-page.css';
import { appTexts } from './texts.js';

/** The door: a reporter goes straight to the form, others meet what waits for them, and first choose for which municipality. */
export function StartPage() {
  const session = useSession();
  const router = useRouter();
  const { kommun } = useSearch({ from: '/signed-in/' });
  const memberships = session?.memberships ?? [];
  const chosen =
    memberships.length === 1 ? memberships[0] : memberships.find((one) => one.municipality.code === kommun);
  if (session === null) return null; // Signed out a moment ago.
  if (memberships.length === 0) return <NoMembership session={session} />;
  if (chosen === undefined) return <ChooseMunicipality session={session} />;
  const places = placesFor(chosen, new Set(Object.keys(router.routesByPath)));
  const first = firstPlace(places);
  if (first !== null) return <Navigate to={first.path} params={{ code: chosen.municipality.code }} replace />;
  return (
    <Start membership={chosen} name={session.account.name}>
      <Installation session={session} />
    </Start>
  );
}

/** The start page of one municipality, for everybody: a reporter too. */
export function MunicipalityStartPage() {
  const session = useSession();
  const membership = useMembership();
  if (session === null || membership === null) return null;
  return (
    <Start membership={membership} name={session.account.name}>
      <Installation session={session} />
    </Start>
  );
}

/** To the municipalities of the installation, for those who run it. */
function Installation({ session }: { session: Session }) {
  const t = useTexts(appTexts);
  if (!session.installationAdministrator) return null;
  return (
    <div className="start-tiles">
      <Link to="/kommuner" className="start-tile">
        <TileFace icon="building" name={t('municipalities')} note={t('municipalitiesNote')} />
      </Link>
    </div>
  );
}

function NoMembership({ session }: { session: Session }) {
  const t = useTexts(appTexts);
  return (
    <Page title={t('startTitle')} width="text">
      {session.installationAdministrator ? (
        <EmptyState
          icon="building"
          title={t('municipalities')}
          action={
            <Link to="/kommuner" className={buttonClass({ look: 'primary' })}>
              {t('municipalities')}
            </Link>
          }
        >
          {t('municipalitiesNote')}
        </EmptyState>
      ) : (
        <EmptyState icon="users" title={t('noMembershipTitle')}>
          {t('noMembershipText')}
        </EmptyState>
      )}
    </Page>
  );
}

function ChooseMunicipality({ session }: { session: Session }) {
  const t = useTexts(appTexts);
  return (
    <Page title={t('chooseTitle')} lead={t('chooseLead')} width="text">
      <ul className="plain-list start-tiles">
        {session.memberships.map(({ municipality, organisation }) => (
          <li key={municipality.code}>
            <Link to="/" search={{ kommun: municipality.code }} className="start-tile">
              <TileFace icon="building" name={municipality.name} note={organisation.name} />
            </Link>
          </li>
        ))}
      </ul>
    </Page>
  );
}

function TileFace({ icon, name, note }: { icon: IconName; name: string; note: string }) {
  return (
    <>
      <Icon name={icon} size={28} />
      <span>
        <strong>{name}</strong>
        <span className="muted">{note}</span>
      </span>
      <Icon name="chevronRight" size={20} />
    </>
  );
}
