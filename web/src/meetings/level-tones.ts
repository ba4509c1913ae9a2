import type { StatusTone } from '../ui/status-tag.js';
import type { AreaLevel } from './area-api.js';

/** The colour of an area as circle, triangle and square. */
export const levelTones: Readonly<Record<AreaLevel, StatusTone>> = {
  normal: 'good',
  raised: 'caution',
  serious: 'bad',
};
