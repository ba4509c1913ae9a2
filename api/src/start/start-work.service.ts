import { Injectable } from '@nestjs/common';
import type { ActionBody } from '../actions/action.schema.js';
import { ActionsService } from '../actions/actions.service.js';
import { AlertsService } from '../analyses/alerts.service.js';
import { localDate } from '../analysis/calendar.js';
import type { Actor } from '../app/database.js';
import { CalendarService } from '../calendar/calendar.service.js';
import { CoverageService } from '../coverage/coverage.service.js';
import { stages } from '../hotspots/hotspot.js';
import { HotspotsService } from '../hotspots/hotspots.service.js';
import { dayAndMonth, type Language, list } from '../hotspots/sentence-wording.js';
import { MeetingsService } from '../meetings/meetings.service.js';
import { ReviewsService } from '../reviews/reviews.service.js';
import { counted, sentenceCase, shownItems, whenWords } from './start.js';
import type { StartCard } from './start.schema.js';

export type Words = (sv: string, en: string) => string;

/** What a card is built from, and the words in the reader's language. */
export interface Reading {
  readonly actor: Actor;
  readonly language: Language;
  readonly today: string;
  readonly say: Words;
}

const stageWords: Record<(typeof stages)[number], readonly [string, string]> = {
  mapping: ['kartläggning', 'mapping'],
  analysis: ['analys', 'analysis'],
  action: ['åtgärd', 'action'],
  'follow-up': ['uppföljning', 'follow-up'],
  closed: ['avslutad', 'closed'],
};

/** A card with nothing to name and nowhere particular to lead. */
export function card(given: Pick<StartCard, 'id' | 'title' | 'figure' | 'text' | 'tone' | 'page'> & Partial<StartCard>): StartCard {
  return { search: '', subject: null, items: [], ...given };
} // prettier-ignore

/** The cards of the common work: what has come in, what was decided, who is silent, what comes. */
@Injectable()
export class StartWorkService {
  constructor(
    private readonly reviews: ReviewsService,
    private readonly meetings: MeetingsService,
    private readonly actions: ActionsService,
    private readonly coverage: CoverageService,
    private readonly alerts: AlertsService,
    private readonly calendar: CalendarService,
    private readonly hotspots: HotspotsService,
  ) {}

  async inbox({ actor, language, today, say }: Reading): Promise<StartCard> {
    const { waiting, answered } = await this.reviews.waiting(actor);
    const oldest = waiting === 0 ? null : await this.reviews.oldestWaiting(actor);
    const texts = [
      waiting === 0 ? say('Allt som kommit in är granskat.', 'Everything that came in is reviewed.') : '',
      oldest === null ? '' : say(`Det äldsta kom in ${whenWords(localDate(oldest.getTime()), today, language)}.`, `The oldest is from ${whenWords(localDate(oldest.getTime()), today, language)}.`),
      answered === 0 ? '' : say(`${counted(answered, 'rapportör har', 'rapportörer har')} svarat på er fråga.`, `${counted(answered, 'reporter has', 'reporters have')} answered your question.`),
    ]; // prettier-ignore
    const tone = waiting > 0 ? 'attention' : 'quiet';
    return card({ id: 'inbox', title: say('Att granska', 'To review'), figure: waiting, text: joined(texts), tone, page: 'review' }); // prettier-ignore
  }

