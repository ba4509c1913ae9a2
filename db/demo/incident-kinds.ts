import { type Ground } from './people.js';

export type Season = 'flat' | 'summer' | 'dark' | 'term';
export type Hours = 'night' | 'evening' | 'school' | 'day' | 'rush' | 'small-hours';

/** How one sub-category comes about: how often, where, when, who tells, and in what words. */
export interface IncidentKind {
  readonly category: string;
  readonly subCategory: string;
  readonly severity: 1 | 2 | 3;
  /** Share of all events, in per mille. */
  readonly share: number;
  /** Share told by the police; the rest by staff. */
  readonly police: number;
  /** Share known only as an interval, because it was found afterwards. */
  readonly found: number;
  readonly season: Season;
  readonly hours: Hours;
  readonly grounds: Partial<Record<Ground, number>>;
  readonly texts: readonly string[];
}

type Row = [
  share: number,
  police: number,
  found: number,
  season: Season,
  hours: Hours,
  grounds: IncidentKind['grounds'],
];

const kind = (
  name: [category: string, subCategory: string, severity: 1 | 2 | 3],
  row: Row,
  texts: string[],
): IncidentKind => {
  const [category, subCategory, severity] = name;
  const [share, police, found, season, hours, grounds] = row;
  return { category, subCategory, severity, share, police, found, season, hours, grounds, texts };
};

const everywhere = { villa: 3, slab: 4, centre: 2, street: 3, park: 1, school: 1 };
const young = { school: 3, slab: 2, centre: 2, park: 3, station: 1, sports: 1 };
const nightlife = { centre: 6, harbour: 2, station: 2, street: 2, slab: 2, park: 1 };

