import { inBothLanguages } from '../analysis/bilingual.js';
import { scanPeople, peopleScanRules, type PeopleScan } from '../analysis/people-claim.js';
import type { PoissonCluster } from '../analysis/poisson-scan.js';
import type { Watching } from '../analysis/scan-statistic.js';
import { cellKey, cellOf } from '../geo/grid.js';
import { type Answer, type AnswerTable, both, noTable, type Task } from './answer.js';
import { nameOfRow } from './answer-names.js';
import { circleFeature, rounded, taskEvents } from './task-events.js';

interface Shown {
  readonly cluster: PoissonCluster;
  readonly baseline: string;
  /** Every other baseline shows a cluster that shares a square with this one. */
  readonly agreed: boolean;
}

/** Where did more happen than where people live, work and move would give? One scan against each loaded baseline. */
export function peopleAnswer(task: Task, watching: Watching): Answer {
  const prepared = taskEvents(task);
  const alpha = task.expert.alpha ?? peopleScanRules.level;
  const permutations = task.expert.permutations ?? peopleScanRules.permutations;
  const scans = scanPeople(prepared.clean.usable, task.baselines, { ...watching, permutations, seed: task.seed });
  const shown = shownBy(scans, alpha);
  const used = {
    permutations,
    seed: task.seed,
    alpha,
    radiusMetres: [peopleScanRules.placeRadiusMetres, peopleScanRules.radiusMetres],
    cellMetres: peopleScanRules.cellMetres,
    baselines: task.baselines.map(({ id, name }) => ({ id, name })),
  };
  const rest = {
    parameters: used,
    input: prepared.input,
    notices: noticesOf(scans),
    choices: choicesOf(task, permutations),
  };
  const refused = refusalOf(scans);
  if (refused) return { ...rest, ...refused, features: [], table: noTable };
  return {
    ...rest,
    status: 'answered',
    sentence: sentenceOf(shown, scans, permutations),
    centres: shown.map(({ cluster }) => cluster.centre),
    features: shown.map(({ cluster, agreed }, row) =>
      circleFeature(cluster.centre, cluster.radiusMetres, { layer: 'people', row, agreed, count: cluster.cases }),
    ),
    table: tableOf(shown, scans.length > 1),
  };
}

function refusalOf(scans: readonly PeopleScan[]): Pick<Answer, 'status' | 'sentence'> | null {
  if (scans.length === 0)
    return {
      status: 'no-baseline',
      sentence: both(
        'Vi vet inte hur många som bor och rör sig på olika platser. Därför kan vi inte säga var det händer mer än väntat.',
        'We do not know how many people live and move in different places. So we cannot say where more happens than expected.',
      ),
    };
  if (scans.every(({ result }) => result.status !== 'tested'))
    return {
      status: scans.some(({ result }) => result.status === 'no-baseline') ? 'no-baseline' : 'too-few',
      sentence: both(
        'För få händelser med säker plats för att jämföra med var människor bor och rör sig. 30 behövs.',
        'Too few incidents with a certain place to compare with where people live and move. 30 are needed.',
      ),
    };
  return null;
}

function shownBy(scans: readonly PeopleScan[], alpha: number): Shown[] {
  const found = scans.map(({ result, baseline }) => ({
    baseline: baseline.name,
    clusters: disjoint([...result.placeClusters, ...result.clusters].filter(({ p }) => p <= alpha)),
  }));
  return found.flatMap(({ baseline, clusters }, own) =>
    clusters.flatMap((cluster): Shown[] => {
      const others = found.map(
        (other, index) => index === own || other.clusters.some((one) => shareSquare(one, cluster)),
      );
      // what an earlier baseline has shown in the same place is one finding
      const told = found.slice(0, own).some((other) => other.clusters.some((one) => shareSquare(one, cluster)));
      return told ? [] : [{ cluster, baseline, agreed: scans.length > 1 && others.every(Boolean) }];
    }),
  );
}

function disjoint(clusters: readonly PoissonCluster[]): PoissonCluster[] {
  const kept: PoissonCluster[] = [];
  for (const cluster of clusters) if (!kept.some((one) => shareSquare(one, cluster))) kept.push(cluster);
  return kept;
}

function shareSquare(a: PoissonCluster, b: PoissonCluster): boolean {
  const keys = (cluster: PoissonCluster) =>
    cluster.cells.map((cell) => cellKey(cellOf(cell, peopleScanRules.cellMetres)));
  const own = new Set(keys(a));
  return keys(b).some((key) => own.has(key));
}

