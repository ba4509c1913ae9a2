import { Injectable } from '@nestjs/common';
import { AccountsService } from '../access/accounts.service.js';
import { ActionsService } from '../actions/actions.service.js';
import { AnalysesService } from '../analyses/analyses.service.js';
import { localDate } from '../analysis/calendar.js';
import { AssessmentsService } from '../assessments/assessments.service.js';
import { CalendarSuggestionsService } from '../calendar/calendar-suggestions.service.js';
import { CoverageService } from '../coverage/coverage.service.js';
import { dayAndMonth } from '../hotspots/sentence-wording.js';
import { ImportsService } from '../imports/imports.service.js';
import { MunicipalitiesService } from '../municipalities/municipalities.service.js';
import { PromisesService } from '../promises/promises.service.js';
import { RegistersService } from '../registers/registers.service.js';
import { ReviewsService } from '../reviews/reviews.service.js';
import { weekAround } from '../situation/situation.js';
import { card, type Reading } from './start-work.service.js';
import { counted, daysTo, missingWords, sentenceCase, shownItems, whenWords } from './start.js';
import type { StartCard } from './start.schema.js';

/** What a question is called in the address of the analysis page. */
const questionWords: Readonly<Record<string, string>> = {
  places: 'platser',
  people: 'manniskor',
  new: 'nytt',
  'near-repeat': 'foljer',
  trend: 'utveckling',
  when: 'nar',
  concentration: 'samlat',
  effect: 'hjalpte',
  windows: 'rutor',
};

/** The police's rows are told to be old after so many days. */
const staleDays = 14;
/** What was done is told of so many days back. */
const doneDays = 90;

/** The cards of what came of it, of the data behind it, and of one's own reports. */
@Injectable()
export class StartResultsService {
  constructor(
    private readonly promises: PromisesService,
    private readonly actions: ActionsService,
    private readonly analyses: AnalysesService,
    private readonly imports: ImportsService,
    private readonly municipalities: MunicipalitiesService,
    private readonly registers: RegistersService,
    private readonly accounts: AccountsService,
    private readonly calendarSuggestions: CalendarSuggestionsService,
    private readonly reviews: ReviewsService,
    private readonly coverage: CoverageService,
    private readonly assessments: AssessmentsService,
  ) {}

  async promised({ actor, language, today, say }: Reading): Promise<StartCard> {
    const promises = (await this.promises.list(actor, {})).filter(
      ({ status, periodFrom, periodTo }) => status !== 'draft' && periodFrom <= today && today <= periodTo,
    );
    const commitments = promises.flatMap((one) => one.commitments);
    const of = (...statuses: string[]) => commitments.filter(({ progress }) => statuses.includes(progress.status ?? '')).length; // prettier-ignore
    const [behind, kept] = [of('behind', 'not-met'), of('on-track', 'done')];
    const late = commitments.filter(({ progress }) => progress.status === 'behind' || progress.status === 'not-met');
    const text =
      promises.length === 0
        ? say('Inget medborgarlöfte gäller i dag.', 'No promise is in force today.')
        : say(
            `Av ${counted(commitments.length, 'åtagande', 'åtaganden')} är ${kept} klara eller enligt plan och ${behind} efter plan.`,
            `Of ${counted(commitments.length, 'commitment', 'commitments')} ${kept} are done or on plan and ${behind} behind.`,
          );
    return card({
      id: 'promises',
      title: say('Medborgarlöften', 'Promises'),
      figure: promises.length,
      text,
      tone: promises.length === 0 ? 'quiet' : behind > 0 ? 'attention' : 'good',
      page: 'promises',
      items: late.slice(0, shownItems).map((one) => ({ text: one.text, note: one.sentence[language], page: 'promises', subject: null, search: '' })), // prettier-ignore
    });
  }

