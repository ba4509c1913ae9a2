import { plainWords } from './cell.js';

/** A category and perhaps a sub-category, for rows that name the event in words. */
export interface NamedCategory {
  readonly category: string;
  readonly subcategory: string | null;
}

/**
 * Words in category texts: the event types of Polisen's public feed, and our own category and sub-category names.
 * First hit wins, so the narrow ones come first. Compared in lower case without accents.
 */
const words: readonly (readonly [RegExp, string, string | null])[] = [
  [/nara relation|kvinnofrid|fridskrankning/, 'RELA', null],
  [/sexuellt ofredande|blott/, 'VALD', 'Sexuellt ofredande'],
  [/valdtakt|sexual|sedlighet/, 'VALD', null],
  [/tjansteman|blaljus|mot anstalld|mot verksamhet/, 'ANST', null],
  [/skottloss|sprang|detonation|explosion|skjutning/, 'VALD', 'Skottlossning/explosion'],
  [/vapen|kniv|tillhygge|farligt foremal/, 'VALD', 'Vapen/tillhygge'],
  [/\bran\b|larm overfall|robbery/, 'VALD', 'Rån'],
  [/olaga hot|\bhot\b|threat/, 'VALD', 'Hot'],
  [/misshandel|brak|slagsmal|assault/, 'VALD', 'Bråk/slagsmål'],
  [/mord|drap|ofredande|\bvald|kroppsskada|frihetsberovande/, 'VALD', null],
  [/brand automatlarm/, 'OVR', null],
  [/pyroteknik|fyrverkeri/, 'BRAND', 'Pyroteknik'],
  [/bilbrand|fordonsbrand/, 'BRAND', 'Fordon'],
  [/containerbrand|eldning/, 'BRAND', 'Container/skräp'],
  [/brand|mordbrand|arson/, 'BRAND', null],
  [/klotter|graffiti/, 'SKAD', 'Klotter'],
  [/glaskross|krossad/, 'SKAD', 'Glaskross'],
  [/skadegorelse|vandal/, 'SKAD', null],
  [/cykelstold|mopedstold|stold av (?:cykel|moped)|elsparkcykel/, 'STOLD', 'Cykel/moped'],
  [/bostadsinbrott|inbrott i (?:villa|lagenhet|bostad)/, 'STOLD', 'Bostad'],
  [/kallar|forrad/, 'STOLD', 'Förråd/källare'],
  [/butiksstold|snatteri|stold ur butik|stold i butik/, 'STOLD', 'Butik'],
  [/motorfordon|bilstold|stold ur bil|biltillgrepp|bilinbrott/, 'STOLD', 'Fordon'],
  [/batstold|batmotor/, 'STOLD', 'Båt'],
  [/stold|inbrott|tillgrepp|theft|burglary/, 'STOLD', null],
  [/haleri/, 'OVR', null],
  [/aldringsbrott/, 'BEDR', 'Mot äldre'],
  [/bedrageri|fraud/, 'BEDR', null],
  [/fylleri lob|^fylleri|berus|lob\b/, 'NARK', 'Berusning'],
  [/narkotika|alkohollag|langning|drugs?\b/, 'NARK', null],
  [/fortkorning|hastighet/, 'TRAF', 'Fortkörning'],
  [/buskorning/, 'TRAF', 'Buskörning'],
  [/a traktor|moped|epa/, 'TRAF', 'A-traktor/moped'],
  [/olovlig korning|olovlig trafik/, 'TRAF', 'Olovlig trafik'],
  [/trafikbrott|rattfylleri/, 'TRAF', null],
  [/stor(?:ande|ning).*(?:ljud|granne)|storande|hog musik|noise/, 'ORDN', 'Störande ljud'],
  [/nedskrap/, 'ORDN', 'Nedskräpning'],
  [/olaga intrang|hemfrid|intrang/, 'ORDN', 'Intrång'],
  [/ordningslagen|ordningsstorning|ofog/, 'ORDN', null],
  [/samling|gang\b/, 'SAML', null],
  [/belysning/, 'PLATS', 'Belysning'],
  [/otrygg plats/, 'PLATS', null],
  [/demonstration/, 'ARR', 'Demonstration'],
  [/trygg plats/, 'TRYGG', null],
  [/rykte|\boro\b/, 'ORO', null],
]; // prettier-ignore

/** Known kinds of event that are no disorder and no crime; they stay OVR without being called unknown. */
const neutral = /trafikolycka|trafikkontroll|trafikhinder|arbetsplatsolycka|forsvunnen|antraffad|antraffat|kontroll|raddning|sjukdom|polisinsats|ovrigt|\bdjur|sjolag|skyddslag|uppdatering|sammanfattning|miljobrott|urkund|fjall|efterlyst|obemannat|utlanning|varningslarm|naturkatastrof|jakt|automatlarm|haleri/; // prettier-ignore

/** The category a text names, or null when none of our words is in it. */
export function categoryFromText(text: string): NamedCategory | null {
  const plain = plainWords(text);
  if (plain === '') return null;
  if (/^trafikolycka|^brand automatlarm/.test(plain)) return { category: 'OVR', subcategory: null };
  const found = words.find(([pattern]) => pattern.test(plain));
  if (found) return { category: found[1], subcategory: found[2] };
  return neutral.test(plain) ? { category: 'OVR', subcategory: null } : null;
}
