import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { AreaDrawer } from '../map/area-drawer.js';
import { baseMapQuery } from '../map/base-map.js';
import { areaOfCorners, type Corners } from '../map/drawn-area.js';
import { useTexts } from '../ui/language.js';
import type { NewPicture } from './meeting-parts-api.js';
import { meetingTexts } from './texts.js';

interface DrawnPlaceProps {
  code: string;
  /** The area so far; `null` while the corners are none. */
  onArea: (polygon: NewPicture['polygon']) => void;
}

/** A small map to draw the area on that the police tells of. */
export function DrawnPlace({ code, onArea }: DrawnPlaceProps) {
  const t = useTexts(meetingTexts);
  const baseMap = useQuery(baseMapQuery(code)).data;
  const [corners, setCorners] = useState<Corners>([]);
  if (baseMap === undefined) return null;
  const change = (next: Corners) => {
    setCorners(next);
    const area = areaOfCorners(next);
    onArea(area.ok ? { ...area.geometry } : null);
  };
  return (
    <div className="meeting-drawer">
      <AreaDrawer label={t('drawArea')} baseMap={baseMap} value={corners} onChange={change} />
    </div>
  );
}
