import type { Bilingual } from '../analysis/bilingual.js';
import { localDate } from '../analysis/calendar.js';
import type { OwnHistoryClaim } from '../analysis/own-history.js';
import type { PeopleClaim } from '../analysis/people-claim.js';
import { containment, type MetresMultiPolygon, polygonsContain } from '../geo/polygon.js';
import { distance } from '../geo/distance.js';
import type { Metres } from '../geo/projection.js';
import { both, type Task } from './answer.js';
import { taskEvents, type TaskEvents } from './task-events.js';

/** A cluster of the stored run, as far as it takes to explain a place by it. */
export interface ExplainedCluster {
  readonly id: string;
  readonly number: number;
  readonly name: string | null;
  readonly status: 'found' | 'single-source';
  readonly polygon: MetresMultiPolygon;
  readonly centre: Metres;
  readonly count: number;
  readonly sources: number;
  readonly dates: number;
  readonly ownHistory: OwnHistoryClaim;
  readonly people: PeopleClaim | null;
}

export interface ExplanationInput {
  readonly task: Task;
  readonly point: Metres;
  readonly clusters: readonly ExplainedCluster[];
  /** What drew the clusters of the run. */
  readonly epsMetres: number;
  readonly minPoints: number;
}

/** One checked rule. `holds`: true speaks for a cluster here, false against, null neither. */
export interface ExplanationFact {
  readonly key: string;
  readonly text: Bilingual;
  readonly holds: boolean | null;
}

export interface Explanation {
  readonly clusterId: string | null;
  readonly title: Bilingual;
  readonly sentence: Bilingual;
  readonly facts: readonly ExplanationFact[];
  readonly nearest: { readonly id: string; readonly metres: number } | null;
}

const fewestSources = 2;
const fewestDates = 3;

/** Why is there a cluster at this place, or why not? Each rule of the method, checked at the point. */
export function explainPlace(input: ExplanationInput): Explanation {
  const { clusters, point } = input;
  const here = clusters.find(({ polygon }) => containment(polygon)(point));
  const nearest = clusters
    .map(({ id, centre }) => ({ id, metres: Math.round(distance(centre, point)) }))
    .toSorted((a, b) => a.metres - b.metres)[0];
  const seen = lookAround(input);
  const facts = here ? clusterFacts(here, input) : placeFacts(seen, input);
  return {
    clusterId: here?.id ?? null,
    title: here ? both('Varför är det en anhopning?', 'Why is it a cluster?') : both('Varför inte?', 'Why not?'),
    sentence: here ? whySentence(here) : whyNotSentence(facts, seen, input),
    facts,
    nearest: nearest ?? null,
  };
}

interface Seen {
  readonly near: number;
  readonly sources: number;
  readonly dates: number;
  readonly oneHome: boolean;
  readonly inside: boolean;
  readonly defaultCoordinate: boolean;
  readonly coarse: number;
}

function lookAround({ task, point, epsMetres }: ExplanationInput): Seen {
  const { clean, events, defaultCoordinates }: TaskEvents = taskEvents(task);
  const isNear = (one: Metres) => distance(one, point) <= epsMetres;
  const near = clean.usable.filter(isNear);
  const [first] = near;
  return {
    near: near.length,
    sources: new Set(near.map(({ source }) => source)).size,
    dates: new Set(near.map(({ from }) => localDate(from))).size,
    oneHome: near.length > 1 && near.every((one) => one.dwelling === true && distance(one, first!) <= 5),
    inside: task.boundary.length === 0 || polygonsContain(task.boundary, point),
    defaultCoordinate: defaultCoordinates.some(isNear),
    coarse: events.filter(
      (one) => one.precision === 'area' && one.from >= task.period.from && one.from < task.period.to,
    ).length,
  };
}

