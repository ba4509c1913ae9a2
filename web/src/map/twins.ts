import type { Map as MapLibreMap } from 'maplibre-gl';

/** Maps that show the same part of the world: when one moves, the others stand where it stands. */
export class MapTwins {
  private readonly maps = new Set<MapLibreMap>();
  private leader: MapLibreMap | null = null;

  /** Takes a map in; it goes at once to where the others are. Returns how to take it out. */
  join(map: MapLibreMap): () => void {
    const [other] = this.maps;
    if (other !== undefined) this.follow(other, map);
    this.maps.add(map);
    const lead = () => {
      // A map that is moved by another tells nobody.
      if (this.leader !== null) return;
      this.leader = map;
      for (const one of this.maps) if (one !== map) this.follow(map, one);
      this.leader = null;
    };
    map.on('move', lead);
    return () => {
      map.off('move', lead);
      this.maps.delete(map);
    };
  }

  private follow(from: MapLibreMap, to: MapLibreMap): void {
    const before = this.leader;
    this.leader = from;
    to.jumpTo({ center: from.getCenter(), zoom: from.getZoom() });
    this.leader = before;
  }
}
