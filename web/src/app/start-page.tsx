import { useQuery } from '@tanstack/react-query';
import { Link, Navigate, useRouter, useSearch } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { answer, api } from '../api/client.js';
import { may, useSession, type Membership, type Session } from '../api/session.js';
import { News } from '../findings/news.js';
import { buttonClass } from '../ui/button.js';
import { EmptyState } from '../ui/empty-state.js';
import type { IconName } from '../ui/icon-paths.js';
import { Icon } from '../ui/icons.js';
import { useTexts } from '../ui/language.js';
import { Page } from '../ui/page.js';
import { useFormat } from '../ui/use-format.js';
import { firstPlace, placesFor, type Place } from './places.js';
import './start-page.css';
import { appTexts } from './texts.js';

/** The door: a reporter goes straight to the form, others choose where to go, and first for which municipality. */
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
  return <ChoosePlace session={session} membership={chosen} places={places} />;
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

interface ChoosePlaceProps {
  session: Session;
  membership: Membership;
  places: readonly Place[];
}

function ChoosePlace({ session, membership, places }: ChoosePlaceProps) {
  const t = useTexts(appTexts);
  const figures = useFigures(membership);
  return (
    <Page title={t('startTitle')} lead={t('startLead', { name: session.account.name })} width="text">
      <News code={membership.municipality.code} />
      <ul className="plain-list start-tiles">
        {places.map((place) => (
          <li key={place.id}>
            <Link to={place.path} params={{ code: membership.municipality.code }} className="start-tile">
              <TileFace icon={place.icon} name={t(place.id)} note={t(`${place.id}Note`)} figure={figures[place.id]} />
            </Link>
          </li>
        ))}
        {session.installationAdministrator && (
          <li>
            <Link to="/kommuner" className="start-tile">
              <TileFace icon="building" name={t('municipalities')} note={t('municipalitiesNote')} />
            </Link>
          </li>
        )}
      </ul>
    </Page>
  );
}

interface TileFaceProps {
  icon: IconName;
  name: string;
  note: string;
  figure?: ReactNode;
}

function TileFace({ icon, name, note, figure }: TileFaceProps) {
  return (
    <>
      <Icon name={icon} size={28} />
      <span>
        <strong>{name}</strong>
        <span className="muted">{note}</span>
      </span>
      {figure !== undefined && <span className="start-figure">{figure}</span>}
      <Icon name="chevronRight" size={20} />
    </>
  );
}

/** One live figure for the tiles that have one; a tile whose figure has not come stands without it. */
function useFigures(membership: Membership): Partial<Record<Place['id'], string>> {
  const t = useTexts(appTexts);
  const f = useFormat();
  const [now] = useState(() => new Date().toISOString());
  const { code } = membership.municipality;
  const params = { path: { code } };
  const events = useQuery({
    queryKey: ['municipality', code],
    queryFn: () => answer(api.GET('/api/v1/municipalities/{code}', { params })),
    enabled: may(membership, 'map:read'),
  }).data?.incidentCount;
  const promises = useQuery({
    queryKey: ['start', 'promises', code],
    queryFn: () => answer(api.GET('/api/v1/municipalities/{code}/promises', { params })),
    enabled: may(membership, 'promise:read'),
  }).data?.length;
  return {
    situation: f.week(now),
    // An administrator sees no reports, and is not told that there are none.
    ...(events === undefined || events === 0 ? {} : { map: t('eventsFigure', { count: events }) }),
    ...(promises === undefined ? {} : { promises: t('promisesFigure', { count: promises }) }),
  };
}
