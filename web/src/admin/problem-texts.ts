import { defineTexts } from '../ui/language.js';

/** What is wrong with a boundary, said before it is sent; the same sentences as the API's `boundary-…`. */
export const problemTexts = defineTexts('admin-problems', {
  sv: {
    'not-json': 'Filen går inte att läsa som GeoJSON. Exportera den på nytt som GeoJSON, till exempel i QGIS.',
    'not-geojson': 'Filen är JSON men inte GeoJSON. Exportera kartskiktet på nytt och välj formatet GeoJSON.',
    'wrong-type': 'Här finns en punkt eller en linje, men det behövs en yta. Exportera skiktet med ytor (polygoner).',
    empty: 'Det finns ingen yta i filen. Kontrollera att skiktet inte är tomt eller bortfiltrerat när du exporterar.',
    'several-features': 'Filen innehåller flera ytor. Välj den som är kommunens gräns.',
    'bad-position': 'En koordinat är inte två tal. Exportera filen på nytt.',
    'swapped-coordinates':
      'Latitud och longitud har bytt plats. Exportera med longitud (öst) först, så som GeoJSON ska vara.',
    'outside-sweden':
      'Koordinaterna hamnar utanför Sverige. Exportera i WGS 84 (EPSG:4326) eller SWEREF 99 TM (EPSG:3006).',
    'too-few-corners': 'En yta har färre än tre hörn. Rita om den och exportera på nytt.',
    'unclosed-ring': 'En kantlinje är inte sluten: den ska sluta där den började. Rita ihop den och exportera på nytt.',
    'crossing-ring': 'En kantlinje korsar sig själv. Rätta den, i QGIS med ”Fixa geometrier”, och exportera på nytt.',
    'no-area': 'Ytan är noll kvadratmeter stor. Rita om den och exportera på nytt.',
  },
  en: {
    'not-json': 'The file cannot be read as GeoJSON. Export it again as GeoJSON, in QGIS for example.',
    'not-geojson': 'The file is JSON but not GeoJSON. Export the map layer again and choose the format GeoJSON.',
    'wrong-type': 'There is a point or a line here, but an area is needed. Export the layer with areas (polygons).',
    empty: 'There is no area in the file. Check that the layer is not empty or filtered away when you export.',
    'several-features': 'The file holds several areas. Choose the one that is the municipality’s boundary.',
    'bad-position': 'A coordinate is not two numbers. Export the file again.',
    'swapped-coordinates': 'Latitude and longitude are swapped. Export with longitude (east) first, as GeoJSON is.',
    'outside-sweden':
      'The coordinates end up outside Sweden. Export in WGS 84 (EPSG:4326) or SWEREF 99 TM (EPSG:3006).',
    'too-few-corners': 'An area has fewer than three corners. Draw it again and export once more.',
    'unclosed-ring': 'An outline is not closed: it must end where it began. Close it and export again.',
    'crossing-ring': 'An outline crosses itself. Mend it, in QGIS with “Fix geometries”, and export again.',
    'no-area': 'The area is zero square metres. Draw it again and export once more.',
  },
});
