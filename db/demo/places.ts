import { type Point } from './plane.js';
import { ground } from './site.js';

export type PlaceKind =
  | 'school'
  | 'preschool'
  | 'station'
  | 'square'
  | 'park'
  | 'harbour'
  | 'shop'
  | 'youth-centre'
  | 'library'
  | 'sports'
  | 'bus-stop'
  | 'parking'
  | 'church'
  | 'health'
  | 'police'
  | 'town-hall'
  | 'beach'
  | 'playground'
  | 'restaurant'
  | 'industry'
  | 'housing';

export interface Place {
  readonly name: string;
  readonly kind: PlaceKind;
  readonly x: number;
  readonly y: number;
  /** Other names that people use. */
  readonly aliases: readonly string[];
}

const sketches: readonly (readonly [name: string, kind: PlaceKind, design: Point, aliases?: readonly string[]])[] = [
  ['Stora torget', 'square', [-20, -12], ['Torget', 'Torget i Älvhamn']],
  ['Älvhamns station', 'station', [-25, 318], ['Stationen', 'Tågstationen', 'Resecentrum']],
  ['Bussterminalen', 'bus-stop', [-170, 312], ['Bussen vid stationen']],
  ['Gågatan', 'shop', [-24, 178], ['Gågatan vid systemet']],
  ['Stadshuset', 'town-hall', [-52, 56], ['Kommunhuset']],
  ['Älvhamns bibliotek', 'library', [10, 58], ['Biblioteket', 'Bibblan']],
  ['Konsumhuset', 'shop', [80, -34], ['Konsum']],
  ['Konsumparkeringen', 'parking', [125, -20], ['Parkeringen bakom Konsum', 'Konsum parkering']],
  ['Köpmannen', 'shop', [76, 22], ['Varuhuset']],
  ['Älvhamns kyrka', 'church', [-340, 92], ['Stadskyrkan']],
  ['Stadsparken', 'park', [450, 180], ['Parken', 'Parken vid ån']],
  ['Parkscenen', 'park', [470, 235], ['Scenen i parken']],
  ['Åbron', 'bus-stop', [575, -62], ['Bron vid Storgatan']],
  ['Polisstationen', 'police', [352, -66], ['Polisen']],
  ['Gästhamnen', 'harbour', [20, -425], ['Hamnen', 'Småbåtshamnen']],
  ['Fiskhamnen', 'harbour', [-215, -405], ['Magasinen']],
  ['Hamnkrogen', 'restaurant', [130, -412], ['Krogen i hamnen']],
  ['Båtklubben', 'harbour', [315, -412], ['Älvhamns båtklubb']],
  ['Hamnparkeringen', 'parking', [220, -352], []],
  ['Pizzeria Storgatan', 'restaurant', [150, -64], ['Pizzerian']],
  ['Björkskolan', 'school', [-780, 905], ['Björkan', 'Björkskolans gård']],
  ['Fritidsgården Kojan', 'youth-centre', [-700, 828], ['Kojan', 'Fritidsgården']],
  ['Björkhöjdens centrum', 'shop', [-588, 898], ['Höjdens centrum', 'Livsan på höjden']],
  ['Björkhöjdens parkering', 'parking', [-505, 900], []],
  ['Björkhöjdens lekpark', 'playground', [-470, 740], ['Lekparken på höjden']],
  ['Björkhöjden, hållplats', 'bus-stop', [-640, 800], []],
  ['Näverparken', 'park', [-500, 700], ['Dungen på höjden']],
  ['Koloniområdet', 'park', [-1280, 690], ['Kolonin']],
  ['Förskolan Näktergalen', 'preschool', [-1080, 900], []],
  ['Kvarnbackens skola', 'school', [-90, 620], ['Kvarnskolan']],
  ['Förskolan Kvarnhjulet', 'preschool', [120, 560], []],
  ['Älvhamns idrottsplats', 'sports', [320, 830], ['Vallen', 'Idrottsplatsen']],
  ['Älvhamns sporthall', 'sports', [230, 695], ['Sporthallen']],
  ['Ishallen', 'sports', [430, 840], []],
  ['Vårdcentralen', 'health', [300, 490], ['Vårdcentralen Älvhamn']],
  ['Ringvägens korsning', 'bus-stop', [-240, 1215], ['Rondellen vid Ringvägen']],
  ['Norrängens lekplats', 'playground', [-520, 1640], []],
  ['Norrängens kyrkogård', 'church', [-945, 1480], ['Kyrkogården']],
  ['Östanå förskola', 'preschool', [1080, 180], []],
  ['Östanå torg', 'shop', [980, 20], ['Kiosken på Östanå']],
  ['Ekbackens macken', 'shop', [1310, 870], ['Macken', 'Bensinmacken']],
  ['Ekbackens återvinning', 'industry', [1850, 1480], ['Tippen', 'Återvinningscentralen']],
  ['Ekbackens verkstadsområde', 'industry', [1100, 800], []],
  ['Stormarknaden', 'shop', [1480, 960], ['Köpcentret på Ekbacken']],
  ['Stormarknadens parkering', 'parking', [1440, 1010], []],
  ['Strandbadet', 'beach', [1880, -640], ['Badet', 'Söderstrandsbadet']],
  ['Badparkeringen', 'parking', [1830, -540], []],
  ['Strandängens lekplats', 'playground', [-900, -210], []],
  ['Västerkiosken', 'shop', [-700, -22], ['Kiosken på Väster']],
  ['Väster, hållplats', 'bus-stop', [-1090, 6], []],
  ['Granby skola', 'school', [-700, 5300], []],
  ['Granby lanthandel', 'shop', [-735, 5120], ['Lanthandeln']],
  ['Sandviks brygga', 'harbour', [5200, -950], ['Bryggan i Sandvik']],
  ['Sandviks bygdegård', 'youth-centre', [5300, -560], ['Bygdegården']],
]; // prettier-ignore

/** The register of named places. */
export const placeRegister: readonly Place[] = sketches.map(([name, kind, design, aliases = []]) => {
  const [x, y] = ground(design);
  return { name, kind, x, y, aliases };
});

export interface Organisation {
  readonly code: string;
  readonly name: string;
  readonly kind: 'municipality' | 'police' | 'housing' | 'guard' | 'transport' | 'other';
}

/** Those who report and act together. All invented. */
export const organisationRegister: readonly Organisation[] = [
  { code: 'skola', name: 'Älvhamns kommun, skola', kind: 'municipality' },
  { code: 'fritid', name: 'Älvhamns kommun, kultur och fritid', kind: 'municipality' },
  { code: 'gata-park', name: 'Älvhamns kommun, gata och park', kind: 'municipality' },
  { code: 'social', name: 'Älvhamns kommun, socialtjänst', kind: 'municipality' },
  { code: 'polisen', name: 'Polisen, lokalpolisområde Älvhamn', kind: 'police' },
  { code: 'alvhamnsbostader', name: 'Älvhamnsbostäder', kind: 'housing' },
  { code: 'bjorkhem', name: 'Björkhem Fastigheter', kind: 'housing' },
  { code: 'norrvakt', name: 'Norrvakt Bevakning', kind: 'guard' },
  { code: 'stationshus', name: 'Svenska Stationshus', kind: 'transport' },
  { code: 'foretagarna', name: 'Älvhamns handel', kind: 'other' },
];
