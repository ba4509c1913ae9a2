import { Link, Navigate, useSearch } from '@tanstack/react-router';
import { useSession } from '../api/session.js';
import { EmptyState } from '../ui/empty-state.js';
import { Icon } from '../ui/icons.js';
import { useTexts } from '../ui/language.js';
import { Page } from '../ui/page.js';
import { useHere, usePlaces } from './navigation.js';
import { firstPlace } from './places.js';
import './start-page.css';
import { appTexts } from './texts.js';

/** The door: leads to where this person works, or shows the places to choose from. */
export function StartPage() {
  const t = useTexts(appTexts);
  const session = useSession();
  const here = useHere();
  const places = usePlaces();
  const { kommun } = useSearch({ from: '/signed-in/' });
  const chosen = session?.memberships.find(({ municipality }) => municipality.code === kommun) ?? here;
  const first = firstPlace(places);
  if (chosen === null) {
    return (
      <Page title={t('startTitle', { name: session?.account.name ?? '' })} width="text">
        <EmptyState icon="users" title={t('noMembershipTitle')}>
          {t('noMembershipText')}
        </EmptyState>
      </Page>
    );
  }
  const params = { code: chosen.municipality.code };
  if (first !== null) return <Navigate to={first.path} params={params} replace />;
  return (
    <Page title={t('startTitle', { name: session?.account.name ?? '' })} lead={t('startLead')} width="text">
      <ul className="plain-list start-tiles">
        {places.map((place) => (
          <li key={place.id}>
            <Link to={place.path} params={params} className="start-tile">
              <Icon name={place.icon} size={28} />
              <span>
                <strong>{t(place.id)}</strong>
                <span className="muted">{t(`${place.id}Note`)}</span>
              </span>
              <Icon name="chevronRight" size={20} />
            </Link>
          </li>
        ))}
      </ul>
    </Page>
  );
}
