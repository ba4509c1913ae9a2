import type { RegisterRejection } from './register-record.js';

type Sentences = Readonly<Record<'sv' | 'en', string>>;

const sentences: Readonly<Record<RegisterRejection, Sentences>> = {
  'street-missing': { sv: 'Gatan saknas. Fyll i gatans eller adressområdets namn.', en: 'The street is missing. Fill in the name of the street or the address area.' },
  'number-missing': { sv: 'Numret saknas eller går inte att läsa. Skriv till exempel 12 eller 12 B.', en: 'The number is missing or cannot be read. Write for example 12 or 12 B.' },
  'name-missing': { sv: 'Namnet saknas. Fyll i vad platsen, gatan eller området heter.', en: 'The name is missing. Fill in what the place, street or area is called.' },
  'name-too-long': { sv: 'Namnet är längre än 120 tecken. Korta det.', en: 'The name is longer than 120 characters. Shorten it.' },
  'name-personal': { sv: 'Namnet ser ut att innehålla personuppgifter. Skriv platsens namn.', en: 'The name seems to hold personal data. Write the name of the place.' },
  'position-missing': { sv: 'Läget saknas eller går inte att läsa. Fyll i koordinater.', en: 'The position is missing or cannot be read. Fill in coordinates.' },
  'address-not-found': { sv: 'Raden har ingen koordinat, och adressen finns inte i adressregistret. Läs in adressregistret först, eller fyll i koordinater.', en: 'The row has no coordinate, and the address is not in the address register. Import the address register first, or fill in coordinates.' },
  'not-an-area': { sv: 'Här finns ingen yta. Exportera skiktet med ytor (polygoner).', en: 'There is no area here. Export the layer with areas (polygons).' },
  'area-faulty': { sv: 'Kantlinjen korsar sig själv eller är inte hel. Rätta den i QGIS med ”Fixa geometrier” och exportera på nytt.', en: 'The outline crosses itself or is not whole. Mend it in QGIS with “Fix geometries” and export again.' },
  repeated: { sv: 'Samma namn eller adress står tidigare i filen. Den räknas en gång.', en: 'The same name or address stands earlier in the file. It counts once.' },
}; // prettier-ignore

/** Says in one or two sentences why a row of a register is not taken, and what to do. */
export function explainRejection(code: RegisterRejection, language: 'sv' | 'en'): string {
  return sentences[code][language];
}