function sentenceOf(shown: readonly Shown[], scans: readonly PeopleScan[], permutations: number): Answer['sentence'] {
  const names = scans.map(({ baseline }) => `”${baseline.name}”`);
  const [sv, en] = [names.join(' och '), names.join(' and ').replaceAll('”', '"')];
  if (shown.length === 0)
    return both(
      `Ingenstans kan vi visa att det hände mer än väntat efter var människor bor och rör sig. Jämförelsen är ${sv}.`,
      `Nowhere can we show that more happened than expected from where people live and move. The comparison is ${en}.`,
    );
  const agreed = shown.filter((one) => one.agreed).length;
  const count =
    shown.length === 1 ? ['ett ställe', 'one place'] : [`${shown.length} ställen`, `${shown.length} places`];
  const certain =
    scans.length < 2
      ? ['', '']
      : [` Underlagen är eniga om ${agreed} av dem.`, ` The baselines agree on ${agreed} of them.`];
  const [{ cases, expected }] = shown.map(({ cluster }) => cluster) as [PoissonCluster];
  const usual = inBothLanguages(expected, expected < 10 ? 1 : 0);
  const here = nameOfRow(0);
  const clearest = shown.length === 1 ? ['vid', 'at'] : ['tydligast vid', 'clearest at'];
  return both(
    `På ${count[0]!} hände mer än väntat efter var människor bor och rör sig, ${clearest[0]!} ${here}: ${cases} händelser, där ${usual.sv} var att vänta. Jämförelsen är ${permutations} slumpade kartor, fördelade efter ${sv}.${certain[0]!}`,
    `In ${count[1]!} more happened than expected from where people live and move, ${clearest[1]!} ${here}: ${cases} incidents, where ${usual.en} were to be expected. The comparison is ${permutations} random maps, spread as in ${en}.${certain[1]!}`,
  );
}

function tableOf(shown: readonly Shown[], several: boolean): AnswerTable {
  return {
    columns: [
      { key: 'place', label: both('Plats', 'Place'), unit: null },
      { key: 'count', label: both('Händelser', 'Incidents'), unit: null },
      { key: 'expected', label: both('Väntat', 'Expected'), unit: null },
      { key: 'ratio', label: both('Gånger väntat', 'Times expected'), unit: null },
      { key: 'radius', label: both('Radie', 'Radius'), unit: both('m', 'm') },
      { key: 'p', label: both('p över hela kartan', 'p over the whole map'), unit: null },
      { key: 'baseline', label: both('Jämfört med', 'Compared with'), unit: null },
      ...(several ? [{ key: 'agreed', label: both('Underlagen eniga', 'Baselines agree'), unit: null }] : []),
    ],
    rows: shown.map(({ cluster, baseline, agreed }) => ({
      count: cluster.cases,
      expected: rounded(cluster.expected),
      ratio: rounded(cluster.ratio),
      radius: Math.round(cluster.radiusMetres),
      p: cluster.p,
      baseline,
      agreed: agreed ? both('ja', 'yes') : both('nej', 'no'),
    })),
  };
}

function choicesOf(task: Task, permutations: number): Answer['choices'] {
  return [
    both(
      `Cirklar upp till 200 och upp till 400 meter prövas tillsammans, mot ${permutations} kartor dragna ur varje underlag.`,
      `Circles up to 200 and up to 400 metres are tested together, against ${permutations} maps drawn from each baseline.`,
    ),
    both('Händelser som bara är kända till gatan är inte med.', 'Incidents known only to the street take no part.'),
    ...(task.baselines.length === 1
      ? [
          both(
            'Bara ett underlag är inläst. Med två går det att se om de är eniga.',
            'Only one baseline is loaded. With two one can see whether they agree.',
          ),
        ]
      : []),
  ];
}

function noticesOf(scans: readonly PeopleScan[]): Answer['notices'] {
  return scans.flatMap(({ result, baseline }) => {
    const outside = result.parameters.eventsOutside;
    if (outside === 0) return [];
    const number = inBothLanguages(outside);
    return [
      both(
        `${number.sv} händelser ligger där underlaget ”${baseline.name}” inte har några människor och är inte jämförda.`,
        `${number.en} incidents lie where the baseline "${baseline.name}" has no people and are not compared.`,
      ),
    ];
  });
}
