import type { CountProblem } from './count-table.js';
import type { ImportField } from './column-fields.js';
import type { RejectionCode, RowNote } from './row.js';
import type { TableProblemCode } from './table-problem.js';

export type Language = 'sv' | 'en';
/** Why a row of a file adds nothing, and why a cell of a count table is not taken. */
export type StoredCode = 'already-stored' | 'repeated-in-file' | 'area-unknown' | 'category-unknown';
export type OutcomeCode = TableProblemCode | RejectionCode | RowNote | CountProblem | StoredCode;
type Sentences = Record<Language, string>;

const files: Record<TableProblemCode, Sentences> = {
  'empty-file': { sv: 'Filen är tom. Kontrollera att rätt fil valdes och att utdraget är klart.', en: 'The file is empty. Check that it is the right file and that the extract is finished.' },
  'not-a-table': { sv: 'Filen är ingen tabell. Spara den som CSV eller Excel (.xlsx) med rubriker på första raden.', en: 'The file is not a table. Save it as CSV or Excel (.xlsx) with headers in the first row.' },
  'image-file': { sv: 'Filen är en bild. Be om utdraget som CSV eller Excel (.xlsx) i stället.', en: 'The file is an image. Ask for the extract as CSV or Excel (.xlsx) instead.' },
  'pdf-file': { sv: 'Filen är en PDF. Be om utdraget som CSV eller Excel (.xlsx) i stället.', en: 'The file is a PDF. Ask for the extract as CSV or Excel (.xlsx) instead.' },
  'web-page': { sv: 'Filen är en webbsida, även om den kan heta något annat. Öppna den i Excel och spara den som .xlsx.', en: 'The file is a web page, whatever it is called. Open it in Excel and save it as .xlsx.' },
  'old-excel': { sv: 'Filen är i ett äldre Excelformat. Öppna den i Excel och spara den som Excel-arbetsbok (.xlsx).', en: 'The file is in an older Excel format. Open it in Excel and save it as an Excel workbook (.xlsx).' },
  'password-protected': { sv: 'Filen är skyddad med lösenord. Ta bort lösenordet i Excel och välj filen igen.', en: 'The file is protected by a password. Remove the password in Excel and choose the file again.' },
  'zip-not-excel': { sv: 'Filen är ett zip-arkiv. Packa upp det och välj filen som ligger i.', en: 'The file is a zip archive. Unpack it and choose the file inside.' },
  'file-damaged': { sv: 'Filen är skadad och går inte att öppna. Hämta eller spara den på nytt.', en: 'The file is damaged and cannot be opened. Download or save it again.' },
  'file-too-large': { sv: 'Filen är för stor. Dela den, eller spara den som CSV.', en: 'The file is too large. Split it, or save it as CSV.' },
  'too-many-rows': { sv: 'Filen har för många rader. Dela den per år, eller spara den som CSV.', en: 'The file has too many rows. Split it by year, or save it as CSV.' },
  'no-rows': { sv: 'Filen har rubriker men inga rader. Kontrollera urvalet i utdraget.', en: 'The file has headers but no rows. Check the selection of the extract.' },
  'no-layer': { sv: 'Filen innehåller inget kartskikt. Välj en GeoPackage, en zippad shapefil (.shp, .dbf, .shx, .prj) eller en GeoJSON-fil.', en: 'The file holds no map layer. Choose a GeoPackage, a zipped shapefile (.shp, .dbf, .shx, .prj) or a GeoJSON file.' },
  'shapefile-incomplete': { sv: 'Shapefilen är inte hel: .shp och .dbf måste ligga i samma zip, med samma namn.', en: 'The shapefile is not complete: .shp and .dbf must lie in the same zip, under the same name.' },
  'system-unknown': { sv: 'Det går inte att se vilket referenssystem filen är i. Exportera den på nytt i SWEREF 99 TM (EPSG:3006) eller WGS 84.', en: 'There is no telling which reference system the file is in. Export it again in SWEREF 99 TM (EPSG:3006) or WGS 84.' },
  'sheet-too-large': { sv: 'Excelfilen är större än gränsen: 200 000 rader, 50 MB eller 300 MB uppackad. Spara den som CSV, där går 2 000 000 rader, eller dela den per år.', en: 'The Excel file is above the limit: 200,000 rows, 50 MB, or 300 MB unpacked. Save it as CSV, which takes 2,000,000 rows, or split it by year.' },
}; // prettier-ignore