/** The kinds of the product's category table that the demo's events are of. */
export const incidentKinds: readonly IncidentKind[] = [
  kind(['SKAD', 'Klotter', 1], [70, 0.25, 0.9, 'flat', 'night', { school: 4, slab: 3, station: 3, centre: 3, park: 2, sports: 1, street: 1 }], ['Klotter på fasaden, ungefär två kvadratmeter.', 'Nytt klotter sedan i går.', 'Klotter på elskåp och bänkar.', 'Taggar på dörren mot gården.']),
  kind(['SKAD', 'Glaskross', 1], [55, 0.4, 0.9, 'flat', 'night', { school: 4, centre: 3, station: 2, slab: 3, shop: 2, sports: 1 }], ['En ruta är krossad mot baksidan.', 'Krossat glas på marken.', 'Två rutor krossade, glas på marken.', 'Sten kastad genom ruta.']),
  kind(['SKAD', 'Fordon', 1], [32, 0.9, 0.85, 'flat', 'night', { slab: 4, villa: 3, street: 3, shop: 2, centre: 1 }], ['Backspeglar avslagna på flera bilar.', 'Repor längs sidan på parkerad bil.', 'Däck sönderskurna på parkeringen.']),
  kind(['SKAD', 'Byggnad/inventarier', 1], [40, 0.35, 0.8, 'flat', 'night', { school: 4, slab: 4, station: 1, sports: 2, harbour: 1, centre: 2 }], ['Dörren till förrådet är uppbruten.', 'Belysningen i entrén är sönderslagen.', 'Soffan i uppehållsrummet är förstörd.']),
  kind(['SKAD', 'Lekplats/park', 1], [25, 0.05, 0.9, 'summer', 'evening', { park: 6, slab: 1, school: 1 }], ['Gungan är nedriven.', 'Bänkar välta och en är sönderslagen.', 'Papperskorgar sönderslagna.']),
  kind(['BRAND', 'Container/skräp', 3], [20, 0.6, 0.2, 'flat', 'night', { slab: 4, school: 2, shop: 2, centre: 1, park: 1 }], ['Det brann i en container, släckt av räddningstjänsten.', 'Papperskorg antänd.', 'Brand i återvinningskärl.']),
  kind(['BRAND', 'Fordon', 3], [6, 1, 0.3, 'flat', 'small-hours', { slab: 4, street: 2, industry: 1, shop: 1 }], ['Bilbrand på parkeringen.', 'Moped antänd.']),
  kind(['BRAND', 'Pyroteknik', 3], [10, 0.3, 0, 'dark', 'evening', { slab: 3, centre: 2, school: 2, street: 1 }], ['Smällare kastade mot entrén.', 'Raketer avfyrade mellan husen.']),
  kind(['SAML', 'Trapphus/källare/förråd', 2], [35, 0, 0, 'dark', 'evening', { slab: 9, centre: 1 }], ['Samling i trapphuset, högljutt. Boende vågar inte gå förbi.', 'Källargången används som tillhåll.', 'Samling i entrén, fimpar och skräp efteråt.']),
  kind(['SAML', 'Centrum', 2], [42, 0.15, 0, 'flat', 'evening', { centre: 8, station: 3, shop: 1 }], ['Större samling vid bänkarna, hög ljudnivå.', 'Samling utanför ingången, förbipasserande väljer annan väg.', 'Stökigt vid bänkarna, lugnade sig när väktare kom.']),
  kind(['SAML', 'Skola/fritidsgård', 2], [34, 0.03, 0, 'term', 'school', { school: 1 }], ['Samling vid cykelställen på rasten, bråkig stämning.', 'Utomstående på skolgården.', 'Oroligt utanför fritidsgården vid stängning.']),
  kind(['SAML', 'Garage', 2], [10, 0.1, 0, 'dark', 'evening', { slab: 5, shop: 2 }], ['Samling i garaget, mopeder körs inomhus.', 'Tillhåll i garaget, skräp och fimpar.']),
  kind(['SAML', 'Utomhus', 2], [24, 0.1, 0, 'summer', 'evening', { park: 5, harbour: 2, slab: 2, sports: 1 }], ['Samling utomhus, hög musik.', 'Samling sent på kvällen, oroligt.']),
  kind(['NARK', 'Misstänkt försäljning', 2], [25, 0.4, 0, 'flat', 'evening', young], ['Snabba möten vid samma plats flera gånger under kvällen.', 'Misstänkt överlåtelse vid gångvägen.']),
  kind(['NARK', 'Misstänkt bruk', 2], [32, 0.5, 0, 'flat', 'evening', young], ['Lukt av cannabis vid entrén.', 'Misstänkt rökning av cannabis bakom byggnaden.']),
  kind(['NARK', 'Fynd/spår', 2], [24, 0.1, 0.6, 'flat', 'day', { park: 4, slab: 3, station: 2, school: 2, centre: 1 }], ['Tomma påsar hittade vid städning.', 'Kanyl hittad, omhändertagen.', 'Lustgastuber på marken.']),
  kind(['NARK', 'Berusning', 2], [30, 0.3, 0, 'summer', 'evening', { centre: 4, station: 3, park: 3, harbour: 2 }], ['Flera berusade vid bänkarna, högljutt.', 'Berusning, skräp efteråt.']),
  kind(['VALD', 'Bråk/slagsmål', 3], [42, 0.75, 0, 'flat', 'night', nightlife], ['Bråk mellan flera, polis på plats.', 'Slagsmål, avbröts av väktare.', 'Knuffar och bråk, ingen skadad.']),
  kind(['VALD', 'Hot', 3], [28, 0.7, 0, 'flat', 'evening', everywhere], ['Muntligt hot i samband med tillsägelse.', 'Hotfull stämning vid entrén.']),
  kind(['VALD', 'Rån', 3], [8, 1, 0, 'dark', 'evening', { centre: 3, station: 2, park: 2, street: 2 }], ['Mobiltelefon rånades vid gångvägen.', 'Rån vid cykelvägen.']),
  kind(['VALD', 'Vapen/tillhygge', 3], [7, 0.6, 0, 'flat', 'evening', young], ['Kniv hittad i buske, lämnad till polisen.', 'Tillhygge hittat i en buske.']),
  kind(['STOLD', 'Förråd/källare', 2], [38, 0.7, 0.95, 'dark', 'small-hours', { slab: 8, villa: 2, centre: 1 }], ['Inbrott i källarförråd, fyra förråd öppnade.', 'Uppbrutet cykelförråd.']),
  kind(['STOLD', 'Verksamhet', 2], [22, 0.9, 0.9, 'dark', 'small-hours', { industry: 5, shop: 2, school: 2, centre: 2, harbour: 1 }], ['Inbrott i lokal, verktyg borta.', 'Diesel stulen ur maskin.']),
  kind(['STOLD', 'Cykel/moped', 2], [52, 0.8, 0.9, 'summer', 'rush', { station: 6, centre: 3, school: 2, slab: 3, villa: 1, sports: 1 }], ['Cykel stulen ur cykelstället.', 'Låst cykel borta på eftermiddagen.', 'Moped stulen från parkering.']),
  kind(['STOLD', 'Fordon', 2], [22, 1, 0.85, 'flat', 'small-hours', { slab: 3, villa: 3, industry: 2, shop: 2, street: 2 }], ['Registreringsskyltar borta.', 'Inbrott i bil, verktyg borta.', 'Katalysator stulen.']),
  kind(['STOLD', 'Butik', 2], [30, 0.9, 0, 'flat', 'day', { shop: 6, centre: 5 }], ['Butiksstöld, polisanmäld.', 'Snatteri under eftermiddagen.']),
  kind(['STOLD', 'Båt', 2], [10, 0.9, 0.95, 'summer', 'small-hours', { harbour: 1 }], ['Utombordsmotor stulen vid bryggan.', 'Båt losskopplad från bryggan.']),
  kind(['TRAF', 'Buskörning', 1], [34, 0.2, 0, 'summer', 'evening', { street: 5, shop: 3, sports: 1, industry: 1 }], ['Buskörning på parkeringen, däckspår.', 'Epa med hög musik kör runt kvarteret.']),
  kind(['TRAF', 'A-traktor/moped', 1], [32, 0.15, 0, 'summer', 'evening', { street: 5, school: 2, shop: 2, harbour: 1 }], ['Mopeder på gångvägen i hög fart.', 'A-traktorer samlade, hög musik.']),
  kind(['TRAF', 'Fortkörning', 1], [22, 0.3, 0, 'flat', 'rush', { street: 1 }], ['Höga hastigheter förbi övergångsstället.', 'Bilar kör för fort i korsningen.']),
  kind(['ORDN', 'Störande ljud', 1], [30, 0.3, 0, 'summer', 'night', { slab: 4, centre: 3, harbour: 2, park: 1, villa: 1 }], ['Hög musik på gården efter midnatt.', 'Störande ljud från festande.']),
  kind(['ORDN', 'Nedskräpning', 1], [30, 0, 0.7, 'summer', 'day', { park: 4, centre: 3, station: 2, slab: 2, harbour: 1, school: 1 }], ['Mycket skräp efter helgen.', 'Dumpade sopor vid återvinningen.']),
  kind(['ORDN', 'Intrång', 1], [14, 0.3, 0.4, 'flat', 'night', { school: 4, sports: 2, industry: 2, station: 1 }], ['Någon har varit uppe på taket.', 'Inbrottslarm, ingen kvar på plats.']),
  kind(['PLATS', 'Belysning', 1], [20, 0, 0, 'dark', 'evening', { street: 5, park: 3, slab: 2 }], ['Tre lampor släckta längs gångvägen.', 'Mörkt längs gångvägen.']),
  kind(['PLATS', 'Insyn/växtlighet', 1], [12, 0, 0, 'summer', 'day', { street: 3, park: 3, station: 1 }], ['Buskarna skymmer gångvägen.', 'Häcken skymmer sikten.']),
  kind(['PLATS', 'Lås/dörr', 1], [12, 0, 0, 'flat', 'day', { slab: 6, school: 1 }], ['Entrédörren går inte i lås.', 'Låset till cykelrummet är trasigt.']),
  kind(['ANST', 'Hot', 2], [14, 0.4, 0, 'flat', 'day', { centre: 3, school: 2, shop: 2, station: 1 }], ['Personal hotades vid disken.', 'Hotfullt bemötande vid stängning.']),
  kind(['ORO', 'Rykte', 1], [8, 0, 0, 'term', 'day', { school: 3, centre: 1, slab: 1 }], ['Prat om uppgjort bråk efter skolan.', 'Rykte om oroligheter i helgen.']),
  kind(['OVR', '', 1], [9, 0.3, 0, 'flat', 'day', everywhere], ['Övergiven bil på parkeringen.', 'Upphittat gods lämnat i receptionen.']),
]; // prettier-ignore
