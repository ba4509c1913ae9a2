/**
 * The colours of documents. Every pair that must be told apart differs in lightness, so that a grey print says the same.
 */
export const ink = {
  text: '#1c2426',
  muted: '#59656a',
  faint: '#8b969a',
  line: '#d5dbdc',
  paper: '#ffffff',
  accent: '#0b5a63',
  accentMiddle: '#6fa6ac',
  accentPale: '#dcebec',
  /** From none to most, one hue. */
  ramp: ['#f3f5f5', '#d3e5e6', '#a3c8cb', '#649fa5', '#2b777f', '#0b4f57'],
  /** How the group sees an area: never without its word, and a ground of its own. */
  level: { normal: '#1b6a3a', raised: '#7a5000', serious: '#a3211f' },
  map: {
    ground: '#f8f8f5',
    water: '#d5e2e8',
    forest: '#e6ece2',
    field: '#f3f3ea',
    park: '#e1eadb',
    residential: '#f2f1ed',
    industrial: '#ecebea',
    centre: '#eeebe6',
    building: '#dedcd7',
    road: '#ffffff',
    casing: '#d9d8d4',
    path: '#cfcdc6',
    railway: '#a9abab',
    boundary: '#8f9698',
  },
} as const;

export const typeface = 'Source Sans 3';
