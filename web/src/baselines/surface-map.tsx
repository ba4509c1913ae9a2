import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { baseMapQuery } from '../map/base-map.js';
import { MapView } from '../map/map-view.js';
import { useTexts } from '../ui/language.js';
import { useTheme } from '../ui/theme.js';
import type { BaselinePreview } from './baseline-api.js';
import { frameOf, surfaceLayer } from './surface-layer.js';
import { baselineTexts } from './texts.js';

/** A small map of where people are. */
export function SurfaceMap({
  code,
  name,
  surface,
}: {
  code: string;
  name: string;
  surface: BaselinePreview['surface'];
}) {
  const t = useTexts(baselineTexts);
  const theme = useTheme();
  const baseMap = useQuery(baseMapQuery(code)).data;
  const layers = useMemo(() => [surfaceLayer(surface, theme)], [surface, theme]);
  const frame = useMemo(() => frameOf(surface), [surface]);
  return (
    <div className="baseline-map">
      {baseMap && (
        <MapView
          label={t('surfaceTitle', { name })}
          baseMap={baseMap}
          layers={layers}
          show={frame}
          corner={<span>{t('surfaceCorner')}</span>}
        />
      )}
    </div>
  );
}
