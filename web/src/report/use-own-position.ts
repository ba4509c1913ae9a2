import { useCallback, useState } from 'react';
import { placesNear } from './report-api.js';
import { useKeptNames } from './use-kept-names.js';
import { nameNear, type ChosenPlace } from './report-place.js';

export type Locating = 'idle' | 'asking' | 'refused' | 'failed';

/** Asks the device where it is, and the API what that place is called. */
export function useOwnPosition(code: string, onFound: (place: ChosenPlace) => void) {
  const [state, setState] = useState<Locating>('idle');
  const kept = useKeptNames(code);
  const ask = useCallback(() => {
    setState('asking');
    measure().then(
      async ({ coords }) => {
        const position = [Number(coords.longitude.toFixed(6)), Number(coords.latitude.toFixed(6))] as const;
        const near = nameNear(await placesNear(code, position, kept));
        setState('idle');
        onFound({
          placement: 'position',
          name: near?.name ?? null,
          within: near?.at ?? false,
          position,
          accuracyMetres: Math.max(1, Math.round(coords.accuracy)),
          placeId: null,
          at: Date.now(),
          proposed: false,
        });
      },
      (error: unknown) => setState(isRefusal(error) ? 'refused' : 'failed'),
    );
  }, [code, onFound, kept]);
  return { state, ask };
}

/** Whether the device would tell its position without asking the user, so that the page may ask by itself. */
export async function mayLocateSilently(): Promise<boolean> {
  try {
    return (await navigator.permissions.query({ name: 'geolocation' })).state === 'granted';
  } catch {
    return false;
  }
}

function measure(): Promise<GeolocationPosition> {
  return new Promise((resolve, reject) => {
    if (!('geolocation' in navigator)) {
      reject(new Error('no geolocation'));
      return;
    }
    navigator.geolocation.getCurrentPosition(resolve, reject, {
      enableHighAccuracy: true,
      timeout: 15_000,
      maximumAge: 60_000,
    });
  });
}

/** `GeolocationPositionError.PERMISSION_DENIED`. */
function isRefusal(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === 1;
}