  async done({ actor, language, today, say }: Reading): Promise<StartCard> {
    const all = await this.actions.within(actor, (manager) => this.actions.list(manager, actor));
    const finished = all.flatMap((one) => {
      const last = one.history.findLast(({ status, deed }) => status === 'done' && deed !== 'changed');
      const day = last && localDate(Date.parse(last.at));
      return one.status === 'done' && day && daysTo(day, today) <= doneDays ? [{ ...one, day }] : [];
    });
    const none = say('Ingen åtgärd har blivit klar de senaste tre månaderna.', 'No action was finished in the last three months.'); // prettier-ignore
    return card({
      id: 'done',
      title: say('Gjort', 'Done'),
      figure: finished.length,
      text: finished.length === 0 ? none : say('Klart de senaste tre månaderna.', 'Finished in the last three months.'),
      tone: finished.length === 0 ? 'quiet' : 'good',
      page: 'actions',
      search: 'visa=klara',
      items: finished
        .toSorted((a, b) => (a.day > b.day ? -1 : 1))
        .slice(0, shownItems)
        .map(({ what, organisation, day, hotspotId, meetingId }) => ({
          text: what,
          note: `${organisation}, ${dayAndMonth(day, language, today)}`,
          page: hotspotId !== null ? 'hotspot' : meetingId !== null ? 'meeting' : 'actions',
          subject: hotspotId ?? meetingId,
          search: hotspotId === null && meetingId === null ? 'visa=klara' : '',
        })),
    });
  }

  async helped({ actor, language, say }: Reading): Promise<StartCard> {
    const { items } = await this.analyses.list(actor, { question: 'effect', limit: shownItems }, language);
    const none = say('Ingen åtgärds effekt är uppmätt än.', 'The effect of no action has been measured yet.');
    return card({
      id: 'helped',
      title: say('Hjälpte det?', 'Did it help?'),
      figure: null,
      text: items.length === 0 ? none : '',
      tone: items.length === 0 ? 'quiet' : 'plain',
      page: 'analysis',
      items: items.map(({ id, sentence, createdAt }) => ({
        text: sentence,
        note: dayAndMonth(localDate(Date.parse(createdAt)), language),
        page: 'analysis',
        subject: null,
        search: `fraga=hjalpte&korning=${id}`,
      })),
    });
  }

  async runs({ actor, language, today, say }: Reading): Promise<StartCard> {
    const { items } = await this.analyses.list(actor, { limit: shownItems }, language);
    return card({
      id: 'runs',
      title: say('Senaste analyserna', 'Latest analyses'),
      figure: null,
      text: items.length === 0 ? say('Ingen analys är gjord än.', 'No analysis has been made yet.') : '',
      tone: items.length === 0 ? 'quiet' : 'plain',
      page: 'analysis',
      items: items.map(({ id, question, sentence, createdAt }) => ({
        text: sentence,
        note: sentenceCase(whenWords(localDate(Date.parse(createdAt)), today, language)),
        page: 'analysis',
        subject: null,
        search: `fraga=${questionWords[question]}&korning=${id}`,
      })),
    });
  }

  async freshness({ actor, language, today, say }: Reading): Promise<StartCard> {
    const { incidentCount, latestIncidentAt } = await this.municipalities.get(actor);
    const day = latestIncidentAt === null ? null : localDate(Date.parse(latestIncidentAt));
    const old = day !== null && daysTo(day, today) > staleDays;
    return card({
      id: 'freshness',
      title: say('Händelser som du kan räkna på', 'Events that you can count'),
      figure: incidentCount,
      text: day === null ? say('Det finns inga än.', 'There are none yet.') : say(`Den senaste hände ${whenWords(day, today, language)}.`, `The latest happened ${whenWords(day, today, language)}.`), // prettier-ignore
      tone: incidentCount === 0 ? 'quiet' : old ? 'attention' : 'plain',
      page: 'map',
    });
  }

  async imported({ actor, language, today, say }: Reading): Promise<StartCard> {
    const done = (await this.imports.list(actor)).filter(({ source, status }) => source === 'police' && status === 'done');
    const latest = done.map(({ finishedAt, createdAt }) => localDate(Date.parse(finishedAt ?? createdAt))).toSorted().at(-1);
    const title = say('Polisens utdrag', 'The police extract');
    if (latest === undefined) {
      const text = say('Inget utdrag är inläst.', 'No extract has been imported.');
      return card({ id: 'import', title, figure: null, text, tone: 'quiet', page: 'import' });
    }
    const text = say(`Senast inläst ${whenWords(latest, today, language)}.`, `Last brought in ${whenWords(latest, today, language)}.`);
    return card({ id: 'import', title, figure: null, text, tone: daysTo(latest, today) > staleDays ? 'attention' : 'plain', page: 'import' });
  } // prettier-ignore

