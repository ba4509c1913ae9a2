import type { Map as MapLibreMap } from 'maplibre-gl';
import { useEffect, useState, type ReactNode } from 'react';
import { IconButton } from '../ui/button.js';
import { useTexts } from '../ui/language.js';
import { showToast } from '../ui/toast.js';
import { useFormat } from '../ui/use-format.js';
import type { Bounds } from './base-map.js';
import { metresPerPixel, scaleBar } from './scale.js';
import { mapTexts } from './texts.js';

interface MapControlsProps {
  map: MapLibreMap;
  bounds: Bounds;
  attribution: string;
  corner: ReactNode;
}

/** Buttons to the right, scale and sources below: what a map needs to explain itself. */
export function MapControls({ map, bounds, attribution, corner }: MapControlsProps) {
  const t = useTexts(mapTexts);
  const still = () => (matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 180);

  const locate = () => {
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => map.easeTo({ center: [coords.longitude, coords.latitude], zoom: 16, duration: still() }),
      (error) =>
        showToast({ text: t(error.code === error.PERMISSION_DENIED ? 'locateRefused' : 'locateFailed'), tone: 'bad' }),
      { enableHighAccuracy: true, timeout: 10_000, maximumAge: 30_000 },
    );
  };

  return (
    <>
      <div className="map-buttons">
        <IconButton
          look="secondary"
          icon="plus"
          label={t('zoomIn')}
          onClick={() => map.zoomIn({ duration: still() })}
        />
        <IconButton
          look="secondary"
          icon="minus"
          label={t('zoomOut')}
          onClick={() => map.zoomOut({ duration: still() })}
        />
        <IconButton look="secondary" icon="locate" label={t('locate')} onClick={locate} />
        <IconButton
          look="secondary"
          icon="map"
          label={t('whole')}
          onClick={() => map.fitBounds([...bounds], { padding: 24, duration: still() })}
        />
      </div>
      <div className="map-corner">
        {corner !== undefined && <div className="map-figures">{corner}</div>}
        <Scale map={map} />
        <span className="map-sources">{attribution}</span>
      </div>
    </>
  );
}

const widestScale = 112;

function scaleOf(map: MapLibreMap): { metres: number; pixels: number } {
  return scaleBar(metresPerPixel(map.getCenter().lat, map.getZoom()), widestScale);
}

function Scale({ map }: { map: MapLibreMap }) {
  const f = useFormat();
  const [scale, setScale] = useState(() => scaleOf(map));
  useEffect(() => {
    const update = () => setScale(scaleOf(map));
    map.on('move', update);
    return () => void map.off('move', update);
  }, [map]);
  return (
    <span className="map-scale" style={{ inlineSize: `${scale.pixels}px` }}>
      {f.distance(scale.metres)}
    </span>
  );
}
