import { useState, type RefObject } from 'react';
import { useTexts } from '../ui/language.js';
import { useKeysSetting, useSingleKeys, type KeyTable } from '../ui/single-keys.js';
import { layerNames, layersOf, toggledLayers, type LayerName, type MapSearch } from './map-search.js';
import { mapViewTexts } from './texts.js';
import { toolTexts } from './tool-texts.js';
import type { ChangeSearch } from './use-map-search.js';

/** A layer's name in the list of layers. */
export function useLayerName(): (name: LayerName) => string {
  const t = useTexts(mapViewTexts);
  const tools = useTexts(toolTexts);
  return (name) =>
    name === 'rutor' || name === 'rutor100' || name === 'register' || name === 'atgarder' ? tools(name) : t(name);
}

interface KeysOptions {
  root: RefObject<HTMLElement | null>;
  search: MapSearch;
  change: ChangeSearch;
  onWhole: () => void;
  onViews: () => void;
  onPresent: () => void;
  onCopy: () => void;
}

/** Single keys of the map: the layers by their number in the list, and the tools. What has a button presses it. */
export function useMapKeys({ root, search, change, onWhole, onViews, onPresent, onCopy }: KeysOptions) {
  const t = useTexts(toolTexts);
  const nameOf = useLayerName();
  const [on, setOn] = useKeysSetting('map');
  const [listed, setListed] = useState(false);
  const [said, setSaid] = useState('');
  const press = (selector: string) => () => root.current?.querySelector<HTMLButtonElement>(selector)?.click();
  const toggle = (name: LayerName) => () => {
    const layers = toggledLayers(search, name);
    setSaid(t(layersOf(layers === undefined ? {} : { lager: layers }).includes(name) ? 'layerOn' : 'layerOff', { layer: nameOf(name) })); // prettier-ignore
    change({ lager: layers });
  };
  const table: KeyTable = {
    ...Object.fromEntries(layerNames.map((name, index) => [String(index + 1), toggle(name)])),
    j: press('[aria-keyshortcuts=j]'),
    k: press('[aria-keyshortcuts=k]'),
    p: press('[aria-keyshortcuts=p]'),
    v: press('[aria-keyshortcuts=v]'),
    f: press('.mapview-filters > button'),
    d: () => change({ jamfor: search.jamfor === undefined ? 'fjol' : undefined, visning: undefined }),
    n: () => change({ timmar: search.timmar === undefined ? 'visa' : undefined }),
    t: () => change({ flik: search.flik === 'tabeller' ? undefined : 'tabeller', valt: undefined }),
    o: onWhole,
    h: onPresent,
    s: onViews,
    b: onCopy,
    '?': () => setListed(true),
  };
  useSingleKeys(table, on);
  return { on, setOn, listed, list: () => setListed(true), unlist: () => setListed(false), said };
}
