import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { lazy, Suspense, useMemo, useRef, useState } from 'react';
import { PointingTools, usePointing } from '../findings/pointing.js';
import { baseMapQuery, type Bounds } from '../map/base-map.js';
import type { PickedPosition } from '../map/map-hits.js';
import { outlineBounds } from '../map/place-outline.js';
import { Button } from '../ui/button.js';
import { useTexts } from '../ui/language.js';
import { Page } from '../ui/page.js';
import { Sheet, type SheetHeight } from '../ui/sheet.js';
import { Skeleton } from '../ui/skeleton.js';
import { useFormat } from '../ui/use-format.js';
import { MapPanel } from './map-panel.js';
import type { MapPlace } from './map-search.js';
import { MapStage } from './map-stage.js';
import './map-print.css';
import './map-view.css';
import { mapViewTexts } from './texts.js';
import { ToolMenu } from './tool-menu.js';
import { toolTexts } from './tool-texts.js';
import { useMapData } from './use-map-data.js';
import { useMapSearch } from './use-map-search.js';
import { useMapKeys } from './use-map-keys.js';
import { usePresentation } from './use-presentation.js';
import { usePressed, type Pressed } from './use-pressed.js';

const covered: Record<SheetHeight, number> = { low: 0, middle: 0.46, high: 0 };

// What is not needed to see where, when and how much comes after the map.
const CompareStage = lazy(() => import('./compare-stage.js').then((part) => ({ default: part.CompareStage })));
const Explanation = lazy(() => import('../findings/explanation.js').then((part) => ({ default: part.Explanation })));
const LowerTools = lazy(() => import('./lower-tools.js').then((part) => ({ default: part.LowerTools })));
const PressedPart = lazy(() => import('./pressed-part.js').then((part) => ({ default: part.PressedPart })));
const MapKeysDialog = lazy(() => import('./map-keys-dialog.js').then((part) => ({ default: part.MapKeysDialog })));
const ViewsDialog = lazy(() => import('./views-dialog.js').then((part) => ({ default: part.ViewsDialog })));

/** Where, when, how much, compared with what: the map with its list; the address holds the whole view. */
export function MapPage() {
  const t = useTexts(mapViewTexts);
  const { code } = useParams({ from: '/signed-in/$code/karta' });
  const { search, change, open, returned } = useMapSearch();
  const [height, setHeight] = useState<SheetHeight>(search.jamfor === undefined ? 'middle' : 'low');
  const [viewsOpen, setViewsOpen] = useState(false);
  const data = useMapData(code, search);
  const baseMap = useQuery(baseMapQuery(code)).data;
  const pointing = usePointing(baseMap);
  const pressed = usePressed(search, data.filter);
  const above = useMemo(() => [...pressed.layers, ...pointing.layers], [pressed.layers, pointing.layers]);
  const root = useRef<HTMLDivElement>(null);
  const presentation = usePresentation(code, open, root);
  const [sight, setSight] = useState<Bounds | MapPlace | null>(null);
  // What was asked for last is where the map goes: a place of the list, a saved view, the back button.
  const [led, setLed] = useState(returned);
  if (led !== returned) {
    setLed(returned);
    setSight(returned);
  }
  // The two ways of showing the map have maps of their own, which begin where the address is.
  const comparing = search.jamfor !== undefined;
  const [compared, setCompared] = useState(comparing);
  if (compared !== comparing) {
    setCompared(comparing);
    setSight(null);
    if (comparing) setHeight('low');
  }

  const chosen = data.places.find(({ id }) => id === search.valt);
  const select = (id: string | null) => {
    const place = data.places.find((one) => one.id === id);
    if (place !== undefined) setSight(outlineBounds([place]));
    if (id !== null && height === 'low') setHeight('middle');
    pressed.close();
    change({ valt: id ?? undefined }, { remember: true });
  };
  const press = (what: Pressed) => {
    if (height === 'low') setHeight('middle');
    pressed.open(what);
  };
  const point = (position: PickedPosition) => {
    if (height === 'low') setHeight('middle');
    pointing.point(position);
  };
  const copy = async () => {
    const { copyMap } = await import('./map-picture.js');
    if (root.current !== null) await copyMap(root.current);
  };
  const keys = useMapKeys({
    root,
    search,
    change,
    onWhole: () => {
      if (baseMap !== undefined) setSight([...baseMap.bounds]);
    },
    onViews: () => setViewsOpen(true),
    onPresent: () => (presentation.on ? presentation.stop() : presentation.start()),
    onCopy: () => void copy(),
  });
  const wide = matchMedia('(min-width: 1024px)').matches;
  const part = { code, search, change, data };
  const menu = (
    <ToolMenu
      {...{ search, change }}
      onViews={() => setViewsOpen(true)}
      onPresent={presentation.start}
      onCopy={() => void copy()}
      onKeys={keys.list}
    />
  );
  const lower = <LowerTools {...part} folded={!wide} />;
  return (
    <Page title={t('title')} width="full">
      <div className="mapview" ref={root} data-present={presentation.on || undefined}>
        <div className="mapview-main">
          <Suspense fallback={<div className="mapview-wait" />}>
            {!comparing ? (
              <MapStage
                {...part}
                show={sight}
                coveredBelow={wide ? 0 : covered[height]}
                onSelect={select}
                onOpen={(hit) => press({ hit, view: data.tiles?.view ?? null, filter: null })}
                above={above}
                onPick={pointing.on ? point : undefined}
                onMoved={pointing.moved}
                tools={
                  <>
                    <PointingTools pointing={pointing} />
                    {menu}
                  </>
                }
              />
            ) : (
              <CompareStage {...part} show={sight} onSelect={select} onOpen={press} tools={menu} />
            )}
          </Suspense>
          <Suspense>{wide && lower}</Suspense>
          <Printed name={presentation.on ? presentation.name : ''} onStop={presentation.stop} />
        </div>
        <Sheet label={t('panel')} height={height} onHeight={setHeight}>
          <Suspense>{!wide && lower}</Suspense>
          {pointing.position !== null && data.run !== undefined && (
            <section className="mapview-asked">
              <Suspense fallback={<Skeleton lines={4} />}>
                <Explanation code={code} run={data.run.id} position={pointing.position} heading="h2" />
              </Suspense>
            </section>
          )}
          {pressed.now === null ? (
            <MapPanel {...{ code, data, search, change, select, chosen: chosen ?? null }} goTo={setSight} />
          ) : (
            <Suspense fallback={<Skeleton lines={6} />}>
              <PressedPart {...part} pressed={pressed.now} onClose={pressed.close} />
            </Suspense>
          )}
        </Sheet>
        <output className="visually-hidden">{keys.said}</output>
        <Suspense>
          {keys.listed && <MapKeysDialog on={keys.on} onChange={keys.setOn} onClose={keys.unlist} />}
          {viewsOpen && <ViewsDialog {...{ code, search }} open onClose={() => setViewsOpen(false)} onOpen={open} />}
        </Suspense>
      </div>
    </Page>
  );
}

/** What only paper and the whole screen show. */
function Printed({ name, onStop }: { name: string; onStop: () => void }) {
  const t = useTexts(toolTexts);
  const f = useFormat();
  const [now] = useState(() => new Date().toISOString());
  return (
    <>
      <p className="mapview-printed">{t('printed', { date: f.date(now) })}</p>
      <div className="mapview-presented">
        {name !== '' && <p className="mapview-presented-name">{name}</p>}
        <p>{t('presentHint')}</p>
        <Button icon="close" onClick={onStop}>
          {t('presentStop')}
        </Button>
      </div>
    </>
  );
}
