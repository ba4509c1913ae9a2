import type { ClusterResult } from '../analysis/clusters.js';
import type { Language } from '../hotspots/sentence-wording.js';

type Result = Pick<ClusterResult, 'status' | 'clustered' | 'leftOut' | 'defaultCoordinates'> & {
  readonly singleHomes: number;
};

/** What an analysis noticed about its input, each as a sentence that a person can act on. */
export function noticesOf(result: Result, language: Language): string[] {
  const sv = language === 'sv';
  const notices: string[] = [];
  const add = (swedish: string, english: string) => notices.push(sv ? swedish : english);
  if (result.status === 'no-events') add('Inga händelser i perioden.', 'No incidents in the period.');
  if (result.status === 'too-few') {
    const more = Math.max(1, 30 - result.clustered);
    add(
      `För få händelser för att jämföra: ${result.clustered} med plats. ${more} till behövs.`,
      `Too few incidents to compare: ${result.clustered} with a place. ${more} more are needed.`,
    );
  }
  for (const { count } of result.defaultCoordinates) {
    add(
      `${count} händelser har exakt samma koordinat och är av olika slag. Den ser ut som en standardplats och räknas inte som en anhopning.`,
      `${count} incidents share exactly one coordinate and are of mixed kinds. It looks like a default place and is not counted as a cluster.`,
    );
  }
  const { areaPrecision, outside } = result.leftOut;
  if (areaPrecision > 0) {
    add(
      areaPrecision === 1
        ? 'En händelse är bara känd per område. Den räknas i summor men visas inte på kartan.'
        : `${areaPrecision} händelser är bara kända per område. De räknas i summor men visas inte på kartan.`,
      areaPrecision === 1
        ? 'One incident is known by area only. It counts in totals and is not on the map.'
        : `${areaPrecision} incidents are known by area only. They count in totals and are not on the map.`,
    );
  }
  if (outside > 0)
    add(
      outside === 1
        ? 'En händelse ligger utanför kommunen och räknas för sig.'
        : `${outside} händelser ligger utanför kommunen och räknas för sig.`,
      outside === 1
        ? 'One incident lies outside the municipality and is counted apart.'
        : `${outside} incidents lie outside the municipality and are counted apart.`,
    );
  if (result.singleHomes > 0) {
    add(
      result.singleHomes === 1
        ? 'En enskild adress visas inte: den hanteras i annat forum.'
        : `${result.singleHomes} enskilda adresser visas inte: de hanteras i annat forum.`,
      result.singleHomes === 1
        ? 'One single address is not shown: it is handled elsewhere.'
        : `${result.singleHomes} single addresses are not shown: they are handled elsewhere.`,
    );
  }
  return notices;
}

/** What is counted together, in words: sources are never mixed in silence. */
export function mixOf(
  run: { readonly filters: Record<string, unknown>; readonly group_codes: readonly string[] },
  sv: boolean,
): string {
  const sources = run.filters['source'];
  if (Array.isArray(sources) && sources.length === 1) {
    if (sources[0] === 'police') return sv ? 'Polisens uppgifter.' : 'Police data.';
    if (sources[0] === 'report') return sv ? 'Personalens rapporter.' : 'Staff reports.';
  }
  if (!run.group_codes.includes('polis'))
    return sv ? 'Rapporter som din organisation får se.' : 'Reports that your organisation may see.';
  return sv ? 'Polisens uppgifter och personalens rapporter tillsammans.' : 'Police data and staff reports together.';
}
