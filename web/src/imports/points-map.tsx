import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { baseMapQuery } from '../map/base-map.js';
import { MapView } from '../map/map-view.js';
import { useTexts } from '../ui/language.js';
import { useTheme } from '../ui/theme.js';
import { frameOf, previewLayer } from '../map/preview-points.js';
import { importTexts } from './texts.js';

/** A small map of where the rows fall; rows whose place is removed are not on it. */
export function PointsMap({ code, points }: { code: string; points: readonly (readonly number[])[] }) {
  const t = useTexts(importTexts);
  const shade = useTheme();
  const baseMap = useQuery(baseMapQuery(code)).data;
  const layers = useMemo(() => [previewLayer(points, shade)], [points, shade]);
  const frame = useMemo(() => frameOf(points), [points]);
  return (
    <div className="import-map">
      {baseMap && (
        <MapView
          label={t('mapTitle')}
          baseMap={baseMap}
          layers={layers}
          show={frame}
          corner={<span>{t('mapCorner', { count: points.length })}</span>}
        />
      )}
    </div>
  );
}
