import type { LayerName } from './map-search.js';

/** What a layer looks like on the map, small, beside its word. */
export function LayerSwatch({ name }: { name: LayerName | 'found' | 'drawn' | 'normal' | 'raised' | 'serious' }) {
  return <span className="mapview-swatch" data-layer={name} aria-hidden />;
}
