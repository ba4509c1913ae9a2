import type { ProblemTable } from '../app/domain-error.js';
import { fieldText } from '../app/problem-texts.js';

/** What can go wrong with analyses and hot spots, in words. */
export const hotspotProblems: ProblemTable = {
  'period-reversed': fieldText(
    'Perioden slutar innan den börjar. Byt plats på datumen.',
    'The period ends before it starts. Swap the dates.',
  ),
  'hotspot-name-taken': {
    status: 409,
    title: ['Namnet används redan', 'The name is in use'],
    detail: [
      'Det finns redan en hot spot med det namnet. Välj ett annat.',
      'There is a hot spot with that name. Choose another.',
    ],
  },
  'cluster-already-taken': {
    status: 409,
    title: ['Anhopningen är redan upptagen', 'The cluster is taken up already'],
    detail: [
      'Någon har redan gjort den till en hot spot. Läs in kartan igen.',
      'Somebody has made it a hot spot. Reload the map.',
    ],
  },
  'cluster-or-area': fieldText('Välj en anhopning eller rita ett område.', 'Choose a cluster or draw an area.'),
  'unknown-organisation': fieldText(
    'Organisationen finns inte i kommunens lista.',
    'The organisation is not in the municipality’s list.',
  ),
  'stage-not-next': {
    status: 409,
    title: ['Steget kommer inte härnäst', 'That is not the next stage'],
    detail: [
      'En hot spot går ett steg i taget, framåt eller tillbaka.',
      'A hot spot moves one stage at a time, forwards or back.',
    ],
  },
};