  async meeting({ actor, language, today, say }: Reading): Promise<StartCard> {
    const meetings = await this.meetings.list(actor, { from: today }, language);
    const coming = meetings.filter(({ status }) => status === 'planned' || status === 'open').toSorted((a, b) => (a.at < b.at ? -1 : 1)); // prettier-ignore
    const next = coming.find(({ mine }) => mine) ?? coming[0];
    const title = say('Nästa möte', 'Next meeting');
    if (!next) {
      const text = say('Inget möte är planerat.', 'No meeting is planned.');
      return card({ id: 'meeting', title, figure: null, text, tone: 'quiet', page: 'meetings' });
    }
    const open = await this.openActions(actor);
    const decided = open.filter(({ meetingId }) => meetingId !== null).length;
    const time = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm', hour: '2-digit', minute: '2-digit' }).format(new Date(next.at)); // prettier-ignore
    const when = `${sentenceCase(whenWords(localDate(Date.parse(next.at)), today, language))} ${say('kl.', 'at')} ${language === 'sv' ? time.replace(':', '.') : time}`;
    const texts = [
      `${when}: ${next.title}.`,
      decided === 0
        ? say('Inga öppna beslut att följa upp.', 'No open decisions to follow up.')
        : say(`Agendan tar upp ${counted(decided, 'öppet beslut', 'öppna beslut')}.`, `The agenda brings up ${counted(decided, 'open decision', 'open decisions')}.`),
    ]; // prettier-ignore
    return card({ id: 'meeting', title, figure: null, text: joined(texts), tone: 'plain', page: 'meeting', subject: next.id }); // prettier-ignore
  }

  async overdue({ actor, language, today, say }: Reading): Promise<StartCard> {
    const late = (await this.openActions(actor)).filter(({ overdue }) => overdue);
    const none = say('Inget beslut är försenat.', 'No decision is overdue.');
    const some = say(`${counted(late.length, 'beslut har', 'beslut har')} passerat sin dag.`, `${counted(late.length, 'decision is', 'decisions are')} overdue.`); // prettier-ignore
    return card({
      id: 'overdue',
      title: say('Försenade åtgärder', 'Overdue actions'),
      figure: late.length,
      text: late.length === 0 ? none : some,
      tone: late.length === 0 ? 'quiet' : 'attention',
      page: 'actions',
      items: late.slice(0, shownItems).map((one) => actionItem(one, { language, today })),
    });
  }

  async ownActions({ actor, language, today, say }: Reading): Promise<StartCard> {
    const own = (await this.openActions(actor)).filter(({ organisationId }) => organisationId === actor.organisationId);
    const late = own.filter(({ overdue }) => overdue).length;
    const texts = [
      own.length === 0 ? say('Ni har inga öppna åtgärder.', 'You have no open actions.') : '',
      late === 0 ? '' : say(`${counted(late, 'är försenad', 'är försenade')}.`, `${late} overdue.`),
    ];
    return card({
      id: 'own-actions',
      title: say('Våra åtgärder', 'Our actions'),
      figure: own.length,
      text: joined(texts),
      tone: late > 0 ? 'attention' : own.length === 0 ? 'quiet' : 'plain',
      page: 'actions',
      search: 'visa=mina',
      items: own.slice(0, shownItems).map((one) => actionItem(one, { language, today })),
    });
  }

  /** Where nobody has reported yet, nobody is singled out. */
  async silent({ actor, language, say }: Reading): Promise<StartCard> {
    const { organisations } = await this.coverage.matrix(actor, language);
    const expected = organisations.filter((one) => one.expected);
    const began = expected.some(({ cells }) => cells.some(({ state }) => state !== 'silent' && state !== 'waiting'));
    const silent = began ? expected.filter(({ silentWeeks }) => silentWeeks >= 2).map(({ name }) => name) : [];
    const named = silent.slice(0, shownItems);
    const left = silent.length - named.length;
    const names = list(left === 0 ? named : [...named, say(`${left} till`, `${left} more`)], language);
    const none = began
      ? say('Alla som väntas rapportera har hörts av.', 'All who are expected to report have been heard.')
      : say('Ingen har rapporterat än.', 'Nobody has reported yet.');
    return card({
      id: 'silent',
      title: say('Tysta aktörer', 'Silent organisations'),
      figure: silent.length,
      text: silent.length === 0 ? none : say(`Två veckor eller mer utan ett ord: ${names}.`, `Two weeks or more without a word: ${names}.`), // prettier-ignore
      tone: silent.length === 0 ? 'quiet' : 'attention',
      page: 'coverage',
    });
  }