const rejections: Record<RejectionCode, Sentences> = {
  'date-column-missing': { sv: 'Ingen kolumn är vald som datum. Välj vilken kolumn som säger när det hände.', en: 'No column is chosen as the date. Choose the column that says when it happened.' },
  'date-missing': { sv: 'Datum saknas. Fyll i när det hände.', en: 'The date is missing. Fill in when it happened.' },
  'date-not-readable': { sv: 'Datumet går inte att läsa. Skriv det som 2026-03-31.', en: 'The date cannot be read. Write it as 2026-03-31.' },
  'date-does-not-exist': { sv: 'Datumet finns inte i kalendern. Kontrollera dag och månad.', en: 'The date is not in the calendar. Check day and month.' },
  'date-not-plausible': { sv: 'Årtalet kan inte stämma. Kontrollera datumet.', en: 'The year cannot be right. Check the date.' },
  'time-not-readable': { sv: 'Klockslaget går inte att läsa. Skriv det som 20:30.', en: 'The time cannot be read. Write it as 20:30.' },
  'time-does-not-exist': { sv: 'Klockslaget finns inte: den natten ställdes klockan fram från 02 till 03. Skriv 03 eller senare.', en: 'The time does not exist: that night the clocks went forward from 02 to 03. Write 03 or later.' },
  'end-before-start': { sv: 'Sluttiden är före starttiden. Byt plats på dem eller rätta den ena.', en: 'The end is before the start. Swap them or correct one of them.' },
  'count-invalid': { sv: 'Antalet ska vara ett heltal från 1. Rätta det, eller lämna rutan tom.', en: 'The count must be a whole number from 1. Correct it, or leave the cell empty.' },
  'coordinates-incomplete': { sv: 'Den ena koordinaten saknas. Fyll i båda, eller skriv gata och nummer.', en: 'One of the coordinates is missing. Fill in both, or write street and number.' },
  'coordinates-not-a-number': { sv: 'Koordinaten är inget tal. Skriv bara siffror, med komma eller punkt.', en: 'The coordinate is not a number. Write digits only, with a comma or a point.' },
  'coordinates-swapped': { sv: 'Koordinaterna verkar ha bytt plats i den här raden, men hamnar inte i kommunen om de vänds. Rätta nord och öst.', en: 'The coordinates seem to be swapped in this row, but do not land in the municipality when they are turned round. Correct north and east.' },
  'coordinates-outside-sweden': { sv: 'Koordinaten ligger utanför Sverige. Kontrollera siffrorna och referenssystemet.', en: 'The coordinate is outside Sweden. Check the digits and the reference system.' },
  'id-is-personal-number': { sv: 'Radens id är ett personnummer. Ta bort kolumnen eller välj ett annat id.', en: 'The id of the row is a personal identity number. Remove the column or choose another id.' },
}; // prettier-ignore

const notes: Record<RowNote, Sentences> = {
  'place-removed': { sv: 'Plats och klockslag tas bort av hänsyn till den utsatta. Område och månad finns kvar.', en: 'Place and hour are removed out of regard for the victim. Area and month remain.' },
  'text-removed': { sv: 'Fritexten togs bort eftersom den innehöll personuppgifter.', en: 'The free text was removed because it held personal data.' },
  'code-unknown': { sv: 'Brottskoden eller händelsetypen är okänd och blir Övrigt. Välj kategori för den, om ni vill.', en: 'The crime code or event type is unknown and becomes Other. Choose a category for it if you wish.' },
  'place-missing': { sv: 'Raden har ingen plats. Den räknas, men syns inte på kartan.', en: 'The row has no place. It counts, but is not on the map.' },
  'default-coordinate': { sv: 'Koordinaten är en standardplats som många olika händelser delar. Raden räknas, men inte i anhopningar.', en: 'The coordinate is a default place that many different events share. The row counts, but not in clusters.' },
  'address-unknown': { sv: 'Adressen finns inte i adressregistret. Raden räknas, men syns inte på kartan. Lägg till ett platsnamn om den återkommer.', en: 'The address is not in the address register. The row counts, but is not on the map. Add a place name if it recurs.' },
  'address-ambiguous': { sv: 'Gatan finns på flera orter i kommunen, och raden säger inte vilken. Raden räknas, men syns inte på kartan. Fyll i området eller orten.', en: 'The street exists in several places of the municipality, and the row does not say which. The row counts, but is not on the map. Fill in the area or the town.' },
  'coordinates-mended': { sv: 'Nord och öst hade bytt plats i raden. De är vända rätt, eftersom punkten då hamnar i kommunen.', en: 'North and east had changed places in the row. They are turned round, since the point then lies in the municipality.' },
  'placed-by-address': { sv: 'Koordinaten gick inte att använda. Raden är placerad på adressen.', en: 'The coordinate could not be used. The row is placed at its address.' },
  outside: { sv: 'Platsen ligger utanför kommunen. Raden sparas och räknas för sig.', en: 'The place is outside the municipality. The row is kept and counted apart.' },
}; // prettier-ignore

