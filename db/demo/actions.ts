/** What the demo's group has decided, invented; no persons. Days are counted from today. */

interface DemoAction {
  readonly what: string;
  readonly cause: string | null;
  readonly goal: string | null;
  readonly scope: 'point-effort' | 'ordinary-work';
  /** By its name in the town. */
  readonly organisation: string;
  readonly function: string;
  readonly atHotspot: boolean;
  readonly decided: number;
  readonly due: number | null;
  readonly followUpOn: number | null;
  readonly followUp: string | null;
  readonly secrecyBasis: string | null;
  readonly answers: readonly {
    readonly day: number;
    readonly status: Status;
    readonly grade?: Grade;
    readonly note?: string;
    readonly by?: 'link';
  }[];
}

type Status = 'not-started' | 'doing' | 'done' | 'cannot';
type Grade = 'green' | 'yellow' | 'red';

const park = 'Älvhamns kommun, gata och park';
const leisure = 'Älvhamns kommun, kultur och fritid';
const homes = 'Älvhamnsbostäder';
const police = 'Polisen, lokalpolisområde Älvhamn';

const decided: readonly DemoAction[] = [
  {
    what: 'Fältgruppen går förbi Björkhöjdens centrum fredag och lördag kl. 20–24',
    cause: 'Få vuxna på kvällarna',
    goal: 'Färre störningar fredag och lördag kväll',
    scope: 'point-effort',
    organisation: leisure,
    function: 'enhetschef fält',
    atHotspot: true,
    decided: -33,
    due: 10,
    followUpOn: 17,
    followUp: 'Antal kvällar och rapporter per vecka',
    secrecyBasis: null,
    answers: [{ day: -26, status: 'doing', grade: 'green', note: 'Igång sedan i fredags.', by: 'link' }],
  },
  {
    what: 'Byter trasiga armaturer på gångvägen bakom centrum',
    cause: 'Mörkt på gångvägen',
    goal: 'All belysning hel',
    scope: 'point-effort',
    organisation: park,
    function: 'driftledare belysning',
    atHotspot: true,
    decided: -33,
    due: -6,
    followUpOn: -2,
    followUp: 'Trygghetsvandring på kvällen',
    secrecyBasis: null,
    answers: [{ day: -12, status: 'doing', grade: 'yellow', note: 'Två stolpar väntar på delar.' }],
  },
  {
    what: 'Låser soprum och cykelrum efter kl. 21',
    cause: 'Öppna utrymmen på kvällen',
    goal: 'Inga nya skador i soprummen',
    scope: 'ordinary-work',
    organisation: homes,
    function: 'områdeschef',
    atHotspot: true,
    decided: -33,
    due: -14,
    followUpOn: -7,
    followUp: null,
    secrecyBasis: null,
    answers: [{ day: -15, status: 'done', grade: 'green', note: 'Nya lås sitter sedan två veckor.', by: 'link' }],
  },
  {
    what: 'Gör en riktad insats vid centrum, dag och tid tas på mötet',
    cause: null,
    goal: null,
    scope: 'point-effort',
    organisation: police,
    function: 'områdespolis',
    atHotspot: true,
    decided: -12,
    due: 7,
    followUpOn: 14,
    followUp: null,
    secrecyBasis: 'OSL 18 kap. 1 §',
    answers: [],
  },
  {
    what: 'Röjer sly vid gång- och cykeltunneln',
    cause: 'Dålig sikt',
    goal: null,
    scope: 'point-effort',
    organisation: park,
    function: 'arbetsledare park',
    atHotspot: false,
    decided: -12,
    due: 3,
    followUpOn: 10,
    followUp: null,
    secrecyBasis: null,
    answers: [],
  },
  {
    what: 'Öppnar fritidsgården en lördag i månaden till',
    cause: null,
    goal: 'Fler unga har någonstans att vara',
    scope: 'ordinary-work',
    organisation: leisure,
    function: 'verksamhetschef',
    atHotspot: false,
    decided: -40,
    due: null,
    followUpOn: 30,
    followUp: null,
    secrecyBasis: null,
    answers: [{ day: -5, status: 'cannot', note: 'Ryms inte i årets budget.', by: 'link' }],
  },
];

/** The actions with their history, the latest answer as how they stand. */
export function actionsOf() {
  return decided.map(({ answers, ...action }) => {
    const last = answers.at(-1);
    return {
      ...action,
      status: last?.status ?? 'not-started',
      grade: last?.grade ?? null,
      gradeNote: null,
      events: [
        { deed: 'created', status: 'not-started', grade: null, note: null, by: 'account', day: action.decided },
        ...answers.map(({ day, status, grade, note, by }) => ({
          deed: 'answered',
          status,
          grade: grade ?? null,
          note: note ?? null,
          by: by ?? 'account',
          day,
        })),
      ],
    };
  });
}

/** So many days ago somebody was at the hot spot: Fridays and Saturdays would be read as a rule, so it is a little uneven. */
export const presenceDays = [1, 2, 5, 8, 9, 13, 15, 16, 22, 23, 26] as const;

export const schoolRoutine = {
  place: 'Björkskolan',
  name: 'Oro eller bråk vid skolan',
  calls: [
    { function: 'rektor i tjänst', organisation: 'Björkskolan', phone: '0500-100 200' },
    { function: 'fältgruppen, jour', organisation: 'Kultur och fritid', phone: '0500-100 210' },
    { function: 'vakthavande befäl', organisation: 'Polisen', phone: '114 14' },
    { function: 'störningsjour', organisation: 'Älvhamnsbostäder', phone: null },
  ],
  steps: [
    'Möt upp vid skolans entré',
    'Håll ingångarna öppna och vuxna synliga',
    'Prata med de som står utanför',
    'Skicka hem information till vårdnadshavare samma dag',
    'Rapportera i Närbild och följ upp på nästa möte',
  ],
};
