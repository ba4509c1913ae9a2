import type { Role } from '../access/permission.js';
import { dayAndMonth, type Language, list, numberWord } from '../hotspots/sentence-wording.js';

export const cardIds = [
  'mine',
  'week',
  'inbox',
  'meeting',
  'overdue',
  'own-actions',
  'silent',
  'alerts',
  'prepare',
  'hotspots',
  'import',
  'promises',
  'done',
  'helped',
  'runs',
  'freshness',
  'setup',
  'news',
  'tonight',
  'draft',
  'law',
] as const;
export type CardId = (typeof cardIds)[number];

export const tones = ['attention', 'plain', 'good', 'quiet'] as const;

export const pages = [
  'report',
  'mine',
  'week',
  'assess',
  'review',
  'meeting',
  'meetings',
  'coverage',
  'map',
  'hotspot',
  'wheel',
  'import',
  'promises',
  'analysis',
  'administration',
  'registers',
  'baselines',
  'situation',
  'actions',
  'law',
] as const;
export type PageId = (typeof pages)[number];

/** What each role needs, the most pressing first. */
export const cardsOfRole: Readonly<Record<Role, readonly CardId[]>> = {
  reporter: ['mine', 'week'],
  coordinator: [
    'inbox',
    'meeting',
    'overdue',
    'news',
    'silent',
    'alerts',
    'draft',
    'prepare',
    'tonight',
    'hotspots',
    'law',
  ],
  police: ['own-actions', 'tonight', 'news', 'hotspots', 'alerts', 'meeting', 'import', 'inbox', 'prepare'],
  reader: ['promises', 'done', 'helped', 'meeting', 'law', 'prepare'],
  analyst: ['alerts', 'runs', 'freshness', 'import', 'hotspots'],
  administrator: ['setup', 'silent', 'prepare'],
};

/** How many of a list a card names. */
export const shownItems = 4;

/** `1 rapport`, `3 rapporter`. */
export function counted(count: number, one: string, several: string): string {
  return `${count} ${count === 1 ? one : several}`;
}

/** Days from one day to another; below zero when it has passed. */
export function daysTo(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

/** `i dag`, `i morgon`, `om tre dagar`, `för två dagar sedan`; further away the day itself. */
export function whenWords(day: string, today: string, language: Language): string {
  const days = daysTo(today, day);
  const swedish = language === 'sv';
  if (days === 0) return swedish ? 'i dag' : 'today';
  if (days === 1) return swedish ? 'i morgon' : 'tomorrow';
  if (days === -1) return swedish ? 'i går' : 'yesterday';
  if (Math.abs(days) > 13) return dayAndMonth(day, language, today);
  const count = numberWord(Math.abs(days), language);
  if (days > 0) return swedish ? `om ${count} dagar` : `in ${count} days`;
  return swedish ? `för ${count} dagar sedan` : `${count} days ago`;
}

/** What is missing of what a municipality needs to begin, in a sentence; empty when nothing is. */
export function missingWords(missing: readonly string[], language: Language): string {
  if (missing.length === 0) return '';
  return language === 'sv' ? `Återstår: ${list(missing, 'sv')}.` : `Left to do: ${list(missing, 'en')}.`;
}

/** Begins with a capital. */
export function sentenceCase(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