  async setup({ actor, language, say }: Reading): Promise<StartCard> {
    const areas = (await this.municipalities.areas(actor)).features.length;
    const accounts = (await this.accounts.list(actor)).length;
    const registers = new Map((await this.registers.states(actor)).map(({ kind, count }) => [kind, count]));
    const suggestions = await this.calendarSuggestions.list(actor, language);
    const steps = [
      { done: areas > 0, name: say('områden', 'areas'), page: 'registers' as const, search: '' },
      { done: (registers.get('addresses') ?? 0) > 0, name: say('adresser', 'addresses'), page: 'registers' as const, search: '' },
      { done: (registers.get('places') ?? 0) > 0, name: say('platser med namn', 'named places'), page: 'registers' as const, search: '' },
      { done: accounts > 1, name: say('konton för gruppen', 'accounts for the group'), page: 'administration' as const, search: 'del=konton' },
      { done: suggestions.some(({ state }) => state === 'taken'), name: say('årshjulet', 'the annual wheel'), page: 'wheel' as const, search: '' },
    ]; // prettier-ignore
    const left = steps.filter(({ done }) => !done);
    return card({
      id: 'setup',
      title: say('Kom i gång', 'Getting started'),
      figure: left.length,
      text: left.length === 0 ? say('Allt som behövs finns på plats.', 'Everything needed is in place.') : missingWords(left.map(({ name }) => name), language), // prettier-ignore
      tone: left.length === 0 ? 'good' : 'attention',
      page: 'administration',
      items: steps.map(({ done, name, page, search }) => ({ text: sentenceCase(name), note: done ? say('Klart', 'Done') : say('Återstår', 'Left to do'), page, subject: null, search })), // prettier-ignore
    });
  }

  /** A reporter's own reports and what became of them. */
  async mine({ actor, language, today, say }: Reading): Promise<StartCard> {
    const own = await this.reviews.mine(actor, language);
    const asked = own.filter(({ mayAnswer }) => mayAnswer).length;
    const text =
      own.length === 0
        ? say('Det du rapporterar visas här, med vad det ledde till.', 'What you report is shown here, with what came of it.') // prettier-ignore
        : asked > 0
          ? say(`${counted(asked, 'fråga väntar', 'frågor väntar')} på ditt svar.`, `${counted(asked, 'question waits', 'questions wait')} for your answer.`) // prettier-ignore
          : '';
    return card({
      id: 'mine',
      title: say('Mina rapporter', 'My reports'),
      figure: own.length,
      text,
      tone: asked > 0 ? 'attention' : own.length === 0 ? 'quiet' : 'plain',
      page: 'mine',
      items: own.slice(0, shownItems).map(({ sentence, place, createdAt }) => ({
        text: sentence,
        note: sentenceCase([place, whenWords(localDate(Date.parse(createdAt)), today, language)].filter((part) => part).join(', ')), // prettier-ignore
        page: 'mine',
        subject: null,
        search: '',
      })),
    });
  }

  /** Whether one's organisation has answered for the week, and whether one has said how it was. */
  async week({ actor, language, say }: Reading): Promise<StartCard> {
    const { weeks, expected } = await this.coverage.own(actor);
    const running = weeks.at(-1);
    const { number, text: weekText } = weekAround(Date.now());
    const { areas } = await this.assessments.own(actor, weekText, language);
    const assessed = areas.some(({ answers }) => answers.length > 0);
    const answered = running !== undefined && running.state !== 'waiting' && running.state !== 'silent';
    const texts = {
      reported: say(`${counted(running?.reports ?? 0, 'rapport', 'rapporter')} från er den här veckan.`, `${counted(running?.reports ?? 0, 'report', 'reports')} from you this week.`),
      nothing: say('Ni har sagt att det inte finns något att rapportera.', 'You have said that there is nothing to report.'),
      assessed: say('Ni har sagt hur veckan har varit.', 'You have said how the week was.'),
    }; // prettier-ignore
    const waiting = say('Inget från er än. Finns inget att rapportera, säg det.', 'Nothing from you yet. If there is nothing to report, say so.'); // prettier-ignore
    const state = running?.state;
    const told = state === 'reported' || state === 'nothing' || state === 'assessed' ? texts[state] : waiting;
    return card({
      id: 'week',
      title: say(`Vecka ${number}`, `Week ${number}`),
      figure: null,
      text: told,
      tone: answered || !expected ? 'plain' : 'attention',
      page: 'week',
      items: assessed || areas.length === 0 ? [] : [{ text: say('Hur har veckan varit?', 'How was the week?'), note: say('Tar en halv minut', 'Takes half a minute'), page: 'assess', subject: null, search: '' }], // prettier-ignore
    });
  }
}
