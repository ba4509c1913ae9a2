import type { ColumnContent } from './column-content.js';

/** What a column can be. */
export const importFields = [
  'sourceId', 'crimeCode', 'category', 'latitude', 'longitude', 'northing', 'easting', 'street', 'streetNumber', 'place',
  'areaName', 'municipality', 'from', 'fromTime', 'to', 'toTime', 'count', 'description', 'reportedAt',
] as const; // prettier-ignore

export type ImportField = (typeof importFields)[number];

export interface FieldRule {
  readonly field: ImportField;
  /** Headers that mean this field for certain, and those that may; compared as plain words (`plainWords`). */
  readonly certain: RegExp;
  readonly possible: RegExp;
  /** How well the content fits, 0-1; 0 rules the column out. */
  readonly fits: (content: ColumnContent) => number;
  /** How far the content alone, without a header that says so, is to be trusted. */
  readonly alone: number;
}

const free = (content: ColumnContent): number => (content.date + content.dateTime > 0.5 ? 0.1 : 0.6);
const texts = (content: ColumnContent): number =>
  content.words > 0.5 && content.date < 0.5 ? 0.7 : content.filled === 0 ? 0.3 : 0;
const when = (content: ColumnContent): number => content.date + content.dateTime;
const start = /start|from\b|fr ?o ?m|fran|borja|begin|tidigast|earliest/;
const end = /slut|to\b|t ?o ?m|till\b|sluta|end\b|ended|senast|latest/;
const day = /dat|dag|tid|time|when|day|begang|intraffa|handelse/;

