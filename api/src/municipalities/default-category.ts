/** What a new municipality starts with: rows it can change, never code. Source: product.md, "Defaults". */

export interface DefaultSubcategory {
  readonly code: string;
  readonly sv: string;
  readonly en: string;
  /** Where it differs from its category's. */
  readonly kind?: CategoryKind;
  readonly severity?: 1 | 2 | 3;
  /** False where it only comes by import. */
  readonly reportable?: false;
}

export type CategoryKind = 'crime' | 'unsafety' | 'physical' | 'signal' | 'calendar' | 'positive' | 'other';

export interface DefaultCategory {
  readonly code: string;
  readonly sv: string;
  readonly en: string;
  readonly kind: CategoryKind;
  readonly severity: 1 | 2 | 3 | null;
  readonly placeBound?: false;
  readonly reportable?: false;
  readonly subcategories: readonly DefaultSubcategory[];
}

export const defaultSeverities = [
  { level: 1, sv: 'Låg', en: 'Low', weight: 1 },
  { level: 2, sv: 'Medel', en: 'Medium', weight: 3 },
  { level: 3, sv: 'Hög', en: 'High', weight: 5 },
] as const;

const sub = (code: string, sv: string, en: string, more: Partial<DefaultSubcategory> = {}): DefaultSubcategory => ({
  code,
  sv,
  en,
  ...more,
});

