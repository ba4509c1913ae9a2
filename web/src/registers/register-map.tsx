import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { baseMapQuery } from '../map/base-map.js';
import { MapView } from '../map/map-view.js';
import { frameOf, previewLayer } from '../map/preview-points.js';
import { useTexts } from '../ui/language.js';
import { useTheme } from '../ui/theme.js';
import { registerTexts } from './texts.js';

/** A small map of where the rows of a register lie. */
export function RegisterMap({ code, points }: { code: string; points: readonly (readonly number[])[] }) {
  const t = useTexts(registerTexts);
  const shade = useTheme();
  const baseMap = useQuery(baseMapQuery(code)).data;
  const layers = useMemo(() => [previewLayer(points, shade)], [points, shade]);
  const frame = useMemo(() => frameOf(points), [points]);
  return (
    <div className="register-map">
      {baseMap && <MapView label={t('mapTitle')} baseMap={baseMap} layers={layers} show={frame} />}
    </div>
  );
}
