import type { Bilingual } from '../analysis/bilingual.js';
import type { ClusterResult } from '../analysis/clusters.js';
import type { OwnHistoryClaim } from '../analysis/own-history.js';
import type { ClusterRow } from './analysis-run.js';
import { type AnswerTable, both } from './answer.js';
import { rounded } from './task-events.js';

/** The answer to "where do events gather?" in one sentence that names the comparison. */
export function placesSentence(
  status: ClusterResult['status'],
  places: readonly { readonly name: string | null; readonly count: number; readonly ownHistory: OwnHistoryClaim }[],
): Bilingual {
  if (status === 'invalid-period')
    return both('Perioden slutar innan den börjar.', 'The period ends before it starts.');
  if (status === 'no-events') return both('Inga händelser i perioden.', 'No incidents in the period.');
  const claims = places.map(({ ownHistory }) => ownHistory);
  const found = places.length;
  if (found === 0)
    return both(
      'Inga händelser ligger så tätt att de bildar en anhopning.',
      'No incidents lie so close that they form a cluster.',
    );
  const most = places.reduce((first, one) => (one.count > first.count ? one : first));
  const [sv, en] =
    found === 1
      ? [
          `Händelserna samlas på en plats${most.name === null ? '' : ` vid ${most.name}`}: ${most.count} händelser`,
          `Incidents gather in one place${most.name === null ? '' : ` at ${most.name}`}: ${most.count} incidents`,
        ]
      : [
          `Händelserna samlas på ${found} platser, ${most.name === null ? 'på den största' : `flest vid ${most.name}:`} ${most.count} händelser`,
          `Incidents gather in ${found} places, ${most.name === null ? 'in the largest' : `most at ${most.name}:`} ${most.count} incidents`,
        ];
  const compared = claims.filter((claim) => 'expected' in claim).length;
  if (compared === 0) {
    const firstYear = claims.some((claim) => claim.status === 'first-year');
    return firstYear
      ? both(
          `${sv}. Om det är mer än vanligt visas efter ett års rapporter.`,
          `${en}. Whether it is more than usual is shown after a year of reports.`,
        )
      : both(
          `${sv}. Det är för få händelser för att jämföra med tidigare år.`,
          `${en}. There are too few incidents to compare with earlier years.`,
        );
  }
  const more = claims.filter((claim) => claim.status === 'more-than-usual').length;
  const [onSv, onEn] =
    found === 1
      ? more === 1
        ? ['Det är mer än vanligt', 'That is more than usual']
        : ['Det är inte mer än vanligt', 'That is not more than usual']
      : more === 0
        ? ['På ingen av dem är det mer än vanligt', 'None of them has more than usual']
        : [`På ${more} av dem är det mer än vanligt`, `${more} of them ${more === 1 ? 'has' : 'have'} more than usual`];
  return both(
    `${sv}. ${onSv}, jämfört med samma veckor tidigare år.`,
    `${en}. ${onEn}, compared with the same weeks of earlier years.`,
  );
}

/** What was chosen for the drawing, from the parameters that were stored with it. */
export function placesChoices(parameters: Readonly<Record<string, unknown>>): Bilingual[] {
  const { epsMetres, minPoints, builtUpAreaSquareMetres } = parameters as Record<string, number>;
  const area = rounded((builtUpAreaSquareMetres ?? 0) / 1e6, 1);
  return [
    both(
      `En plats ritas där minst ${minPoints} händelser ligger inom ${epsMetres} meter. Gränsen följer antalet händelser och den bebyggda ytan, ${String(area).replace('.', ',')} km².`,
      `A place is drawn where at least ${minPoints} incidents lie within ${epsMetres} metres. The threshold follows the number of incidents and the built-up area, ${area} km².`,
    ),
    both(
      'Ingen plats är större än 0,1 km² eller 400 meter tvärs över. Den behöver två källor och tre dagar för att stå på listan.',
      'No place is larger than 0.1 km² or 400 metres across. It needs two sources and three days for the list.',
    ),
  ];
}

/** The clusters as rows. */
export function clustersTable(rows: readonly ClusterRow[]): AnswerTable {
  return {
    columns: [
      { key: 'number', label: both('Nr', 'No.'), unit: null },
      { key: 'name', label: both('Plats', 'Place'), unit: null },
      { key: 'count', label: both('Händelser', 'Incidents'), unit: null },
      { key: 'usual', label: both('Brukar vara', 'Usually'), unit: null },
      { key: 'verdict', label: both('Mot det vanliga', 'Against the usual'), unit: null },
      { key: 'dates', label: both('Olika dagar', 'Different days'), unit: null },
      { key: 'sources', label: both('Källor', 'Sources'), unit: null },
      { key: 'area', label: both('Yta', 'Area'), unit: both('m²', 'm²') },
    ],
    rows: rows.map(({ number, facts }) => {
      const { ownHistory } = facts.figures;
      return {
        number,
        name: facts.name,
        count: facts.figures.count,
        usual: 'expected' in ownHistory ? rounded(ownHistory.expected) : null,
        verdict: verdictOf(ownHistory),
        dates: facts.figures.dates,
        sources: facts.figures.sources.length,
        area: facts.figures.areaSquareMetres,
      };
    }),
  };
}

function verdictOf({ status }: OwnHistoryClaim): Bilingual {
  if (status === 'more-than-usual') return both('mer än vanligt', 'more than usual');
  if (status === 'as-usual') return both('som vanligt', 'as usual');
  return status === 'first-year' ? both('visas efter ett år', 'shown after a year') : both('för få', 'too few');
}
