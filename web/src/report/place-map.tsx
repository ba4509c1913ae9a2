import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { baseMapQuery } from '../map/base-map.js';
import { PlacePicker } from '../map/place-picker.js';
import { Button } from '../ui/button.js';
import { Dialog } from '../ui/dialog.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { useTexts } from '../ui/language.js';
import { Skeleton } from '../ui/skeleton.js';
import { placesNear } from './report-api.js';
import { useKeptNames } from './use-kept-names.js';
import { nameNear, type ChosenPlace } from './report-place.js';
import { reportTexts } from './texts.js';

interface PlaceMapProps {
  code: string;
  place: ChosenPlace | null;
  onChoose: (place: ChosenPlace) => void;
  onClose: () => void;
}

/** The map in a sheet: press where it happened, and use it. */
export function PlaceMap({ code, place, onChoose, onClose }: PlaceMapProps) {
  const t = useTexts(reportTexts);
  const { data: baseMap, error, refetch } = useQuery(baseMapQuery(code));
  const [picked, setPicked] = useState<readonly [number, number] | null>(place?.position ?? null);
  const [moved, setMoved] = useState(false);
  const kept = useKeptNames(code);
  const use = async () => {
    if (picked === null) return;
    const near = nameNear(await placesNear(code, picked, kept));
    onChoose({
      placement: 'tapped',
      name: near?.name ?? null,
      within: near?.at ?? false,
      position: picked,
      accuracyMetres: null,
      placeId: null,
      at: Date.now(),
      proposed: false,
    });
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('mapTitle')}
      actions={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button look="primary" disabled={!moved} onClick={() => void use()}>
            {t('mapDone')}
          </Button>
        </>
      }
    >
      <ErrorNotice error={error} onRetry={() => void refetch()} />
      <div className="report-map">
        {baseMap === undefined && error === null && <Skeleton />}
        {baseMap !== undefined && (
          <PlacePicker
            label={t('mapLabel')}
            baseMap={baseMap}
            value={picked}
            onChange={(position) => {
              setPicked(position);
              setMoved(true);
            }}
          />
        )}
      </div>
    </Dialog>
  );
}
