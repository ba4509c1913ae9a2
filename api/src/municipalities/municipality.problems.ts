import type { ProblemTable } from '../app/domain-error.js';
import { fieldText } from '../app/problem-texts.js';

/** What can go wrong with a municipality and what it consists of, in words. */
export const municipalityProblems: ProblemTable = {
  'municipality-exists': {
    status: 409,
    title: ['Kommunen finns redan', 'The municipality exists'],
    detail: ['Välj en annan kod eller öppna den som finns.', 'Choose another code, or open the one that exists.'],
  },
  'boundary-unusable': {
    status: 422,
    title: ['Kartgränsen går inte att använda', 'The boundary cannot be used'],
    detail: [
      'Filen ska vara GeoJSON med en yta, i grader (WGS 84, longitud först) eller i SWEREF 99 TM. Inget har sparats.',
      'The file must be GeoJSON with an area, in degrees (WGS 84, longitude first) or in SWEREF 99 TM. Nothing was saved.',
    ],
  },
  'boundary-not-json': fieldText(
    'Filen går inte att läsa som GeoJSON. Öppna den i till exempel QGIS och exportera den på nytt som GeoJSON.',
    'The file cannot be read as GeoJSON. Open it in, say, QGIS and export it again as GeoJSON.',
  ),
  'boundary-not-geojson': fieldText(
    'Filen är JSON men inte GeoJSON. Exportera kartskiktet på nytt och välj formatet GeoJSON.',
    'The file is JSON but not GeoJSON. Export the map layer again and choose the format GeoJSON.',
  ),
  'boundary-wrong-type': fieldText(
    'Här finns en punkt eller en linje, men det behövs en yta. Exportera skiktet med ytor (polygoner).',
    'There is a point or a line here, but an area is needed. Export the layer with areas (polygons).',
  ),
  'boundary-empty': fieldText(
    'Det finns ingen yta i filen. Kontrollera att skiktet inte är tomt eller bortfiltrerat när du exporterar.',
    'There is no area in the file. Check that the layer is not empty or filtered away when you export.',
  ),
  'boundary-several-features': fieldText(
    'Filen innehåller flera ytor. Skicka bara den som är kommunens gräns.',
    'The file holds several areas. Send only the one that is the municipality’s boundary.',
  ),
  'boundary-bad-position': fieldText(
    'En koordinat är inte två tal. Exportera filen på nytt.',
    'A coordinate is not two numbers. Export the file again.',
  ),
  'boundary-swapped-coordinates': fieldText(
    'Latitud och longitud har bytt plats. Exportera med longitud (öst) först, så som GeoJSON ska vara.',
    'Latitude and longitude are swapped. Export with longitude (east) first, as GeoJSON is.',
  ),
  'boundary-outside-sweden': fieldText(
    'Koordinaterna hamnar utanför Sverige. Exportera i WGS 84 (EPSG:4326) eller SWEREF 99 TM (EPSG:3006).',
    'The coordinates end up outside Sweden. Export in WGS 84 (EPSG:4326) or SWEREF 99 TM (EPSG:3006).',
  ),
  'boundary-too-few-corners': fieldText(
    'En yta har färre än tre hörn. Rita om den och exportera på nytt.',
    'An area has fewer than three corners. Draw it again and export once more.',
  ),
  'boundary-unclosed-ring': fieldText(
    'En kantlinje är inte sluten: den ska sluta där den började. Rita ihop den och exportera på nytt.',
    'An outline is not closed: it must end where it began. Close it and export again.',
  ),
  'boundary-crossing-ring': fieldText(
    'En kantlinje korsar sig själv. Rätta den, i QGIS med ”Fixa geometrier”, och exportera på nytt.',
    'An outline crosses itself. Mend it, in QGIS with “Fix geometries”, and export again.',
  ),
  'boundary-no-area': fieldText(
    'Ytan är noll kvadratmeter stor. Rita om den och exportera på nytt.',
    'The area is zero square metres. Draw it again and export once more.',
  ),
  'boundary-not-a-collection': fieldText(
    'Områden ska komma som en samling (FeatureCollection), ett namn och en yta för varje.',
    'Areas must come as a collection (FeatureCollection), a name and an area for each.',
  ),
  'area-name-twice': {
    status: 422,
    title: ['Två områden har samma namn', 'Two areas have the same name'],
    detail: [
      '”{name}” finns två gånger i filen. Ge varje område ett eget namn. Inget har sparats.',
      '“{name}” is there twice in the file. Give each area a name of its own. Nothing was saved.',
    ],
  },
  'area-name-missing': {
    status: 422,
    title: ['Ett område saknar namn', 'An area has no name'],
    detail: [
      'Område nummer {number} i filen behöver ett namn, i egenskapen name eller namn. Inget har sparats.',
      'Area number {number} in the file needs a name, in the property name or namn. Nothing was saved.',
    ],
  },
  'area-in-use': {
    status: 409,
    title: ['Området används', 'The area is in use'],
    detail: [
      'Det finns händelser i området. Byt namn i stället.',
      'There are incidents in the area. Rename it instead.',
    ],
  },
  'name-taken': {
    status: 409,
    title: ['Namnet är upptaget', 'The name is taken'],
    detail: [
      'Det finns redan en rad som heter ”{name}”. Välj ett annat namn.',
      'There is a row called “{name}” already. Choose another name.',
    ],
  },
  'name-is-taken': fieldText('Namnet finns redan i listan.', 'The name is in the list already.'),
  'order-incomplete': {
    status: 422,
    title: ['Ordningen är inte hel', 'The order is not whole'],
    detail: [
      'Varje rad ska stå med en gång. Någon kan ha lagt till en rad: läs in listan på nytt.',
      'Every row must be there once. Somebody may have added one: load the list again.',
    ],
  },
  'crime-code-form': fieldText(
    'Skriv brottskodens fyra siffror, till exempel 1201.',
    'Write the four digits of the crime code, for instance 1201.',
  ),
  'sensitive-needs-reason': {
    status: 422,
    title: ['Skriv varför koden inte längre är känslig', 'Write why the code is sensitive no longer'],
    detail: [
      'Plats och timme börjar sparas för nya rader. Skälet sparas i loggen.',
      'Place and hour will be kept for new rows. The reason is kept in the log.',
    ],
  },
  'sensitive-stays': {
    status: 409,
    title: ['Koden är märkt som känslig', 'The code is marked as sensitive'],
    detail: [
      'Ta först bort märkningen, med ett skäl. Sedan går raden att ta bort.',
      'Take the mark away first, with a reason. Then the row can be removed.',
    ],
  },
  'sensitive-stays-in-file': {
    status: 409,
    title: ['Filen tar bort en märkning', 'The file takes a mark away'],
    detail: [
      'Koden {code} är märkt som känslig här, men inte i filen. Skriv ja i filen, eller ta bort märkningen för sig med ett skäl. Inget har sparats.',
      'The code {code} is marked as sensitive here, but not in the file. Write yes in the file, or take the mark away by itself with a reason. Nothing was saved.',
    ],
  },
  'crime-code-file-empty': {
    status: 422,
    title: ['Det finns inga koder i filen', 'There are no codes in the file'],
    detail: [
      'Varje rad ska ha kod, kategori, underkategori och om koden är känslig, skilda av semikolon.',
      'Each line needs code, category, sub-category and whether the code is sensitive, parted by semicolons.',
    ],
  },
  'crime-code-file-faulty': {
    status: 422,
    title: ['Filen går inte att läsa in än', 'The file cannot be brought in yet'],
    detail: ['Rätta raderna och försök igen. Inget har sparats.', 'Mend the lines and try again. Nothing was saved.'],
  },
  'crime-code-line-code': fieldText(
    'Rad {line}: ”{cell}” är ingen brottskod. Den ska ha fyra siffror.',
    'Line {line}: “{cell}” is no crime code. It must have four digits.',
  ),
  'crime-code-line-category': fieldText(
    'Rad {line}: kategorin ”{cell}” finns inte. Skriv kod eller namn ur listan Kategorier.',
    'Line {line}: there is no category “{cell}”. Write a code or a name of the list Categories.',
  ),
  'crime-code-line-subcategory': fieldText(
    'Rad {line}: underkategorin ”{cell}” finns inte i den kategorin.',
    'Line {line}: there is no sub-category “{cell}” in that category.',
  ),
  'crime-code-line-sensitive': fieldText(
    'Rad {line}: skriv ja, nej eller ingenting i stället för ”{cell}”.',
    'Line {line}: write yes, no or nothing in place of “{cell}”.',
  ),
  'crime-code-line-twice': fieldText(
    'Rad {line}: koden {cell} står redan på en tidigare rad.',
    'Line {line}: the code {cell} is on an earlier line already.',
  ),
  'last-reason': {
    status: 409,
    title: ['Minst ett skäl måste finnas kvar', 'At least one reason must be left'],
    detail: [
      'Lägg till ett nytt skäl innan du tar bort det sista.',
      'Add a new reason before you take the last one away.',
    ],
  },
  'place-outside': {
    status: 422,
    title: ['Platsen ligger utanför kommunen', 'The place lies outside the municipality'],
    detail: ['Flytta nålen innanför kommungränsen.', 'Move the pin inside the boundary.'],
  },
  'place-is-outside': fieldText('Platsen ligger utanför kommunen.', 'The place lies outside the municipality.'),
  'place-holds-others': {
    status: 409,
    title: ['Andra platser är redan sammanslagna med den här', 'Other places are merged with this one already'],
    detail: [
      'Ta tillbaka de sammanslagningarna först, eller slå ihop åt andra hållet.',
      'Take those merges back first, or merge the other way round.',
    ],
  },
  'account-own': {
    status: 409,
    title: ['Det här är ditt eget konto', 'This is your own account'],
    detail: [
      'Be en annan administratör att byta din roll eller stänga av kontot.',
      'Ask another administrator to change your role or disable the account.',
    ],
  },
  'account-elsewhere': {
    status: 409,
    title: ['Kontot hör också hemma någon annanstans', 'The account belongs elsewhere too'],
    detail: [
      'Namnet och om kontot är avstängt ändras av installationens administratör. Roll och aktör kan du ändra här.',
      'Its name, and whether it is disabled, are changed by whoever runs the installation. Role and organisation can be changed here.',
    ],
  },
};
