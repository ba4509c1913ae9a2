import type { ProblemTable } from '../app/domain-error.js';
import { fieldText } from '../app/problem-texts.js';

/** What can go wrong with tiles and squares of the map, in words. */
export const tileProblems: ProblemTable = {
  'tile-view-expired': {
    status: 410,
    title: ['Kartan behöver läsas in igen', 'The map needs to be loaded again'],
    detail: [
      'Kartan har stått öppen länge, eller så har din behörighet ändrats. Ladda om sidan.',
      'The map has been open for long, or what you may see has changed. Reload the page.',
    ],
  },
  'tile-out-of-range': fieldText('Kartrutan finns inte.', 'There is no such tile.'),
  'too-many-squares': {
    status: 422,
    title: ['Det blir för många rutor', 'There are too many squares'],
    detail: [
      'Urvalet täcker fler än {most} rutor. Välj större rutor eller en mindre del av kommunen.',
      'The selection covers more than {most} squares. Choose larger squares, or a smaller part of the municipality.',
    ],
  },
};
