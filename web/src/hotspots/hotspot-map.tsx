import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { baseMapQuery } from '../map/base-map.js';
import { MapView } from '../map/map-view.js';
import { outlineBounds, outlineData, outlineLayers } from '../map/place-outline.js';
import { useTexts } from '../ui/language.js';
import { useTheme } from '../ui/theme.js';
import { useFormat } from '../ui/use-format.js';
import type { HotspotDetail } from './hotspot-api.js';
import { hotspotTexts } from './texts.js';

/** The place on the map, with what lies around it. */
export function HotspotMap({ code, hotspot }: { code: string; hotspot: HotspotDetail }) {
  const t = useTexts(hotspotTexts);
  const f = useFormat();
  const theme = useTheme();
  const baseMap = useQuery(baseMapQuery(code)).data;
  const layers = useMemo(
    () => [{ id: 'hotspots', data: outlineData([hotspot]), layers: outlineLayers('decided', theme) }],
    [hotspot, theme],
  );
  const [bounds] = useState(() => outlineBounds([hotspot]));
  const { periodFrom, periodTo, count } = hotspot.figures;
  return (
    <div className="hotspot-map">
      {baseMap !== undefined && (
        <MapView
          label={t('mapLabel', { name: hotspot.name })}
          baseMap={baseMap}
          layers={layers}
          show={bounds}
          corner={<span>{`${f.period(periodFrom, periodTo)} · ${t('corner', { count })}`}</span>}
        />
      )}
    </div>
  );
}
