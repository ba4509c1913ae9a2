import { useQuery } from '@tanstack/react-query';
import type { Feature } from 'geojson';
import { useMemo, useRef, useState } from 'react';
import { baseMapQuery } from '../map/base-map.js';
import type { GroupLayer, LayerGroup } from '../map/layer-group.js';
import { MapView, type MapPosition } from '../map/map-view.js';
import { outlineBounds, outlineData, outlineLayers, type OutlinedPlace } from '../map/place-outline.js';
import { Button } from '../ui/button.js';
import { useTexts } from '../ui/language.js';
import { useTheme } from '../ui/theme.js';
import { drawTexts } from './draw-texts.js';
import type { Corner } from './drawing.js';
import './draw.css';

interface DrawMapProps {
  code: string;
  corners: readonly Corner[];
  onCorners: (corners: readonly Corner[]) => void;
  /** Where the outline crosses itself. */
  crossing?: Corner | null;
  /** Hot spots that are there already. */
  shown?: readonly OutlinedPlace[];
  /** A line, not an area. */
  open?: boolean;
}

const layers: readonly GroupLayer[] = [
  { id: 'fill', type: 'fill', filter: ['==', ['geometry-type'], 'Polygon'] as never, paint: { 'fill-color': '#0c5f6b', 'fill-opacity': 0.14 } },
  { id: 'casing', type: 'line', filter: ['!=', ['geometry-type'], 'Point'] as never, paint: { 'line-color': '#ffffff', 'line-width': 5 } },
  { id: 'line', type: 'line', filter: ['!=', ['geometry-type'], 'Point'] as never, paint: { 'line-color': '#0c5f6b', 'line-width': 2.5 } },
  { id: 'corner', type: 'circle', filter: ['==', ['get', 'kind'], 'corner'] as never, paint: { 'circle-radius': 9, 'circle-color': '#0c5f6b', 'circle-stroke-color': '#ffffff', 'circle-stroke-width': 2 } },
  { id: 'number', type: 'symbol', filter: ['==', ['get', 'kind'], 'corner'] as never, layout: { 'text-field': ['get', 'number'], 'text-font': ['"Source Sans 3"', 'Semibold'], 'text-size': 12, 'text-allow-overlap': true }, paint: { 'text-color': '#ffffff' } },
  { id: 'crossing', type: 'circle', filter: ['==', ['get', 'kind'], 'crossing'] as never, paint: { 'circle-radius': 14, 'circle-color': '#a3211f', 'circle-opacity': 0.25, 'circle-stroke-color': '#a3211f', 'circle-stroke-width': 3 } },
]; // prettier-ignore

/** More corners than this are a circle: they are not numbered. */
const numbered = 20;

/** Presses on the map put corners; with the keyboard the map is moved and a corner put in its middle. */
export function DrawMap({ code, corners, onCorners, crossing = null, shown = [], open = false }: DrawMapProps) {
  const t = useTexts(drawTexts);
  const theme = useTheme();
  const baseMap = useQuery(baseMapQuery(code)).data;
  const middle = useRef<MapPosition | null>(null);
  const groups = useMemo((): LayerGroup[] => {
    const features = featuresOf(corners, { crossing, open });
    return [
      { id: 'hotspots', data: outlineData(shown), layers: outlineLayers('decided', theme) },
      { id: 'drawing', data: { type: 'FeatureCollection', features }, layers },
    ];
  }, [corners, crossing, open, shown, theme]);
  const [bounds] = useState(() => (open ? outlineBounds(shown) : null));
  if (baseMap === undefined) return <div className="draw-map" />;
  const put = (longitude: number, latitude: number) =>
    onCorners([...corners, [Number(longitude.toFixed(6)), Number(latitude.toFixed(6))]]);
  const putInMiddle = () => {
    const [west, south, east, north] = bounds ?? baseMap.bounds;
    const at = middle.current ?? { longitude: (west + east) / 2, latitude: (south + north) / 2 };
    put(at.longitude, at.latitude);
  };
  return (
    <div className="draw-map">
      <MapView
        label={t('mapLabel')}
        baseMap={baseMap}
        layers={groups}
        show={bounds}
        onPick={([longitude, latitude]) => put(longitude, latitude)}
        onMove={(to) => {
          middle.current = to;
        }}
      >
        <Button className="map-middle" onClick={putInMiddle}>
          {t('putInMiddle')}
        </Button>
      </MapView>
    </div>
  );
}

function featuresOf(corners: readonly Corner[], { crossing, open }: { crossing: Corner | null; open: boolean }) {
  const line = corners.map((corner) => [...corner]);
  const features: Feature[] = [];
  const add = (geometry: Feature['geometry'], properties: Record<string, string>) =>
    features.push({ type: 'Feature', properties, geometry });
  if (line.length >= 3 && !open) add({ type: 'Polygon', coordinates: [[...line, line[0]!]] }, { kind: 'area' });
  else if (line.length >= 2) add({ type: 'LineString', coordinates: line }, { kind: 'line' });
  if (corners.length <= numbered)
    corners.forEach((corner, index) =>
      add({ type: 'Point', coordinates: [...corner] }, { kind: 'corner', number: String(index + 1) }),
    );
  if (crossing !== null) add({ type: 'Point', coordinates: [...crossing] }, { kind: 'crossing' });
  return features;
}
