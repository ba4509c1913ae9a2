import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { baseMapQuery } from '../map/base-map.js';
import { MapView } from '../map/map-view.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { Skeleton } from '../ui/skeleton.js';
import { useTheme } from '../ui/theme.js';
import type { Review } from './review-api.js';
import { pairData, pairGroup, pointData, pointGroup, sightOf } from './review-layers.js';
import type { Words } from './use-words.js';

interface ReviewMapProps {
  code: string;
  items: readonly Review[];
  chosen: Review | null;
  onChoose: (id: string) => void;
  coveredBelow: number;
  words: Words;
}

/** The list as points; the chosen report with its possible duplicates as pairs, with distance and time between. */
export function ReviewMap({ code, items, chosen, onChoose, coveredBelow, words }: ReviewMapProps) {
  const theme = useTheme();
  const baseMap = useQuery(baseMapQuery(code));
  const points = useMemo(() => pointData(items), [items]);
  const { apart } = words;
  const pairs = useMemo(
    () => pairData(chosen, chosen?.twins.map((twin) => ({ ...twin, label: apart(twin) })) ?? []),
    // The words follow the language, which draws the page anew.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
    [chosen],
  );
  const layers = useMemo(
    () => [pairGroup(pairs, theme), pointGroup(points, chosen?.id ?? null, theme)],
    [pairs, points, chosen, theme],
  );
  const sight = useMemo(() => (chosen === null ? null : sightOf([chosen, ...chosen.twins])), [chosen]);
  if (baseMap.data === undefined)
    return (
      <div className="review-wait">
        {baseMap.error ? (
          <ErrorNotice error={baseMap.error} onRetry={() => void baseMap.refetch()} />
        ) : (
          <Skeleton shape="cards" lines={2} />
        )}
      </div>
    );
  return (
    <MapView
      label={words.t('mapLabel')}
      baseMap={baseMap.data}
      layers={layers}
      show={sight}
      coveredBelow={coveredBelow}
      onSelect={(hit) => {
        if (hit?.id) onChoose(hit.id);
      }}
      corner={<span>{words.t('corner', { count: items.length })}</span>}
    />
  );
}
