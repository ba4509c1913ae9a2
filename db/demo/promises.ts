import { dateOf, dayOf, monthsFrom } from './clock.js';
import { demoUntil } from './hot-spots.js';

export interface DemoOccasion {
  /** ISO date. */
  readonly date: string;
  readonly organisation: string;
  readonly place: string;
  readonly minutes: number;
  readonly note: string;
}

export interface DemoCommitment {
  readonly text: string;
  readonly organisations: readonly string[];
  /** "Minst N" within the promise's period. */
  readonly atLeast: number;
  readonly unit: string;
  readonly from: string;
  readonly to: string;
  readonly occasions: readonly DemoOccasion[];
}

export interface DemoPromise {
  readonly title: string;
  readonly focusArea: string;
  readonly objective: string;
  readonly audience: string;
  /** Id of the planted spot that it answers, as in the truth file. */
  readonly spot: string;
  readonly from: string;
  readonly to: string;
  readonly commitments: readonly DemoCommitment[];
}

interface Sketch {
  readonly text: string;
  readonly organisations: readonly string[];
  readonly atLeast: number;
  readonly unit: string;
  readonly place: string;
  readonly minutes: number;
  readonly notes: readonly string[];
  /** Days before the end of the demo's period when it was done. */
  readonly done: readonly number[];
}

/** Two promises that were made four months before the end of the demo's period and run for a year. */
export function promises({ until = demoUntil }: { until?: string } = {}): DemoPromise[] {
  const period = { from: monthsFrom(until, -4), to: monthsFrom(until, 8) };
  const commitment = ({ done, place, minutes, notes, ...rest }: Sketch): DemoCommitment => ({
    ...rest,
    ...period,
    occasions: done.map((days, i) => ({
      date: dateOf(dayOf(until) - days),
      organisation: rest.organisations[i % rest.organisations.length]!,
      place,
      minutes,
      note: notes[i % notes.length]!,
    })),
  });
  return sketches.map(({ commitments, ...promise }) => ({
    ...promise,
    ...period,
    commitments: commitments.map(commitment),
  }));
}

const sketches: readonly (Omit<DemoPromise, 'from' | 'to' | 'commitments'> & {
  readonly commitments: readonly Sketch[];
})[] = [
  {
    title: 'En lugnare kväll mellan stationen och torget',
    focusArea: 'Synlighet/närvaro',
    objective: 'Fler ska tycka att det känns bra att gå Gågatan på kvällen, och störningarna ska bli färre.',
    audience: 'Boende, resenärer och de som arbetar i centrum',
    spot: 'gagatan',
    commitments: [
      {
        text: 'Vi går gemensamma fotpass på Gågatan fredag eller lördag kväll.',
        organisations: ['polisen', 'fritid'],
        atLeast: 20,
        unit: 'fotpass',
        place: 'Gågatan',
        minutes: 90,
        notes: [
          'Lugnt, samtal med handlare.',
          'Stökigt till klockan 22, sedan lugnt.',
          'Pratade med ungdomar vid stationen.',
        ],
        done: [113, 100, 92, 79, 64, 50, 37, 23],
      },
      {
        text: 'Vi ser över belysningen från stationen till torget och lagar det som är trasigt.',
        organisations: ['gata-park', 'stationshus'],
        atLeast: 4,
        unit: 'genomgångar',
        place: 'Älvhamns station',
        minutes: 60,
        notes: ['Tre lampor bytta.', 'En stolpe anmäld till elbolaget.'],
        done: [85, 27],
      },
    ],
  },
  {
    title: 'Björkhöjden: vuxna ute och hela entréer',
    focusArea: 'Ungdomar och narkotika',
    objective: 'Färre samlingar i trapphus och garage, och fel som anmäls ska vara lagade inom en vecka.',
    audience: 'Boende på Björkhöjden',
    spot: 'bjorkhojden',
    commitments: [
      {
        text: 'Vi har trygghetsvärdar och vuxna på plats vid Björkhöjdens centrum.',
        organisations: ['alvhamnsbostader', 'fritid', 'polisen'],
        atLeast: 30,
        unit: 'kvällar',
        place: 'Björkhöjdens centrum',
        minutes: 120,
        notes: ['Många hälsade, lugn kväll.', 'Mörkt vid garaget, anmält.', 'Samling upplöstes efter samtal.'],
        done: [108, 94, 80, 66, 45, 31, 17, 10, 3],
      },
      {
        text: 'Vi bjuder in till trygghetsvandring tillsammans med de boende.',
        organisations: ['alvhamnsbostader', 'bjorkhem'],
        atLeast: 2,
        unit: 'vandringar',
        place: 'Näverparken',
        minutes: 120,
        notes: ['18 boende deltog, elva punkter noterade.'],
        done: [52],
      },
    ],
  },
];