export const defaultCategories: readonly DefaultCategory[] = [
  {
    code: 'SKAD',
    sv: 'Skadegörelse och klotter',
    en: 'Vandalism and graffiti',
    kind: 'crime',
    severity: 1,
    subcategories: [
      sub('klotter', 'Klotter', 'Graffiti'),
      sub('glaskross', 'Glaskross', 'Broken glass'),
      sub('fordon', 'Fordon', 'Vehicle'),
      sub('byggnad', 'Byggnad eller inventarier', 'Building or fittings'),
      sub('lekplats', 'Lekplats eller park', 'Playground or park'),
    ],
  },
  {
    code: 'BRAND',
    sv: 'Brand och eldning',
    en: 'Fire',
    kind: 'crime',
    severity: 3,
    subcategories: [
      sub('container', 'Container eller skräp', 'Container or rubbish'),
      sub('fordon', 'Fordon', 'Vehicle'),
      sub('byggnad', 'Byggnad', 'Building'),
      sub('pyroteknik', 'Pyroteknik', 'Fireworks', { severity: 2 }),
    ],
  },
  {
    code: 'SAML',
    sv: 'Otrygghetsskapande samling',
    en: 'Gathering that feels unsafe',
    kind: 'unsafety',
    severity: 2,
    subcategories: [
      sub('trapphus', 'Trapphus, källare eller förråd', 'Stairwell, cellar or storage'),
      sub('centrum', 'Centrum', 'Centre'),
      sub('skola', 'Skola eller fritidsgård', 'School or youth centre'),
      sub('garage', 'Garage', 'Garage'),
      sub('utomhus', 'Utomhus', 'Outdoors'),
    ],
  },
  {
    code: 'NARK',
    sv: 'Narkotika och alkohol',
    en: 'Drugs and alcohol',
    kind: 'crime',
    severity: 2,
    subcategories: [
      sub('forsaljning', 'Misstänkt försäljning', 'Suspected dealing'),
      sub('bruk', 'Misstänkt bruk', 'Suspected use'),
      sub('fynd', 'Fynd eller spår', 'Find or traces'),
      sub('berusning', 'Berusning', 'Intoxication', { kind: 'unsafety', severity: 1 }),
    ],
  },
  {
    code: 'VALD',
    sv: 'Våld, hot och bråk',
    en: 'Violence, threats and fights',
    kind: 'crime',
    severity: 3,
    subcategories: [
      sub('slagsmal', 'Bråk eller slagsmål', 'Fight'),
      sub('hot', 'Hot', 'Threat'),
      sub('ran', 'Rån', 'Robbery'),
      sub('ofredande', 'Sexuellt ofredande', 'Sexual molestation'),
      sub('vapen', 'Vapen eller tillhygge', 'Weapon'),
      sub('skottlossning', 'Skottlossning eller explosion', 'Shooting or explosion'),
    ],
  },
  {
    code: 'STOLD',
    sv: 'Stöld och inbrott',
    en: 'Theft and burglary',
    kind: 'crime',
    severity: 2,
    subcategories: [
      sub('bostad', 'Bostad', 'Home', { reportable: false }),
      sub('forrad', 'Förråd eller källare', 'Storage or cellar'),
      sub('verksamhet', 'Verksamhet', 'Business'),
      sub('cykel', 'Cykel eller moped', 'Bicycle or moped', { severity: 1 }),
      sub('fordon', 'Fordon', 'Vehicle'),
      sub('butik', 'Butik', 'Shop', { severity: 1 }),
      sub('bat', 'Båt', 'Boat'),
    ],
  },
  {
    code: 'TRAF',
    sv: 'Fordon och trafik',
    en: 'Vehicles and traffic',
    kind: 'unsafety',
    severity: 1,
    subcategories: [
      sub('buskorning', 'Buskörning', 'Reckless driving', { severity: 2 }),
      sub('a-traktor', 'A-traktor eller moped', 'A-tractor or moped'),
      sub('fortkorning', 'Fortkörning', 'Speeding', { kind: 'crime' }),
      sub('olovlig', 'Olovlig trafik', 'Unlawful traffic'),
    ],
  },
  {
    code: 'ORDN',
    sv: 'Ordningsstörning',
    en: 'Disturbance',
    kind: 'unsafety',
    severity: 1,
    subcategories: [
      sub('ljud', 'Störande ljud', 'Noise'),
      sub('nedskrapning', 'Nedskräpning', 'Littering'),
      sub('boende', 'Olovligt boende', 'Unlawful dwelling'),
      sub('intrang', 'Intrång', 'Trespass', { severity: 2 }),
    ],
  },
  {
    code: 'PLATS',
    sv: 'Otrygg plats',
    en: 'Place that feels unsafe',
    kind: 'physical',
    severity: 1,
    subcategories: [
      sub('belysning', 'Belysning', 'Lighting'),
      sub('insyn', 'Insyn och växtlighet', 'Sight lines and vegetation'),
      sub('odslighet', 'Ödslighet', 'Desolation'),
      sub('skotsel', 'Skötsel', 'Care'),
      sub('las', 'Lås eller dörr', 'Lock or door'),
    ],
  },
  {
    code: 'ANST',
    sv: 'Incident mot anställd eller verksamhet',
    en: 'Incident against staff or service',
    kind: 'crime',
    severity: 2,
    subcategories: [
      sub('hot', 'Hot', 'Threat', { severity: 3 }),
      sub('vald', 'Våld', 'Violence', { severity: 3 }),
      sub('trakasserier', 'Trakasserier', 'Harassment'),
      sub('sabotage', 'Sabotage', 'Sabotage'),
    ],
  },
  {
    code: 'ORO',
    sv: 'Oro och ryktesspridning',
    en: 'Worry and rumours',
    kind: 'signal',
    severity: 1,
    subcategories: [
      sub('sociala-medier', 'Sociala medier', 'Social media'),
      sub('rykte', 'Rykte', 'Rumour'),
      sub('planerat', 'Planerat bråk', 'Planned fight', { severity: 2 }),
    ],
  },
  {
    code: 'ARR',
    sv: 'Arrangemang, kommande',
    en: 'Coming event',
    kind: 'calendar',
    severity: null,
    subcategories: [
      sub('evenemang', 'Evenemang', 'Event'),
      sub('match', 'Match', 'Match'),
      sub('lov', 'Lov eller skolavslutning', 'School break or school end'),
      sub('demonstration', 'Demonstration', 'Demonstration'),
      sub('riskhelg', 'Riskhelg', 'Risk weekend'),
    ],
  },
  {
    code: 'BEDR',
    sv: 'Bedrägeri',
    en: 'Fraud',
    kind: 'crime',
    severity: 2,
    placeBound: false,
    subcategories: [
      sub('aldre', 'Mot äldre', 'Against the elderly'),
      sub('kort', 'Kort eller konto', 'Card or account'),
      sub('handel', 'Handel', 'Trade'),
    ],
  },
  {
    code: 'RELA',
    sv: 'Våld i nära relation',
    en: 'Violence in close relations',
    kind: 'crime',
    severity: 3,
    placeBound: false,
    reportable: false,
    subcategories: [],
  },
  {
    code: 'NAT',
    sv: 'Brott och utsatthet på nätet',
    en: 'Crime and exposure online',
    kind: 'crime',
    severity: 3,
    placeBound: false,
    subcategories: [
      sub('barn', 'Mot barn', 'Against children'),
      sub('hot', 'Hot eller trakasserier', 'Threats or harassment'),
    ],
  },
  {
    code: 'ORGB',
    sv: 'Organiserad brottslighet',
    en: 'Organised crime',
    kind: 'signal',
    severity: 2,
    placeBound: false,
    subcategories: [
      sub('rekrytering', 'Rekrytering', 'Recruitment'),
      sub('lokaler', 'Lokaler', 'Premises'),
      sub('utpressning', 'Utpressning', 'Extortion'),
    ],
  },
  {
    code: 'TRYGG',
    sv: 'Trygg plats',
    en: 'Place that feels safe',
    kind: 'positive',
    severity: null,
    subcategories: [],
  },
  { code: 'OVR', sv: 'Övrigt', en: 'Other', kind: 'other', severity: 1, subcategories: [] },
];

/** Which source group an organisation's own rows belong to, by its kind. */
export const groupOfKind: Readonly<Record<string, string>> = {
  municipality: 'kommun',
  police: 'polis',
  housing: 'bostad',
  guard: 'vakt',
  transport: 'transport',
  other: 'ovrig',
};

export const defaultGroups = [
  { code: 'kommun', name: 'Kommunens rapporter' },
  { code: 'polis', name: 'Polisens uppgifter' },
  { code: 'bostad', name: 'Bostadsbolagens rapporter' },
  { code: 'vakt', name: 'Bevakningsföretagens rapporter' },
  { code: 'transport', name: 'Trafikbolagens rapporter' },
  { code: 'ovrig', name: 'Övriga rapporter' },
] as const;

/** Which groups an organisation of a kind sees from the start. Police rows are for municipality and police only. */
export function groupsSeenBy(kind: string): readonly string[] {
  if (kind === 'municipality' || kind === 'police') return defaultGroups.map((group) => group.code);
  return ['kommun', groupOfKind[kind] ?? 'ovrig'];
}