  async found({ actor, language, say }: Reading): Promise<StartCard> {
    const alerts = await this.alerts.list(actor, { seen: 'no', limit: 20 }, language);
    return card({
      id: 'alerts',
      title: say('Nya anhopningar', 'New clusters'),
      figure: alerts.length,
      text: alerts.length === 0 ? say('Nattens sökning fann inget nytt.', 'The night’s search found nothing new.') : '',
      tone: alerts.length === 0 ? 'quiet' : 'attention',
      page: 'map',
      items: alerts.slice(0, shownItems).map(({ sentence, centre, category }) => ({
        text: sentence,
        note: null,
        page: 'map' as const,
        subject: null,
        search: `lage=15.5/${centre[1] ?? 0}/${centre[0] ?? 0}&kategori=${category.code}`,
      })),
    });
  }

  async prepare({ actor, language, today, say }: Reading): Promise<StartCard> {
    const entries = await this.calendar.within(actor, (manager) => this.calendar.toPrepare(manager, actor, today));
    return card({
      id: 'prepare',
      title: say('Börja förbereda', 'Begin to prepare'),
      figure: entries.length,
      text: entries.length === 0 ? say('Inget i årshjulet behöver förberedas nu.', 'Nothing in the annual wheel needs preparing now.') : '', // prettier-ignore
      tone: entries.length === 0 ? 'quiet' : 'plain',
      page: 'wheel',
      items: entries.slice(0, shownItems).map(({ id, title, date }) => ({
        text: title,
        note: sentenceCase(whenWords(date, today, language)),
        page: 'wheel' as const,
        subject: null,
        search: `tillfalle=${encodeURIComponent(id)}`,
      })),
    });
  }

  /** The hot spots that the reader's organisation answers for; for those who coordinate all of them. */
  async spots({ actor, language, say }: Reading): Promise<StartCard> {
    const all = (await this.hotspots.list(actor, language)).filter(({ stage }) => stage !== 'closed');
    const own = all.filter(({ owner }) => owner.organisationId === actor.organisationId);
    const shown = actor.role === 'police' && own.length > 0 ? own : all;
    const title = shown === own ? say('Våra hot spots', 'Our hot spots') : say('Hot spots', 'Hot spots');
    return card({
      id: 'hotspots',
      title,
      figure: shown.length,
      text: shown.length === 0 ? say('Ingen plats är utsedd till hot spot.', 'No place has been made a hot spot.') : '',
      tone: shown.length === 0 ? 'quiet' : 'plain',
      page: 'map',
      items: shown.slice(0, shownItems).map(({ id, name, stage, figures }) => ({
        text: name,
        note: `${sentenceCase(say(...stageWords[stage]))}. ${counted(figures.latest28Days, say('händelse', 'event'), say('händelser', 'events'))} ${say('senaste fyra veckorna', 'in the last four weeks')}.`,
        page: 'hotspot' as const,
        subject: id,
        search: '',
      })),
    });
  }

  private async openActions(actor: Actor): Promise<ActionBody[]> {
    return this.actions.within(actor, (manager) => this.actions.list(manager, actor, { open: true }));
  }
}

/** Leads to the hot spot that the action is for, else to the meeting that decided it. */
function actionItem(
  { what, due, organisation, hotspotId, meetingId }: ActionBody,
  { language, today }: Pick<Reading, 'language' | 'today'>,
): StartCard['items'][number] {
  const day = due === null ? '' : dayAndMonth(due, language, today);
  const page = hotspotId !== null ? 'hotspot' : meetingId !== null ? 'meeting' : 'actions';
  const search = hotspotId !== null ? 'flik=plan' : '';
  return { text: what, note: [organisation, day].filter((part) => part !== '').join(', '), page, subject: hotspotId ?? meetingId, search }; // prettier-ignore
}

function joined(texts: readonly string[]): string {
  return texts.filter((text) => text !== '').join(' ');
}
