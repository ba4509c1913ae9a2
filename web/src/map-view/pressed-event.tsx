import type { FeatureCollection, Position as Corner } from 'geojson';
import { polygonsContain, type MetresMultiPolygon } from '../../../api/src/geo/polygon.js';
import { toMetres, type Position } from '../../../api/src/geo/projection.js';
import type { CountHit, PickedPosition } from '../map/map-hits.js';
import { DescriptionList } from '../ui/description-list.js';
import { useTexts } from '../ui/language.js';
import { StatusTag, type StatusTone } from '../ui/status-tag.js';
import { useFormat } from '../ui/use-format.js';
import { panelTexts } from './panel-texts.js';
import { pressedTexts } from './pressed-texts.js';

export type PressedEvent = CountHit['counted'][number];

/** Events of tiles say their day only, counted from 1970. */
export function momentIn({ properties: { from, day } }: PressedEvent): { at: string; wholeDay: boolean } {
  if (typeof from === 'string') return { at: from, wholeDay: false };
  return { at: new Date(Number(day) * 86_400_000).toISOString().slice(0, 10), wholeDay: true };
}

const tones: Readonly<Record<string, StatusTone>> = { 1: 'neutral', 2: 'caution', 3: 'bad' };

/** How grave, as a word and a shape. */
export function SeverityTag({ event: { properties } }: { event: PressedEvent }) {
  const t = useTexts(panelTexts);
  const level = String(Number(properties['severity'] ?? 0));
  const tone = tones[level];
  return tone === undefined ? t('severity0') : <StatusTag tone={tone}>{t(`severity${level as '1'}`)}</StatusTag>;
}

function ringsOf(coordinates: unknown): MetresMultiPolygon[number] {
  return (coordinates as Corner[][]).map((ring) =>
    ring.map((corner) => {
      const { x, y } = toMetres(corner as unknown as Position);
      return [x, y] as const;
    }),
  );
}

/** Name of the area that a place lies in; `null` outside them all. */
function areaAt(shapes: unknown, position: PickedPosition): string | null {
  const place = toMetres(position);
  const found = (shapes as FeatureCollection | undefined)?.features.find(({ geometry }) => {
    if (geometry.type === 'Polygon') return polygonsContain([ringsOf(geometry.coordinates)], place);
    return geometry.type === 'MultiPolygon' && polygonsContain(geometry.coordinates.map(ringsOf), place);
  });
  const name: unknown = found?.properties?.['name'];
  return typeof name === 'string' ? name : null;
}

interface FactsProps {
  event: PressedEvent;
  position: PickedPosition;
  /** The municipality's areas as GeoJSON. */
  areas: unknown;
}

/** What everybody who sees the map may know of one event. */
export function EventFacts({ event, position, areas }: FactsProps) {
  const t = useTexts(pressedTexts);
  const panel = useTexts(panelTexts);
  const f = useFormat();
  const { source, crimes, reviewed } = event.properties;
  const { at, wholeDay } = momentIn(event);
  const area = areaAt(areas, position);
  return (
    <DescriptionList
      facts={[
        { term: t('when'), value: wholeDay ? f.date(at, 'weekday') : f.dateTime(at) },
        ...(area === null ? [] : [{ term: t('area'), value: area }]),
        { term: t('severity'), value: <SeverityTag event={event} /> },
        { term: t('source'), value: panel(source === 'report' || source === 'police' ? source : 'external') },
        ...(Number(crimes) > 1 ? [{ term: t('crimes'), value: f.number(Number(crimes)) }] : []),
        ...(reviewed === false ? [{ term: t('review'), value: t('notReviewed') }] : []),
      ]}
    />
  );
}
