import { Link, useRouter } from '@tanstack/react-router';
import { useId, useMemo } from 'react';
import { useMembership, useSession, type Membership } from '../api/session.js';
import { Icon } from '../ui/icons.js';
import { useTexts } from '../ui/language.js';
import { Logo } from '../ui/logo.js';
import { placesFor, type Place } from './places.js';
import { PopoverMenu } from './popover-menu.js';
import { appTexts } from './texts.js';
import { WaitingCount } from './waiting-count.js';

/** The membership that the frame speaks of: that of the address, or the first where the address names no municipality. */
export function useHere(): Membership | null {
  const session = useSession();
  const inAddress = useMembership();
  return inAddress ?? session?.memberships[0] ?? null;
}

/** The places that the present user may go to. */
export function usePlaces(): readonly Place[] {
  const router = useRouter();
  const here = useHere();
  return useMemo(() => placesFor(here, new Set(Object.keys(router.routesByPath))), [here, router]);
}

function PlaceLink({ place, className }: { place: Place; className: string }) {
  const t = useTexts(appTexts);
  const here = useHere();
  const countId = useId();
  return (
    <Link
      to={place.path}
      params={{ code: here?.municipality.code ?? '' }}
      className={className}
      activeProps={{ 'aria-current': 'page' }}
      activeOptions={{ includeSearch: false, exact: place.id === 'start' }}
      aria-describedby={place.id === 'review' ? countId : undefined}
    >
      <Icon name={place.icon} />
      <span>{t(place.id)}</span>
      {place.id === 'review' && here !== null && <WaitingCount id={countId} code={here.municipality.code} />}
    </Link>
  );
}

/** The slim rail at the left of wide screens: icon and word. */
export function Rail() {
  const t = useTexts(appTexts);
  const places = usePlaces();
  return (
    <nav className="rail" aria-label={t('places')}>
      <Link to="/" className="rail-logo" aria-label={t('home')}>
        <Logo size={36} />
      </Link>
      {places.map((place) => (
        <PlaceLink
          key={place.id}
          place={place}
          className={place.id === 'report' ? 'rail-link rail-report' : 'rail-link'}
        />
      ))}
    </nav>
  );
}

/** The bar at the bottom of a phone: four places, and *Rapportera* big in the middle. */
export function BottomBar() {
  const t = useTexts(appTexts);
  const places = usePlaces();
  if (places.length < 2) return null;
  const report = places.find((place) => place.id === 'report');
  const others = places.filter((place) => place.id !== 'report');
  const shown = others.length > 4 ? others.slice(0, 3) : others;
  const rest = others.slice(shown.length);
  const half = Math.ceil((shown.length + (rest.length > 0 ? 1 : 0)) / 2);
  return (
    <nav className="bottom-bar" aria-label={t('places')}>
      {shown.slice(0, half).map((place) => (
        <PlaceLink key={place.id} place={place} className="bottom-link" />
      ))}
      {report !== undefined && <PlaceLink place={report} className="bottom-link bottom-report" />}
      {shown.slice(half).map((place) => (
        <PlaceLink key={place.id} place={place} className="bottom-link" />
      ))}
      {/* With a single other place the big one still stands in the middle. */}
      {shown.length === 1 && <span className="bottom-link" aria-hidden="true" />}
      {rest.length > 0 && (
        <PopoverMenu label={t('more')} icon="more" buttonClassName="bottom-link" place="above" showLabel>
          {rest.map((place) => (
            <PlaceLink key={place.id} place={place} className="menu-item" />
          ))}
        </PopoverMenu>
      )}
    </nav>
  );
}
