import { type Bilingual, inBothLanguages } from '../analysis/bilingual.js';
import { localTime } from '../analysis/calendar.js';
import { nearRepeat, type NearRepeatCell, type NearRepeatResult } from '../analysis/near-repeat.js';
import type { Watching } from '../analysis/scan-statistic.js';
import { type Answer, type AnswerTable, both, noTable, type Task } from './answer.js';
import { columnsOf } from '../geo/point-columns.js';
import { rounded, taskEvents } from './task-events.js';

const fewestEvents = 30;
/** Same place, within 100, 200 and 400 m; whole days 0-7, 8-14 and 15-28. */
const usualBands = { bandsMetres: [1, 100, 200, 400], bandsDays: [8, 15, 29] };

/** After an incident, do more follow near it soon? Every pair counted, against shuffled dates. */
export function nearRepeatAnswer(task: Task, watching: Watching): Answer {
  const prepared = taskEvents(task);
  const events = prepared.clean.usable;
  const alpha = task.expert.alpha ?? 0.05;
  const bandsMetres = task.expert.bandsMetres ?? usualBands.bandsMetres;
  const bandsDays = task.expert.bandsDays ?? usualBands.bandsDays;
  const permutations = Math.floor(task.expert.permutations ?? 999);
  const rest = {
    parameters: { bandsMetres, bandsDays, permutations, alpha, seed: task.seed },
    input: prepared.input,
    notices: [],
    choices: choicesOf(task),
    features: [],
  };
  if (events.length < fewestEvents) return { ...rest, ...tooFew(events.length), table: noTable };
  const day = Float64Array.from(events, ({ from }) => localTime(from).day);
  const result = nearRepeat(
    { ...columnsOf(events), day },
    { ...watching, bandsMetres, bandsDays, permutations, seed: task.seed, distance: 'euclidean' },
  );
  return {
    ...rest,
    status: result.status === 'too-many-pairs' ? 'too-many' : 'answered',
    sentence: sentenceOf(result, alpha),
    table: tableOf(result),
  };
}

function tooFew(events: number): Pick<Answer, 'status' | 'sentence'> {
  return {
    status: events === 0 ? 'no-events' : 'too-few',
    sentence: both(
      `För få händelser för att se om de följer på varandra: ${events} med plats, och ${fewestEvents} behövs.`,
      `Too few incidents to see whether they follow each other: ${events} with a place, and ${fewestEvents} are needed.`,
    ),
  };
}

/** The band to tell of: near in both and unlikely among all such bands together, the highest ratio first. */
function clearest({ cells }: NearRepeatResult, alpha: number): NearRepeatCell | undefined {
  const near = cells.filter(({ adjustedP, ratio }) => adjustedP !== null && adjustedP <= alpha && (ratio ?? 0) > 1);
  return near.toSorted((a, b) => b.ratio! - a.ratio!)[0];
}

function sentenceOf(result: NearRepeatResult, alpha: number): Bilingual {
  if (result.status === 'nothing-to-test')
    return both(
      'Alla händelser är från samma dag, så inget kan jämföras.',
      'All incidents are from the same day, so nothing can be compared.',
    );
  if (result.status === 'too-many-pairs')
    return both(
      'Så många händelser ligger nära varandra att datumen inte kan blandas om. Välj kortare avstånd, ett område eller en kategori.',
      'So many incidents lie close together that the dates cannot be shuffled. Choose shorter distances, an area or a category.',
    );
  const cell = clearest(result, alpha);
  const times = `${result.parameters.permutations}`;
  if (!cell)
    return both(
      `Inget tyder på att händelser följs av fler i närheten. Jämförelsen är samma platser med datumen omblandade ${times} gånger.`,
      `Nothing suggests that incidents are followed by more nearby. The comparison is the same places with the dates shuffled ${times} times.`,
    );
  const ratio = inBothLanguages(cell.ratio!, 1);
  const where = distanceWords(cell);
  const when = dayWords(cell);
  return both(
    `När något har hänt händer det oftare än annars något mer ${where.sv} ${when.sv}: ${ratio.sv} gånger så många par av händelser som när datumen blandats om ${times} gånger.`,
    `Once something has happened, something more happens ${where.en} ${when.en} more often than otherwise: ${ratio.en} times as many pairs of incidents as when the dates were shuffled ${times} times.`,
  );
}

