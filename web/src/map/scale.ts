/** Circumference of the Earth in metres, as the web's projection (EPSG:3857) counts. */
const circumference = 40_075_016.686;

/** Metres on the ground per pixel of the screen, at a latitude in degrees and a MapLibre zoom (tiles of 512 px). */
export function metresPerPixel(latitude: number, zoom: number): number {
  return (circumference * Math.cos((latitude * Math.PI) / 180)) / (512 * 2 ** zoom);
}

/** The longest round distance (1, 2 or 5 times a power of ten metres) that fits in `widest` pixels. */
export function scaleBar(metresEachPixel: number, widest: number): { metres: number; pixels: number } {
  const room = metresEachPixel * widest;
  const power = 10 ** Math.floor(Math.log10(room));
  const metres = ([5, 2, 1].find((step) => step * power <= room) ?? 1) * power;
  return { metres, pixels: metres / metresEachPixel };
}
