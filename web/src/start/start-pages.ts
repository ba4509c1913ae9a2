import type { StartPage } from './start-api.js';

/** Where each page lies. */
export const startPaths: Readonly<Record<StartPage, string>> = {
  report: '/$code/rapportera',
  mine: '/$code/mina-rapporter',
  week: '/$code/veckan',
  assess: '/$code/bedom',
  review: '/$code/granska',
  meeting: '/$code/moten/$id',
  meetings: '/$code/moten',
  coverage: '/$code/tackning',
  map: '/$code/karta',
  hotspot: '/$code/hotspots/$id',
  wheel: '/$code/arshjul',
  import: '/$code/importera',
  promises: '/$code/loften',
  analysis: '/$code/analys',
  administration: '/$code/administration',
  registers: '/$code/register',
  baselines: '/$code/manniskor',
  situation: '/$code/lagesbild',
  actions: '/$code/atgarder',
  law: '/$code/lagens-krav',
};

/** The query text of an address as the router takes it. */
export function searchOf(text: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(text));
}
