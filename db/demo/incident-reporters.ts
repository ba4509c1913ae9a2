import { type Random } from '../../api/src/analysis/random.js';
import { type Anchor, type Ground } from './people.js';

/** Which organisations see what happens where, with weights. */
const witnesses: Readonly<Record<Ground, Readonly<Record<string, number>>>> = {
  villa: { 'gata-park': 3, fritid: 1, norrvakt: 1 },
  slab: { alvhamnsbostader: 5, bjorkhem: 2, norrvakt: 1, social: 1 },
  centre: { fritid: 2, norrvakt: 4, foretagarna: 3, 'gata-park': 2, social: 1 },
  school: { skola: 6, fritid: 3, norrvakt: 1 },
  station: { stationshus: 5, norrvakt: 3, 'gata-park': 1 },
  park: { 'gata-park': 6, fritid: 2, social: 1 },
  harbour: { fritid: 4, norrvakt: 2, 'gata-park': 2 },
  shop: { foretagarna: 4, norrvakt: 3, alvhamnsbostader: 1 },
  sports: { fritid: 6, norrvakt: 1 },
  industry: { norrvakt: 5, foretagarna: 2 },
  street: { 'gata-park': 4, norrvakt: 2, social: 1, fritid: 1 },
};

/** The code of the organisation that files a row. */
export function reporterOf(source: 'police' | 'staff', anchor: Anchor, random: Random): string {
  if (source === 'police') return 'polisen';
  const seen = witnesses[anchor.ground];
  return random.pick(Object.keys(seen), Object.values(seen));
}