const counts: Record<CountProblem, Sentences> = {
  'area-missing': { sv: 'Området saknas. Fyll i vilket område raden gäller.', en: 'The area is missing. Fill in which area the row is about.' },
  'category-missing': { sv: 'Kategorin saknas. Fyll i vad antalet gäller.', en: 'The category is missing. Fill in what the count is of.' },
  'period-not-readable': { sv: 'Perioden går inte att läsa. Skriv till exempel 2026-03, v. 12 2026, T1 2026 eller 2026.', en: 'The period cannot be read. Write for example 2026-03, v. 12 2026, T1 2026 or 2026.' },
  'count-not-a-number': { sv: 'Antalet ska vara ett heltal från 0.', en: 'The count must be a whole number from 0.' },
  'columns-not-recognised': { sv: 'Tabellen ska ha kolumnerna område, kategori, period och antal, eller perioder som rubriker.', en: 'The table must have the columns area, category, period and count, or periods as headers.' },
}; // prettier-ignore

const stored: Record<StoredCode, Sentences> = {
  'already-stored': { sv: 'Raden finns redan, oförändrad. Den läggs inte till en gång till.', en: 'The row is there already, unchanged. It is not added again.' },
  'repeated-in-file': { sv: 'Samma rad står tidigare i filen. Den räknas en gång.', en: 'The same row stands earlier in the file. It counts once.' },
  'area-unknown': { sv: 'Området finns inte i kommunen. Rätta namnet, eller be administratören lägga till området.', en: 'The area is not in the municipality. Correct the name, or ask the administrator to add the area.' },
  'category-unknown': { sv: 'Kategorin går inte att känna igen. Skriv kategorins namn eller kod.', en: 'The category is not recognised. Write the name or code of the category.' },
}; // prettier-ignore

const all: Record<OutcomeCode, Sentences> = { ...files, ...rejections, ...notes, ...counts, ...stored };

/** Every code that an import can end in. */
export const outcomeCodes = Object.keys(all) as OutcomeCode[];

/** Says in one or two sentences what happened and what to do. Never repeats anything from the file. */
export function explainOutcome(code: OutcomeCode, language: Language): string {
  return all[code][language];
}

const fieldNames: Record<ImportField, Sentences> = {
  sourceId: { sv: 'Id', en: 'Id' },
  crimeCode: { sv: 'Brottskod', en: 'Crime code' },
  category: { sv: 'Händelsetyp', en: 'Event type' },
  latitude: { sv: 'Latitud', en: 'Latitude' },
  longitude: { sv: 'Longitud', en: 'Longitude' },
  northing: { sv: 'Nordkoordinat', en: 'Northing' },
  easting: { sv: 'Östkoordinat', en: 'Easting' },
  street: { sv: 'Gata', en: 'Street' },
  streetNumber: { sv: 'Gatunummer', en: 'Street number' },
  place: { sv: 'Plats', en: 'Place' },
  areaName: { sv: 'Område', en: 'Area' },
  municipality: { sv: 'Kommun', en: 'Municipality' },
  from: { sv: 'Från (datum)', en: 'From (date)' },
  fromTime: { sv: 'Från (klockslag)', en: 'From (time)' },
  to: { sv: 'Till (datum)', en: 'To (date)' },
  toTime: { sv: 'Till (klockslag)', en: 'To (time)' },
  count: { sv: 'Antal', en: 'Count' },
  description: { sv: 'Fritext', en: 'Free text' },
  reportedAt: { sv: 'Anmäld', en: 'Reported' },
}; // prettier-ignore

/** The name of a field as the mapping page and the files show it. */
export function nameOfField(field: ImportField, language: Language): string {
  return fieldNames[field][language];
}