function distanceWords({ metres }: NearRepeatCell): Bilingual {
  if (metres.from === 0 && metres.to <= 1) return both('på samma plats', 'in the same place');
  if (metres.from <= 1) return both(`inom ${metres.to} meter`, `within ${metres.to} metres`);
  return both(`${metres.from} till ${metres.to} meter bort`, `${metres.from} to ${metres.to} metres away`);
}

function dayWords({ days }: NearRepeatCell): Bilingual {
  const last = Math.ceil(days.to) - 1;
  if (days.from === 0) return both(`inom ${last} dagar`, `within ${last} days`);
  return both(`${Math.ceil(days.from)} till ${last} dagar senare`, `${Math.ceil(days.from)} to ${last} days later`);
}

/** The bands as the table says them; the edge that is not included is said to be so. */
function distanceBand({ from, to }: NearRepeatCell['metres']): Bilingual {
  const [low, high] = [inBothLanguages(from, 1), inBothLanguages(to, 1)];
  if (from === 0 && to <= 1) return both('samma plats', 'same place');
  if (to === Infinity) return both(`${low.sv} m eller mer`, `${low.en} m or more`);
  return both(`${low.sv} till under ${high.sv} m`, `${low.en} to under ${high.en} m`);
}

function dayBand({ from, to }: NearRepeatCell['days']): Bilingual {
  const first = Math.ceil(from);
  if (to === Infinity) return both(`${first} dagar eller mer`, `${first} days or more`);
  const last = Math.ceil(to) - 1;
  return last <= first
    ? both(`${first} dagar`, `${first} days`)
    : both(`${first}–${last} dagar`, `${first}–${last} days`);
}

function tableOf({ cells }: NearRepeatResult): AnswerTable {
  return {
    columns: [
      { key: 'distance', label: both('Avstånd', 'Distance'), unit: null },
      { key: 'days', label: both('Tid emellan', 'Time between'), unit: null },
      { key: 'pairs', label: both('Par', 'Pairs'), unit: null },
      { key: 'events', label: both('Olika händelser', 'Different incidents'), unit: null },
      { key: 'expected', label: both('Väntat', 'Expected'), unit: null },
      { key: 'ratio', label: both('Gånger väntat', 'Times expected'), unit: null },
      { key: 'p', label: both('p', 'p'), unit: null },
      { key: 'adjustedP', label: both('p för hela tabellen', 'p for the whole table'), unit: null },
    ],
    rows: cells.map(({ metres, days, observed, events, expected, ratio, p, adjustedP }) => ({
      distance: distanceBand(metres),
      days: dayBand(days),
      pairs: observed,
      events,
      expected: rounded(expected, 2),
      ratio: ratio === null ? null : rounded(ratio, 2),
      p,
      adjustedP,
    })),
  };
}

function choicesOf({ expert }: Task): Answer['choices'] {
  return [
    expert.bandsMetres || expert.bandsDays
      ? both('Banden är valda.', 'The bands were chosen.')
      : both(
          'Banden är samma plats, under 100, 200 och 400 meter, och dag 0–7, 8–14 och 15–28.',
          'The bands are the same place, below 100, 200 and 400 metres, and days 0–7, 8–14 and 15–28.',
        ),
    both(
      'Varje band räknas från och med sin första gräns till sin andra, som inte är med.',
      'Each band counts from its first edge up to its second, which is not included.',
    ),
    both(
      'Ett band nämns bara när det sticker ut bland alla nära band tillsammans: av många band är det annars alltid något som gör det av en slump.',
      'A band is told only when it stands out among all near bands together: of many bands there is otherwise always one that does so by chance.',
    ),
  ];
}
