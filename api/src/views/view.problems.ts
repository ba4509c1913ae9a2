import type { ProblemTable } from '../app/domain-error.js';
import { fieldText } from '../app/problem-texts.js';

/** What can go wrong with saved and frozen views, in words. */
export const viewProblems: ProblemTable = {
  'bounds-wrong': fieldText(
    'Kartutsnittet stämmer inte: väster ska ligga före öster och söder före norr.',
    'The map section is not right: west comes before east and south before north.',
  ),
  'view-frozen': {
    status: 409,
    title: ['Vyn är fryst', 'The view is frozen'],
    detail: [
      'En fryst vy visar vad gruppen såg när beslutet fattades. Den går inte att ändra eller ta bort. Spara en ny i stället.',
      'A frozen view shows what the group saw when it decided. It cannot be changed or removed. Save a new one instead.',
    ],
  },
  'view-of-somebody-else': {
    status: 403,
    title: ['Vyn är någon annans', 'The view is somebody else’s'],
    detail: [
      'Den som har sparat vyn kan ändra eller ta bort den. Spara en egen i stället.',
      'Whoever saved the view can change or remove it. Save one of your own instead.',
    ],
  },
  'too-many-views': {
    status: 409,
    title: ['Du har redan 200 sparade vyer', 'You have 200 saved views already'],
    detail: ['Ta bort någon som inte används.', 'Remove one that is not used.'],
  },
};
