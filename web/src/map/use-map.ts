import type { Map as MapLibreMap } from 'maplibre-gl';
import { useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react';
import type { Bounds } from './base-map.js';
import { makeMap, MapOwner, type MapPosition, type MapSettings } from './map-owner.js';

/** A map that has loaded, and the owner of what is on it. */
export interface LiveMap {
  map: MapLibreMap;
  owner: MapOwner;
}

/** Makes the map when its place is on the page and removes it with the place. What it begins with is not followed later. */
export function useMap(
  container: RefObject<HTMLElement | null>,
  settings: Omit<MapSettings, 'container'>,
): LiveMap | null {
  const [live, setLive] = useState<LiveMap | null>(null);
  const first = useRef(settings);
  useEffect(() => {
    if (container.current === null) return undefined;
    const map = makeMap({ container: container.current, ...first.current });
    map.once('load', () => setLive({ map, owner: new MapOwner(map) }));
    return () => {
      setLive(null);
      map.remove();
    };
  }, [container]);
  return live;
}

/** Pixels left free around what the page points at: buttons stand at the top and right, the scale at the bottom. */
const roomAround = { top: 128, right: 72, bottom: 72, left: 48 };

/** Keeps the middle of the map in the middle of what is seen, and goes where the page points: to hold all of an area, or to a view. */
export function useSight(map: MapLibreMap | null, show: Bounds | MapPosition | null, coveredBelow: number): void {
  useEffect(() => {
    map?.setPadding({ bottom: coveredBelow * map.getContainer().clientHeight });
  }, [map, coveredBelow]);
  useEffect(() => {
    if (map === null || show === null) return;
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    const duration = still ? 0 : 180;
    if ('zoom' in show) map.easeTo({ center: [show.longitude, show.latitude], zoom: show.zoom, duration });
    else map.fitBounds([...show], { padding: roomAround, maxZoom: 16.5, duration });
  }, [map, show]);
}

/** Tells where the map has come to rest, whether the user or the page has moved it. */
export function useMoves(map: MapLibreMap | null, onMove: ((position: MapPosition) => void) | undefined): void {
  // Kept apart, so that no move falls between one drawing of the page and the next.
  const latest = useRef(onMove);
  useLayoutEffect(() => {
    latest.current = onMove;
  });
  useLayoutEffect(() => {
    if (map === null) return undefined;
    const tell = () => {
      const { lng, lat } = map.getCenter();
      latest.current?.({
        longitude: Number(lng.toFixed(5)),
        latitude: Number(lat.toFixed(5)),
        zoom: Number(map.getZoom().toFixed(2)),
      });
    };
    map.on('moveend', tell);
    return () => void map.off('moveend', tell);
  }, [map]);
}

/** Copies the picture to a canvas that can be printed: what the graphics card has drawn is gone when the paper asks for it. */
export function usePaper(map: MapLibreMap | null, paper: RefObject<HTMLCanvasElement | null>): void {
  useEffect(() => {
    if (map === null) return undefined;
    const copy = () => {
      const to = paper.current;
      if (to === null) return;
      map.redraw();
      const from = map.getCanvas();
      [to.width, to.height] = [from.width, from.height];
      to.getContext('2d')?.drawImage(from, 0, 0);
    };
    // Whoever takes a picture of the map waits until nothing more is on its way.
    const rests = () => void (map.getContainer().dataset['rests'] = '');
    const works = () => delete map.getContainer().dataset['rests'];
    map.on('idle', rests);
    map.on('dataloading', works);
    addEventListener('beforeprint', copy);
    return () => {
      map.off('idle', rests);
      map.off('dataloading', works);
      removeEventListener('beforeprint', copy);
    };
  }, [map, paper]);
}