function clusterFacts(cluster: ExplainedCluster, { epsMetres, minPoints }: ExplanationInput): ExplanationFact[] {
  return [
    fact('density', true, [
      `Inom ${epsMetres} meter ligger minst ${minPoints} händelser. Så många blir det nästan aldrig om de ligger jämnt.`,
      `At least ${minPoints} incidents lie within ${epsMetres} metres. There are almost never so many when they lie evenly.`,
    ]),
    fact('sources', cluster.sources >= fewestSources, [
      `Uppgifterna kommer från ${cluster.sources === 1 ? 'en källa' : `${cluster.sources} källor`}; minst ${fewestSources} behövs för att platsen ska stå på listan.`,
      `The reports come from ${cluster.sources === 1 ? 'one source' : `${cluster.sources} sources`}; at least ${fewestSources} are needed for the place to be on the list.`,
    ]),
    fact('dates', cluster.dates >= fewestDates, [
      `De är från ${daysWords(cluster.dates).sv}; minst ${fewestDates} behövs.`,
      `They are from ${daysWords(cluster.dates).en}; at least ${fewestDates} are needed.`,
    ]),
    historyFact(cluster.ownHistory),
    peopleFact(cluster.people),
  ];
}

function historyFact(claim: OwnHistoryClaim): ExplanationFact {
  if (claim.status === 'first-year')
    return fact('usual', null, [
      'Mot det vanliga: visas efter ett års rapporter.',
      'Against the usual: shown after a year of reports.',
    ]);
  if (!('expected' in claim))
    return fact('usual', null, [
      'Mot det vanliga: för få händelser för att jämföra.',
      'Against the usual: too few incidents to compare.',
    ]);
  const [low, high] = [Math.round(claim.low), Math.round(claim.high)];
  return fact('usual', claim.status === 'more-than-usual', [
    `Mot det vanliga: ${claim.observed} händelser, och här brukar det vara ${Math.round(claim.expected)} (${low}–${high}) samma veckor.`,
    `Against the usual: ${claim.observed} incidents, and here it is usually ${Math.round(claim.expected)} (${low}–${high}) in the same weeks.`,
  ]);
}

function peopleFact(claim: PeopleClaim | null): ExplanationFact {
  if (!claim || claim.status === 'no-baseline')
    return fact('people', null, [
      'Vi vet inte hur många som rör sig här, så vi kan inte säga att risken är högre än på andra platser.',
      'We do not know how many people move here, so we cannot say that the risk is higher than elsewhere.',
    ]);
  if (!('baselines' in claim))
    return fact('people', null, [
      'Mot var människor är: för få händelser för att jämföra.',
      'Against where people are: too few incidents to compare.',
    ]);
  const names = claim.baselines.filter(({ shown }) => shown).map(({ name }) => name);
  if (names.length === 0)
    return fact('people', false, [
      'Mot var människor är: inte fler än väntat där människor bor och rör sig.',
      'Against where people are: not more than expected where people live and move.',
    ]);
  return fact('people', true, [
    `Mot var människor är: fler än väntat enligt ${names.join(' och ')}.`,
    `Against where people are: more than expected by ${names.join(' and ')}.`,
  ]);
}

