import { lazy, Suspense, useCallback, useEffect, useState } from 'react';
import { Button } from '../ui/button.js';
import { FieldError } from '../ui/field.js';
import { Icon } from '../ui/icons.js';
import { useTexts } from '../ui/language.js';
import { Notice } from '../ui/notice.js';
import { PlaceSearch } from './place-search.js';
import { betterThan, placeDoubt, type ChosenPlace } from './report-place.js';
import { reportTexts } from './texts.js';
import { mayLocateSilently, useOwnPosition, type Locating } from './use-own-position.js';
import type { Report } from './use-report.js';

const PlaceMap = lazy(async () => {
  try {
    return { default: (await import('./place-map.js')).PlaceMap };
  } catch {
    return { default: MapUnavailable };
  }
});

/** The map could not be fetched; what is written stays, and the place can be chosen by name. */
function MapUnavailable() {
  const t = useTexts(reportTexts);
  return (
    <Notice tone="caution" urgent>
      <p>{t('mapUnavailable')}</p>
    </Notice>
  );
}

/** Where: the place already right, by name; own position, a search by name and the map one tap away. */
export function PlacePart({ report, code }: { report: Report; code: string }) {
  const t = useTexts(reportTexts);
  const { draft, change, errors } = report;
  const [open, setOpen] = useState(false);
  const [mapOpen, setMapOpen] = useState(false);
  const choose = (place: ChosenPlace) => {
    change({ place }, 'place');
    setOpen(false);
    setMapOpen(false);
  };
  const locating = useSilentPosition(code, report);
  const own = useOwnPosition(code, choose);
  const state = own.state === 'idle' ? locating : own.state;
  const choosing = open || draft.place === null;
  return (
    <section className="report-part" id="report-place" aria-labelledby="report-place-title">
      <h2 id="report-place-title" className="report-legend">
        {t('place')}
      </h2>
      {draft.place !== null && <PlaceCard place={draft.place} open={choosing} onOpen={() => setOpen(!open)} />}
      {draft.place !== null && !choosing && (
        <Doubt place={draft.place} onMap={() => setMapOpen(true)} onConfirm={choose} />
      )}
      <FieldError id="report-place-error" error={errors.place} />
      {choosing && (
        <div className="stack stack--tight">
          <div className="report-place-ways">
            <Button icon="locate" busy={own.state === 'asking'} onClick={own.ask}>
              {t('ownPosition')}
            </Button>
            <Button icon="map" onClick={() => setMapOpen(true)}>
              {t('onMap')}
            </Button>
          </div>
          <LocatingLine state={state} />
          <PlaceSearch code={code} onChoose={choose} />
        </div>
      )}
      {mapOpen && (
        <Suspense fallback={null}>
          <PlaceMap code={code} place={draft.place} onChoose={choose} onClose={() => setMapOpen(false)} />
        </Suspense>
      )}
    </section>
  );
}

/** Measures by itself when the device lets us without asking, and never over what somebody chose. */
function useSilentPosition(code: string, report: Report): Locating {
  const { change } = report;
  const [present] = useState(() => report.draft.place);
  const found = useCallback(
    (place: ChosenPlace) => {
      if (betterThan(present, place.accuracyMetres ?? Infinity)) change({ place }, 'place');
    },
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- `change` is new each time and does the same
    [present],
  );
  const { state, ask } = useOwnPosition(code, found);
  useEffect(() => {
    if (present !== null && !present.proposed) return;
    void mayLocateSilently().then((may) => may && ask());
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- once, when the form opens
  }, [present]);
  return state === 'asking' ? 'asking' : 'idle';
}

function LocatingLine({ state }: { state: Locating }) {
  const t = useTexts(reportTexts);
  if (state === 'idle') return null;
  const texts = { asking: 'locating', refused: 'locateRefused', failed: 'locateFailed' } as const;
  return <output className="report-status muted">{t(texts[state])}</output>;
}

const kindTexts = {
  workplace: 'kindWorkplace',
  position: 'kindPosition',
  tapped: 'kindTapped',
  place: 'kindPlace',
  address: 'kindAddress',
  street: 'kindStreet',
  area: 'kindArea',
} as const;

function PlaceCard({ place, open, onOpen }: { place: ChosenPlace; open: boolean; onOpen: () => void }) {
  const t = useTexts(reportTexts);
  const note = () => {
    if (place.proposed && place.placement !== 'workplace') return t('proposedLast');
    return t(kindTexts[place.placement], { metres: place.accuracyMetres ?? 0 });
  };
  const measured = place.placement === 'position' || place.placement === 'tapped';
  const name =
    place.name === null
      ? t('pointOnMap')
      : measured
        ? t(place.within === true ? 'atPlace' : 'near', { name: place.name })
        : place.name;
  return (
    <div className="report-place">
      <Icon name="pin" size={28} />
      <p>
        <strong>{name}</strong>
        <span className="muted">{note()}</span>
      </p>
      <Button look="quiet" aria-expanded={open} onClick={onOpen}>
        {t('changePlace')}
      </Button>
    </div>
  );
}

interface DoubtProps {
  place: ChosenPlace;
  onMap: () => void;
  onConfirm: (place: ChosenPlace) => void;
}

/** A poor or an old position: one tap on the map makes it sure. */
function Doubt({ place, onMap, onConfirm }: DoubtProps) {
  const t = useTexts(reportTexts);
  const [opened] = useState(() => Date.now());
  const doubt = placeDoubt(place, opened);
  if (doubt === null) return null;
  return (
    <Notice
      tone="caution"
      action={
        <div className="row">
          <Button icon="map" onClick={onMap}>
            {t('onMap')}
          </Button>
          {doubt === 'old' && (
            <Button look="quiet" onClick={() => onConfirm({ ...place, at: Date.now(), proposed: false })}>
              {t('stillHere')}
            </Button>
          )}
        </div>
      }
    >
      <p>{t(doubt)}</p>
    </Notice>
  );
}
