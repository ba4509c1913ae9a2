import { demoCode } from '../support/driver.js';
import { openTab } from '../support/hotspots.js';
import { enterMeeting, openedMeeting, send } from '../support/meeting-room.js';
import type { Visitor } from '../support/visitor.js';

/** A page whose picture is taken: whose it is and how one gets there. */
export interface Pictured {
  readonly name: string;
  readonly who: string;
  readonly open: (visitor: Visitor) => Promise<void>;
}

const at = (path: string) => async (visitor: Visitor) => visitor.open(`/${demoCode}/${path}`);
/** The middle of the demo town. */
const middle = 'lage=15/59.5375/16.0585';

async function openHotspot(visitor: Visitor): Promise<void> {
  await visitor.open(`/${demoCode}`);
  const spots = await send<{ id: string; stage: string }[]>(visitor, 'GET', 'hotspots');
  const [first] = spots.filter(({ stage }) => stage !== 'avslutad');
  if (first === undefined) throw new Error('the demo town has no hot spot');
  await visitor.open(`/${demoCode}/hotspots/${first.id}`);
}

/** One meeting for all pictures of it. */
let meeting: string | null = null;

export const pages: readonly Pictured[] = [
  { name: 'karta', who: 'samordnare', open: at(`karta?${middle}`) },
  { name: 'karta-en-kategori', who: 'samordnare', open: at(`karta?${middle}&lyft=NARK`) },
  { name: 'karta-lager', who: 'samordnare', open: at(`karta?lage=13.6/59.5375/16.0585&lager=varme,omraden,platser,register,atgarder`) },
  { name: 'karta-rutor', who: 'samordnare', open: at(`karta?lage=13.6/59.5375/16.0585&lager=rutor,platser`) },
  { name: 'jamfor', who: 'samordnare', open: at(`karta?lage=14.4/59.5375/16.0585&period=t2&jamfor=fjol`) },
  { name: 'hotspot', who: 'samordnare', open: openHotspot },
  {
    name: 'orsaker',
    who: 'samordnare',
    open: async (visitor) => {
      await openTab(visitor, 'orsaker');
      await visitor.page.getByRole('tablist').first().evaluate((tabs) => tabs.scrollIntoView({ block: 'start' }));
    },
  },
  {
    name: 'motet',
    who: 'samordnare',
    open: async (visitor) => {
      await visitor.open(`/${demoCode}/moten`);
      meeting ??= await openedMeeting(visitor, 'EST-gruppen på tisdagen');
      await enterMeeting(visitor, meeting);
    },
  },
  { name: 'lagesbild', who: 'samordnare', open: at('lagesbild') },
  { name: 'arshjul', who: 'samordnare', open: at('arshjul') },
  ...['vaktmastare', 'samordnare', 'kommunpolis', 'ledning'].map((who) => ({ name: `start-${who}`, who, open: at('') })),
]; // prettier-ignore
