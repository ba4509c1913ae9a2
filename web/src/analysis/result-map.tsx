import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { Explanation } from '../findings/explanation.js';
import type { AnalysisRun } from '../findings/findings-api.js';
import { PointingTools, usePointing } from '../findings/pointing.js';
import { baseMapQuery, type Bounds } from '../map/base-map.js';
import { MapView } from '../map/map-view.js';
import { useTexts } from '../ui/language.js';
import { useTheme } from '../ui/theme.js';
import { useFormat } from '../ui/use-format.js';
import { resultBounds, resultGroups } from './result-layers.js';
import { analysisTexts } from './texts.js';

interface ResultMapProps {
  code: string;
  run: AnalysisRun;
  chosen: number | null;
  hidden: ReadonlySet<string>;
  choose: (row: number | null) => void;
}

/** The answer on the map, its numbers the rows of the table; for places also "Varför inte här?". */
export function ResultMap({ code, run, chosen, hidden, choose }: ResultMapProps) {
  const t = useTexts(analysisTexts);
  const f = useFormat();
  const theme = useTheme();
  const baseMap = useQuery(baseMapQuery(code)).data;
  const pointing = usePointing(baseMap);
  const groups = useMemo(() => resultGroups(run, { theme, chosen, hidden }), [run, theme, chosen, hidden]);
  const layers = useMemo(() => [...groups, ...pointing.layers], [groups, pointing.layers]);
  const sight = useSightOf(run, chosen);
  const explains = run.question === 'places';
  return (
    <div className="stack analysis-seen">
      <div className="analysis-map">
        {baseMap !== undefined && (
          <MapView
            label={t('map', { question: t(run.question) })}
            baseMap={baseMap}
            layers={layers}
            show={sight}
            onMove={pointing.moved}
            onPick={pointing.on ? pointing.point : undefined}
            onSelect={(hit) => choose(hit === null ? null : rowOf(hit.id))}
            corner={<span>{t('corner', { period: f.period(run.periodFrom, run.periodTo), count: run.clustered })}</span>}
          >
            {explains && <PointingTools pointing={pointing} />}
          </MapView>
        )}
      </div>
      {pointing.position !== null && (
        <div className="card">
          <Explanation code={code} run={run.id} position={pointing.position} heading="h2" />
        </div>
      )}
    </div>
  );
} // prettier-ignore

function rowOf(id: string): number | null {
  return /^\d+$/.test(id) ? Number(id) : null;
}

/** All of the answer at first, then what is chosen; a new object each time the map should go there. */
function useSightOf(run: AnalysisRun, chosen: number | null): Bounds | null {
  const [whole] = useState(() => resultBounds(run));
  return useMemo(() => (chosen === null ? whole : resultBounds(run, chosen)), [run, chosen, whole]);
}
