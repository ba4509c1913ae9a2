import { boundsOf, containment } from '../geo/polygon.js';
import { plainWords } from '../imports/cell.js';
import { type FeatureFile, type FileFeature, propertyText } from '../imports/file-feature.js';
import { pointOf, polygonsOf } from './register-record.js';

/** What SCB and its tables call the number of residents of a square. */
const residentColumns = /^(?:beftotalt|bef totalt|befolkning|population|totalt|antal|bef|pop)$/;

/** West, south, east, north of all areas of a file in metres; null when it has none. */
export function boundsOfFile(file: FeatureFile): readonly [number, number, number, number] | null {
  const bounds = file.features.map((feature) => boundsOf(polygonsOf(feature) ?? [])).filter((box) => box !== undefined);
  if (bounds.length === 0) return null;
  const least = (pick: (box: (typeof bounds)[number]) => number) => Math.min(...bounds.map(pick));
  const most = (pick: (box: (typeof bounds)[number]) => number) => Math.max(...bounds.map(pick));
  return [least((box) => box.minX), least((box) => box.minY), most((box) => box.maxX), most((box) => box.maxY)];
} // prettier-ignore

/**
 * The areas with a column `befolkning`: the residents of the squares whose middles lie in each. A square on a border
 * counts where its middle is, so a small area's number is rough; the sum over the municipality is right.
 */
export function withResidents(areas: FeatureFile, squares: FeatureFile): FeatureFile {
  const column = squares.columns.find((name) => residentColumns.test(plainWords(name)));
  if (column === undefined) return areas;
  const counted = areas.features.map((feature) => {
    const polygons = polygonsOf(feature) ?? [];
    return { feature, holds: containment(polygons), bounds: boundsOf(polygons), residents: 0 };
  });
  for (const square of squares.features) {
    const middle = pointOf(square);
    const residents = Number(propertyText(square.properties[column]));
    if (!middle || !Number.isFinite(residents)) continue;
    const home = counted.find(({ bounds, holds }) => bounds !== undefined && holds(middle));
    if (home) home.residents += residents;
  }
  const features = counted.map(({ feature, residents }): FileFeature => ({
    ...feature,
    properties: { ...feature.properties, befolkning: residents },
  }));
  return { ...areas, columns: [...areas.columns, 'befolkning'], features };
}
