import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { baseMapQuery } from '../map/base-map.js';
import { PlacePicker } from '../map/place-picker.js';
import { Button } from '../ui/button.js';
import { DateField, TimeField } from '../ui/text-field.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { Skeleton } from '../ui/skeleton.js';
import type { LocalTime } from './local-time.js';
import type { Words } from './use-words.js';

type Position = readonly [number, number];

/** When and where, as they are corrected. */
export interface WhenWhere {
  readonly from: LocalTime;
  readonly to: LocalTime;
  /** Pointed out anew; `null`: as it was. */
  readonly moved: Position | null;
}

interface CorrectWhenWhereProps {
  code: string;
  /** Where it is now. */
  at: Position | null;
  value: WhenWhere;
  fault: string | undefined;
  onChange: (value: WhenWhere) => void;
  words: Words;
}

/** Time in two fields each, and the place on a map that opens when it is asked for. */
export function CorrectWhenWhere({ code, at, value, fault, onChange, words: { t } }: CorrectWhenWhereProps) {
  const [mapOpen, setMapOpen] = useState(false);
  return (
    <>
      <div className="field-pair">
        <DateField label={t('fromDay')} error={fault} value={value.from.date} onChange={({ target }) => onChange({ ...value, from: { ...value.from, date: target.value } })} />
        <TimeField label={t('fromClock')} value={value.from.time} onChange={({ target }) => onChange({ ...value, from: { ...value.from, time: target.value } })} />
      </div>
      <div className="field-pair">
        <DateField label={t('toDay')} optional value={value.to.date} onChange={({ target }) => onChange({ ...value, to: { ...value.to, date: target.value } })} />
        <TimeField label={t('toClock')} optional value={value.to.time} onChange={({ target }) => onChange({ ...value, to: { ...value.to, time: target.value } })} />
      </div>
      {mapOpen ? (
        <PlaceMap code={code} at={value.moved ?? at} onMove={(moved) => onChange({ ...value, moved })} label={t('movePlace')} />
      ) : (
        <div>
          <Button icon="map" onClick={() => setMapOpen(true)}>
            {t('movePlace')}
          </Button>
        </div>
      )}
    </>
  ); // prettier-ignore
}

interface PlaceMapProps {
  code: string;
  at: Position | null;
  label: string;
  onMove: (position: Position) => void;
}

function PlaceMap({ code, at, label, onMove }: PlaceMapProps) {
  const { data, error, refetch } = useQuery(baseMapQuery(code));
  return (
    <div className="review-place-map">
      <ErrorNotice error={error} onRetry={() => void refetch()} />
      {data === undefined && error === null && <Skeleton />}
      {data !== undefined && (
        <PlacePicker label={label} baseMap={data} value={at} onChange={([longitude, latitude]) => onMove([longitude, latitude])} />
      )}
    </div>
  ); // prettier-ignore
}
