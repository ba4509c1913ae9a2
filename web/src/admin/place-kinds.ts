import { defineTexts } from '../ui/language.js';

/** The sorts of place that there are from the start; a sort from elsewhere stands as it was written. */
export const placeKinds = ['school', 'preschool', 'youth-centre', 'library', 'sports', 'playground', 'park', 'beach', 'harbour', 'square', 'shop', 'restaurant', 'station', 'bus-stop', 'parking', 'health', 'church', 'town-hall', 'police', 'industry', 'other'] as const; // prettier-ignore
export type PlaceKind = (typeof placeKinds)[number];

export const placeKindTexts = defineTexts('admin-place-kinds', {
  sv: {
    school: 'Skola', preschool: 'Förskola', 'youth-centre': 'Fritidsgård', library: 'Bibliotek', sports: 'Idrott',
    playground: 'Lekplats', park: 'Park', beach: 'Badplats', harbour: 'Hamn', square: 'Torg', shop: 'Butik',
    restaurant: 'Restaurang', station: 'Station', 'bus-stop': 'Hållplats', parking: 'Parkering', health: 'Vård',
    church: 'Kyrka', 'town-hall': 'Kommunhus', police: 'Polis', industry: 'Industri', other: 'Annat',
  },
  en: {
    school: 'School', preschool: 'Preschool', 'youth-centre': 'Youth centre', library: 'Library', sports: 'Sports',
    playground: 'Playground', park: 'Park', beach: 'Beach', harbour: 'Harbour', square: 'Square', shop: 'Shop',
    restaurant: 'Restaurant', station: 'Station', 'bus-stop': 'Bus stop', parking: 'Car park', health: 'Health care',
    church: 'Church', 'town-hall': 'Town hall', police: 'Police', industry: 'Industry', other: 'Other',
  },
}); // prettier-ignore

export function isPlaceKind(kind: string): kind is PlaceKind {
  return placeKinds.some((one) => one === kind);
}