/** Rules in order of how certain they are; the words are Swedish and English, with the usual abbreviations. */
export const fieldRules: readonly FieldRule[] = [
  { field: 'latitude', certain: /^(?:lat|latitude|latitud|wgs ?84 (?:lat|n)|gps lat|breddgrad)\b/, possible: /^(?:[xy]|n|nord|north|koordinat|coord|position|y koord|x koord|[xy] coord).*/, fits: (c) => c.latitude, alone: 0.6 },
  { field: 'longitude', certain: /^(?:lon|long|lng|longitude|longitud|wgs ?84 (?:lon|e)|gps lon|langdgrad)\b/, possible: /^(?:[xy]|e|o|ost|east|koordinat|coord|position|y koord|x koord|[xy] coord).*/, fits: (c) => c.longitude, alone: 0.6 },
  { field: 'northing', certain: /northing|sweref.*\bn\b|sweref ?99 ?tm ?n\b|^n koord|nordkoord|^nord\b|^n$/, possible: /^(?:[xy]|[xy] ?(?:koord|coord).*|koord.*|coord.*|rt ?90.*|sweref.*|lat.*)$/, fits: (c) => c.northing, alone: 0.6 },
  { field: 'easting', certain: /easting|sweref.*\be\b|sweref ?99 ?tm ?e\b|^e koord|ostkoord|^ost\b|^e$/, possible: /^(?:[xy]|[xy] ?(?:koord|coord).*|koord.*|coord.*|rt ?90.*|sweref.*|lon.*)$/, fits: (c) => c.easting * (c.crimeCode > 0.5 ? 0 : 1), alone: 0.4 },
  { field: 'crimeCode', certain: /brotts ?kod|crime code|offence code|^bkod|^brkod/, possible: /kod\b|code\b|^brott$/, fits: (c) => (c.crimeCode > 0.8 && c.distinct < 0.95 ? 1 : c.crimeCode > 0.8 ? 0.5 : 0), alone: 0.35 },
  { field: 'category', certain: /handelsetyp|brottstyp|brottstext|kategori|category|crime type|offence$|^typ$|^type$|arendetyp|brottsrubricering/, possible: /^brott\b|rubricering|slag\b|beskrivning av brott|benamning|kod\b|code\b/, fits: (c) => (c.words > 0.6 && c.date < 0.3 ? (c.distinct < 0.6 ? 0.9 : 0.5) : 0), alone: 0 },
  { field: 'fromTime', certain: /(?:brottstid|tid|klockslag|time|^kl)\b.*(?:start|fr ?o ?m|fran|from)|(?:start|from|fran) ?(?:tid|time|klockslag)|^(?:tid|time|klockslag|kl|klocka|klockan)$/, possible: /tid\b|time\b|\bkl\b/, fits: (c) => (c.time > 0.8 && when(c) < 0.2 && c.northing < 0.2 ? 1 : 0), alone: 0 },
  { field: 'toTime', certain: /(?:brottstid|tid|klockslag|time|^kl)\b.*(?:slut|t ?o ?m|till|to\b|end)|(?:slut|end|till|to) ?(?:tid|time|klockslag)/, possible: /^$/, fits: (c) => (c.time > 0.8 && when(c) < 0.2 && c.northing < 0.2 ? 1 : 0), alone: 0 },
  { field: 'reportedAt', certain: /inskriv|anmal(?:d|an|nings|ningsdatum)|reported|report date|registrer|inkom|skapad|created|upprattad/, possible: /^$/, fits: when, alone: 0 },
  { field: 'to', certain: both(end, day), possible: end, fits: when, alone: 0.2 },
  { field: 'from', certain: both(start, day), possible: /dat|dag|tid|when|time|start|from|fr ?o ?m|begang|intraffa/, fits: when, alone: 0.5 },
  { field: 'count', certain: /^(?:antal.*|count|number of (?:crimes|offences)|n brott|brott antal|quantity)$/, possible: /antal|^st$/, fits: (c) => (c.smallInteger > 0.9 ? 1 : 0), alone: 0 },
  { field: 'streetNumber', certain: /gatu ?(?:nr|nummer)|hus ?(?:nr|nummer)|street (?:no|number)|house (?:no|number)|adress ?(?:nr|nummer)|gatnr|^nr$|^no$/, possible: /nummer$|\bnr\b|number$/, fits: (c) => (c.streetNumber > 0.7 ? 0.9 : c.filled === 0 ? 0.3 : 0), alone: 0 },
  { field: 'street', certain: /^(?:gata|gatu ?namn|gatuadress|adress|street|street name|address|vag|brottsplats adress|brottsadress)$/, possible: /gata|adress|street|address/, fits: (c) => (c.street > 0.2 ? 1 : texts(c) * 0.7), alone: 0.4 },
  { field: 'municipality', certain: /^(?:kommun|kommun ?namn|kommun ?kod|municipality|kommun lan|brottskommun|lan och kommun)$/, possible: /kommun|municipality|stad$/, fits: (c) => (c.words > 0.5 || c.crimeCode > 0.5 ? 0.9 : 0), alone: 0 },
  { field: 'areaName', certain: /^(?:omrade|basomrade|nyko|deso|regso|stadsdel|delomrade|area|district|distrikt|narpolisomrade|lokalpolisomrade|lpo|neighbourhood)(?: ?namn| ?name| ?kod)?$/, possible: /omrade|area|distrikt|district|napo/, fits: (c) => (c.filled > 0 && when(c) < 0.3 && c.distinct < 0.9 ? 0.8 : 0.3), alone: 0 },
  { field: 'place', certain: /^(?:plats|platsnamn|brottsplats|place|place name|location|objekt|lokal)$/, possible: /plats|place|location/, fits: texts, alone: 0 },
  { field: 'sourceId', certain: /^(?:id|.*\bid|arende ?(?:nr|nummer|id)|diarie ?(?:nr|nummer)|k ?(?:nr|nummer)|k ?diarie.*|dnr|anmalnings ?(?:nr|nummer|id)|report (?:no|number|id)|case (?:no|number|id)|lopnr|lopnummer|referens|ref|objectid)$/, possible: /nummer$|\bnr$|number$/, fits: (c) => (c.distinct > 0.95 && c.filled > 0.8 ? 1 : c.filled > 0.5 ? 0.4 : 0), alone: 0 },
  { field: 'description', certain: /beskrivning|description|fritext|free text|anteckning|notes?$|kommentar|comment|text$/, possible: /text|info|rubrik/, fits: (c) => (c.meanLength > 15 ? 0.9 : free(c) * 0.5), alone: 0.2 },
]; // prettier-ignore

function both(first: RegExp, second: RegExp): RegExp {
  return new RegExp(`(?:${first.source}).*(?:${second.source})|(?:${second.source}).*(?:${first.source})`);
}
