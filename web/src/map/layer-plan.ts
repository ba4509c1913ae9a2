import type { LayerSpecification } from 'maplibre-gl';

/** One step that brings the map's layers from what they are to what they should be. */
export type LayerStep =
  | { do: 'remove'; id: string }
  | { do: 'add'; layer: LayerSpecification; before: string | undefined }
  | { do: 'move'; id: string; before: string | undefined }
  | { do: 'paint'; id: string; name: string; value: unknown }
  | { do: 'layout'; id: string; name: string; value: unknown }
  | { do: 'filter'; id: string; value: unknown }
  | { do: 'zoom'; id: string; from: number; to: number };

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

function sourceOf(layer: LayerSpecification): string | undefined {
  return 'source' in layer && typeof layer.source === 'string' ? layer.source : undefined;
}

function propertySteps(kind: 'paint' | 'layout', before: LayerSpecification, after: LayerSpecification): LayerStep[] {
  const old: Record<string, unknown> = { ...before[kind] };
  const wanted: Record<string, unknown> = { ...after[kind] };
  const names = [...new Set([...Object.keys(old), ...Object.keys(wanted)])];
  return names
    .filter((name) => !same(old[name], wanted[name]))
    .map((name) => ({ do: kind, id: after.id, name, value: wanted[name] }));
}

function changeSteps(before: LayerSpecification, after: LayerSpecification): LayerStep[] {
  const filterOf = (layer: LayerSpecification) => ('filter' in layer ? layer.filter : undefined);
  const steps = [...propertySteps('layout', before, after), ...propertySteps('paint', before, after)];
  if (!same(filterOf(before), filterOf(after))) steps.push({ do: 'filter', id: after.id, value: filterOf(after) });
  if (before.minzoom !== after.minzoom || before.maxzoom !== after.maxzoom) {
    steps.push({ do: 'zoom', id: after.id, from: after.minzoom ?? 0, to: after.maxzoom ?? 24 });
  }
  return steps;
}

/**
 * The fewest steps of MapLibre's public API that turn the layers shown now into the wanted ones, in order.
 * A layer that changes its type or source is made anew.
 */
export function planLayers(
  shown: readonly LayerSpecification[],
  wanted: readonly LayerSpecification[],
): readonly LayerStep[] {
  const wantedById = new Map(wanted.map((layer) => [layer.id, layer]));
  const kept = shown.filter((layer) => {
    const next = wantedById.get(layer.id);
    return next !== undefined && next.type === layer.type && sourceOf(next) === sourceOf(layer);
  });
  const keptIds = new Set(kept.map((layer) => layer.id));
  const steps: LayerStep[] = shown
    .filter((layer) => !keptIds.has(layer.id))
    .map((layer) => ({ do: 'remove', id: layer.id }));

  const order = kept.map((layer) => layer.id);
  for (let at = wanted.length - 1; at >= 0; at -= 1) {
    const layer = wanted[at];
    if (layer === undefined) continue;
    const before = wanted[at + 1]?.id;
    const place = order.indexOf(layer.id);
    if (place >= 0 && order[place + 1] === before) continue;
    if (place >= 0) {
      order.splice(place, 1);
      steps.push({ do: 'move', id: layer.id, before });
    } else {
      steps.push({ do: 'add', layer, before });
    }
    order.splice(before === undefined ? order.length : order.indexOf(before), 0, layer.id);
  }
  for (const before of kept) {
    const after = wantedById.get(before.id);
    if (after !== undefined) steps.push(...changeSteps(before, after));
  }
  return steps;
}
