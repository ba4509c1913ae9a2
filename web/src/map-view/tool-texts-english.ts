import type { toolSwedish } from './tool-texts-swedish.js';

/** The tools of the joint map in English. */
export const toolEnglish: { readonly [Key in keyof typeof toolSwedish]: string } = {
  // Periods
  pforra: 'Last week',
  pt: 'Tertial {{number}} {{year}}',
  pfjolveckor: 'Same weeks last year',
  sinceMeeting: 'Since the last meeting, {{date}}',
  periodNote: 'Same weeks last year are the latest four whole weeks, a year earlier.',
  // Filter
  severity: 'Severity',
  severity1: 'Low',
  severity2: 'Medium',
  severity3: 'High',
  severityChip: 'Severity: {{levels}}',
  organisation: 'Organisation',
  organisationAll: 'All organisations',
  organisationUnknown: 'Chosen organisation',
  weekdays: 'Weekdays',
  hours: 'Hours',
  hoursHint: 'Whole hours. To 02 after from 20 means past midnight.',
  hourFrom: 'From',
  hourTo: 'To',
  hourAll: 'All day',
  hourRun: '{{from}}–{{to}}',
  placeFilter: 'Part of the map',
  drawArea: 'Draw an area',
  drawAgain: 'Draw the area again',
  nearPlace: 'Around a place',
  nearHint: 'Press on the place that should be in the middle.',
  nearMiddle: 'Choose the place in the middle of the map',
  nearRadius: 'Radius',
  nearChip: 'Within {{distance}} of a place',
  drawnChip: 'Drawn area',
  stop: 'Cancel',
  and: 'and',
  // Layers
  rutor: 'Squares, 250 metres',
  register: 'Places in the register',
  atgarder: 'Actions under way',
  layerNotYet: 'Views from the dialogue get a layer of their own once the dialogue is there.',
};