function placeFacts(seen: Seen, { epsMetres, minPoints }: ExplanationInput): ExplanationFact[] {
  const count = countWords(seen.near);
  if (!seen.inside)
    return [fact('outside', false, ['Platsen ligger utanför kommunen.', 'The place lies outside the municipality.'])];
  const facts = [
    fact('density', seen.near >= minPoints, [
      `${capital(count.sv)} ligger inom ${epsMetres} meter, och ${minPoints} behövs.`,
      `${capital(count.en)} ${seen.near === 1 ? 'lies' : 'lie'} within ${epsMetres} metres, and ${minPoints} are needed.`,
    ]),
  ];
  // of nothing there is no more to say
  if (seen.near > 0)
    facts.push(
      fact('sources', seen.sources >= fewestSources, [
        `Uppgifterna kommer från ${seen.sources === 1 ? 'en källa' : `${seen.sources} källor`}; ${fewestSources} behövs.`,
        `The reports come from ${seen.sources === 1 ? 'one source' : `${seen.sources} sources`}; ${fewestSources} are needed.`,
      ]),
      fact('dates', seen.dates >= fewestDates, [
        `De är från ${daysWords(seen.dates).sv}; ${fewestDates} behövs.`,
        `They are from ${daysWords(seen.dates).en}; ${fewestDates} are needed.`,
      ]),
    );
  if (seen.defaultCoordinate)
    facts.unshift(
      fact('default-coordinate', false, [
        'Många händelser av olika slag har exakt samma koordinat här. Den ser ut som en standardplats och räknas inte.',
        'Many incidents of different kinds share exactly one coordinate here. It looks like a default place and is not counted.',
      ]),
    );
  if (seen.oneHome)
    facts.unshift(
      fact('single-home', false, [
        'Händelserna gäller en enskild bostad. Sådana visas aldrig som anhopning; de hanteras i annat forum.',
        'The incidents are about a single home. Those are never shown as a cluster; they are handled elsewhere.',
      ]),
    );
  if (seen.coarse > 0)
    facts.push(
      fact('coarse', null, [
        seen.coarse === 1
          ? 'En händelse i urvalet är bara känd per område. Den kan ha hänt här.'
          : `${seen.coarse} händelser i urvalet är bara kända per område. Några av dem kan ha hänt här.`,
        seen.coarse === 1
          ? 'One incident of the selection is known by area only. It may have happened here.'
          : `${seen.coarse} incidents of the selection are known by area only. Some of them may have happened here.`,
      ]),
    );
  return facts;
}

function countWords(near: number): Bilingual {
  if (near === 0) return both('inga händelser', 'no incidents');
  return near === 1 ? both('en händelse', 'one incident') : both(`${near} händelser`, `${near} incidents`);
}

function daysWords(days: number): Bilingual {
  return days === 1 ? both('en enda dag', 'a single day') : both(`${days} olika dagar`, `${days} different days`);
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function fact(key: string, holds: boolean | null, [sv, en]: readonly [string, string]): ExplanationFact {
  return { key, holds, text: both(sv, en) };
}

function whySentence(cluster: ExplainedCluster): Bilingual {
  const name = cluster.name ?? both(`Anhopning ${cluster.number}`, `Cluster ${cluster.number}`);
  const [sv, en] = typeof name === 'string' ? [name, name] : [name.sv, name.en];
  return both(
    `${sv}: ${cluster.count} händelser från ${daysWords(cluster.dates).sv} ligger tätt ihop, tätare än om alla låg jämnt över den bebyggda ytan.`,
    `${en}: ${cluster.count} incidents from ${daysWords(cluster.dates).en} lie close together, closer than if all lay evenly over the built-up area.`,
  );
}

function whyNotSentence(
  facts: readonly ExplanationFact[],
  seen: Seen,
  { epsMetres, minPoints }: ExplanationInput,
): Bilingual {
  const stronger = facts.find(
    ({ key, holds }) => holds === false && ['outside', 'default-coordinate', 'single-home'].includes(key),
  );
  if (stronger) return stronger.text;
  if (seen.near < minPoints)
    return both(
      `Här ligger ${countWords(seen.near).sv} inom ${epsMetres} meter. Det behövs ${minPoints} för att det ska bli en anhopning.`,
      `${capital(countWords(seen.near).en)} ${seen.near === 1 ? 'lies' : 'lie'} within ${epsMetres} metres here. It takes ${minPoints} to make a cluster.`,
    );
  return both(
    `Här är det tätt, men punkten ligger utanför de platser som avgränsats. Inom ${epsMetres} meter ligger ${seen.near} händelser.`,
    `It is dense here, but the point lies outside the places that were drawn. ${seen.near} incidents lie within ${epsMetres} metres.`,
  );
}
