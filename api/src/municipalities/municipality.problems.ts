import type { ProblemTable } from '../app/domain-error.js';

/** What can go wrong with a municipality and what it consists of, in words. */
export const municipalityProblems: ProblemTable = {
  'municipality-exists': {
    status: 409,
    title: ['Kommunen finns redan', 'The municipality exists'],
    detail: ['Välj en annan kod eller öppna den som finns.', 'Choose another code, or open the one that exists.'],
  },
  'boundary-unusable': {
    status: 422,
    title: ['Kartgränsen går inte att använda', 'The boundary cannot be used'],
    detail: [
      'Filen ska vara GeoJSON med en polygon i WGS 84, longitud först. Fel: {reason}.',
      'The file must be GeoJSON with a polygon in WGS 84, longitude first. Fault: {reason}.',
    ],
  },
  'area-name-missing': {
    status: 422,
    title: ['Ett område saknar namn', 'An area has no name'],
    detail: [
      'Område nummer {number} behöver egenskapen name eller namn.',
      'Area number {number} needs the property name or namn.',
    ],
  },
  'area-in-use': {
    status: 409,
    title: ['Området används', 'The area is in use'],
    detail: [
      'Det finns händelser i området. Byt namn i stället.',
      'There are incidents in the area. Rename it instead.',
    ],
  },
};
