import { Injectable } from '@nestjs/common';
import { NewsService } from '../hotspots/news.service.js';
import { passWords } from '../presence/presence-words.js';
import { PresencesService } from '../presence/presences.service.js';
import { LawCheckService } from '../situation/law-check.service.js';
import { SituationVersionsService } from '../situation/situation-versions.service.js';
import { weekAround } from '../situation/situation.js';
import { card, type Reading } from './start-work.service.js';
import { counted, sentenceCase, shownItems } from './start.js';
import type { StartCard } from './start.schema.js';

/** The cards of the places that the group works at, and of what the municipality writes of them all. */
@Injectable()
export class StartPlacesService {
  constructor(
    private readonly newsOfHotspots: NewsService,
    private readonly presences: PresencesService,
    private readonly versions: SituationVersionsService,
    private readonly lawCheck: LawCheckService,
  ) {}

  /** New reports in the hot spots that the reader's organisation answers for. */
  async news({ actor, say }: Reading): Promise<StartCard> {
    const all = await this.newsOfHotspots.list(actor);
    const none = say('Inget nytt i de hot spots som ni ansvarar för.', 'Nothing new in the hot spots that you answer for.');
    return card({
      id: 'news',
      title: say('Nytt i våra hot spots', 'New in our hot spots'),
      figure: all.reduce((sum, { count }) => sum + count, 0),
      text: all.length === 0 ? none : say('Rapporter sedan ni såg efter senast.', 'Reports since you last looked.'),
      tone: all.length === 0 ? 'quiet' : 'attention',
      ...pageOf(all.map(({ id }) => id), ''),
      items: all.slice(0, shownItems).map(({ id, name, count }) => ({
        text: name,
        note: say(counted(count, 'ny rapport', 'nya rapporter'), counted(count, 'new report', 'new reports')),
        page: 'hotspot' as const,
        subject: id,
        search: '',
      })),
    });
  } // prettier-ignore

  /** When it pays to be where today. */
  async tonight({ actor, language, say }: Reading): Promise<StartCard> {
    const left = await this.presences.today(actor);
    const none = say('Inget pass är föreslaget för resten av dagen.', 'No pass is proposed for the rest of the day.');
    return card({
      id: 'tonight',
      title: say('Närvaro i dag', 'Presence today'),
      figure: left.length,
      text: left.length === 0 ? none : say('Föreslagna pass som inte är över än.', 'Proposed presence that has not ended yet.'), // prettier-ignore
      tone: left.length === 0 ? 'quiet' : 'plain',
      ...pageOf(left.map(({ hotspotId }) => hotspotId), 'flik=samtal'),
      items: left.slice(0, shownItems).map(({ hotspotId, name, pass }) => ({
        text: name,
        note: sentenceCase(passWords(pass, language)),
        page: 'hotspot' as const,
        subject: hotspotId,
        search: 'flik=samtal',
      })),
    });
  } // prettier-ignore

  /** How far the lägesbild of the last whole week has come. Where none was ever written, nobody is urged. */
  async draft({ actor, say }: Reading): Promise<StartCard> {
    const { number, text: period } = weekAround(Date.now(), -1);
    const { edited, approved, before } = await this.versions.state(actor, period);
    const texts = {
      approved: say(`Vecka ${number} är godkänd, version ${approved?.number}.`, `Week ${number} is approved, version ${approved?.number}.`),
      edited: say(`Utkastet för vecka ${number} är redigerat men inte godkänt.`, `The draft of week ${number} is edited but not approved.`),
      untouched: say(`Utkastet för vecka ${number} väntar på att läsas och godkännas.`, `The draft of week ${number} waits to be read and approved.`),
    }; // prettier-ignore
    const state = approved !== null ? 'approved' : edited > 0 ? 'edited' : 'untouched';
    return card({
      id: 'draft',
      title: say('Lägesbilden', 'Situation report'),
      figure: null,
      text: texts[state],
      tone: state === 'approved' ? 'good' : state === 'edited' ? 'attention' : before ? 'plain' : 'quiet',
      page: 'situation',
      search: `period=${period}&visa=text`,
    });
  }

  /** What the law asks for and nothing shows yet. */
  async law({ actor, language, say }: Reading): Promise<StartCard> {
    const { points } = await this.lawCheck.get(actor, language);
    const missing = points.filter(({ met }) => !met);
    return card({
      id: 'law',
      title: say('Lagens krav som saknas', 'What the law asks for and is missing'),
      figure: missing.length,
      text: missing.length === 0 ? say('Allt som lagen begär är visat.', 'All that the law asks for is shown.') : '',
      tone: missing.length === 0 ? 'good' : 'plain',
      page: 'law',
      items: missing.slice(0, shownItems).map(({ text }) => ({ text, note: null, page: 'law' as const, subject: null, search: '' })), // prettier-ignore
    });
  }
}

/** Where what is counted lies: at its hot spot when there is one, else on the map with all of them. */
function pageOf(hotspotIds: readonly string[], search: string): Pick<StartCard, 'page' | 'subject' | 'search'> {
  const [first, ...others] = new Set(hotspotIds);
  if (first === undefined || others.length > 0) return { page: 'map', subject: null, search: '' };
  return { page: 'hotspot', subject: first, search };
}
