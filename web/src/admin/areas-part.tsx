import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useMemo } from 'react';
import { problemOf } from '../api/problem.js';
import { baseMapQuery } from '../map/base-map.js';
import { Button } from '../ui/button.js';
import { EmptyState } from '../ui/empty-state.js';
import { ErrorNotice } from '../ui/error-notice.js';
import { FileDrop } from '../ui/file-drop.js';
import { currentLanguage, useTexts } from '../ui/language.js';
import { Notice } from '../ui/notice.js';
import { Skeleton } from '../ui/skeleton.js';
import { Table } from '../ui/table.js';
import { showToast } from '../ui/toast.js';
import { useFormat } from '../ui/use-format.js';
import { addAreas, areasQuery } from './admin-api.js';
import type { ShownArea } from './area-map.js';
import { areaOfFeature, type GeoJsonFeature } from './geojson-file.js';
import { adminTexts } from './texts.js';
import { useGeoJsonDrop } from './use-geojson-drop.js';

const AreaMap = lazy(async () => ({ default: (await import('./area-map.js')).AreaMap }));

/** The areas that can be drawn, of those in a file or from the API. */
function drawable(features: readonly GeoJsonFeature[]): ShownArea[] {
  return features.flatMap((feature) => {
    const area = areaOfFeature(feature);
    return typeof area === 'string' ? [] : [{ name: feature.name ?? '', geometry: area.geometry }];
  });
}

/** Areas as map and table, and more of them from a file that is shown before it is saved. */
export function AreasPart({ code }: { code: string }) {
  const t = useTexts(adminTexts);
  const f = useFormat();
  const areas = useQuery(areasQuery(code));
  const ground = useQuery(baseMapQuery(code)).data;
  const drop = useGeoJsonDrop();
  const features = areas.data?.features;
  const stored = useMemo(
    () => drawable((features ?? []).map((json) => ({ name: String(json.properties['name']), code: null, json }))),
    [features],
  );
  const inFile = useMemo(() => drawable(drop.content?.features ?? []), [drop.content]);
  const shown = inFile.length > 0 ? inFile : stored;
  return (
    <div className="stack stack--wide">
      <p className="muted">{t('areasLead')}</p>
      <ErrorNotice error={areas.error} onRetry={() => void areas.refetch()} />
      {areas.isPending && <Skeleton lines={6} />}
      <div className="admin-columns">
        <div className="stack">
          {features?.length === 0 && (
            <EmptyState icon="map" title={t('areas')}>
              {t('noAreas')}
            </EmptyState>
          )}
          {features !== undefined && features.length > 0 && (
            <Table
              caption={t('areas')}
              hideCaption
              rows={features}
              rowKey={({ properties }) => String(properties['id'])}
              columns={[
                { id: 'name', header: t('area'), rowHeader: true, cell: (row) => String(row.properties['name']) },
                {
                  id: 'population',
                  header: t('population'),
                  numeric: true,
                  cell: (row) =>
                    typeof row.properties['population'] === 'number' ? f.number(row.properties['population']) : '–',
                },
              ]}
            />
          )}
        </div>
        <div className="stack">
          {shown.length > 0 && ground !== undefined && (
            <Suspense fallback={<div className="admin-map" />}>
              <AreaMap label={t('areaMap')} areas={shown} ground={ground} />
            </Suspense>
          )}
          <AreaFile code={code} drop={drop} />
        </div>
      </div>
    </div>
  );
}

function AreaFile({ code, drop }: { code: string; drop: ReturnType<typeof useGeoJsonDrop> }) {
  const t = useTexts(adminTexts);
  const client = useQueryClient();
  const { content } = drop;
  const save = useMutation({
    mutationFn: () => addAreas(code, content?.json),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['areas', code] });
      drop.clear();
      showToast({ text: t('areasSaved'), tone: 'good' });
    },
  });
  const problem = save.error === null ? null : problemOf(save.error, currentLanguage());
  const fieldFault = problem?.errors?.[0]?.detail;
  return (
    <div className="stack">
      <FileDrop
        label={t('areaFile')}
        hint={t('areaFileHint')}
        accept=".geojson,.json"
        file={drop.file}
        onFile={(file) => {
          save.reset();
          drop.drop(file);
        }}
        error={drop.fault ?? fieldFault}
      />
      {fieldFault === undefined && <ErrorNotice error={problem} />}
      {content !== null && (
        <>
          {content.from !== null && (
            <Notice>
              <p>{t('reprojected', { system: systemName(content.from) })}</p>
            </Notice>
          )}
          <output>{t('areaPreview', { count: content.features.length })}</output>
          <div className="row">
            <Button look="primary" busy={save.isPending} onClick={() => save.mutate()}>
              {t('saveAreas')}
            </Button>
            <Button onClick={drop.clear}>{t('cancel')}</Button>
          </div>
        </>
      )}
    </div>
  );
}

/** `EPSG:3006` as people call it. */
export function systemName(system: string): string {
  return system === 'EPSG:3006' ? 'SWEREF 99 TM' : system;
}
