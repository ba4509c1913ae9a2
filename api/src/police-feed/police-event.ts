import { Temporal } from 'temporal-polyfill';
import { check } from '../privacy/check.js';
import type { FindingKind } from '../privacy/finding.js';
import { placeNamed, type SwedishPlace } from './swedish-place.js';

/** What Polisen's notice says, mended where it can be. It has no position: the feed's are centres of municipalities and counties. */
export interface PoliceEvent {
  readonly id: number;
  readonly publishedAt: string;
  /** Null when the title does not say it. */
  readonly occurredAt: string | null;
  readonly type: string;
  /** A summary of many events (Sammanfattning natt), not one. */
  readonly digest: boolean;
  readonly title: string;
  readonly summary: string;
  /** The path below https://polisen.se; null when it is not a path. */
  readonly path: string | null;
  readonly municipality: number | null;
  readonly county: number | null;
}

/** Why a notice could not be read at all. */
export type Fault = 'not-an-object' | 'id-missing' | 'title-missing' | 'published-unreadable';

/** What a notice that was read does not say. */
export type Doubt = 'time-unreadable' | 'type-not-in-title' | 'place-unknown' | 'county-only';

export type Reading =
  | { readonly ok: true; readonly event: PoliceEvent; readonly doubts: readonly Doubt[] }
  | { readonly ok: false; readonly fault: Fault };

const months = ['januari', 'februari', 'mars', 'april', 'maj', 'juni', 'juli', 'augusti', 'september', 'oktober', 'november', 'december']; // prettier-ignore
const zone = 'Europe/Stockholm';
const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };
const withheld: ReadonlySet<FindingKind> = new Set(['personnummer', 'samordningsnummer', 'personnummer-like', 'phone', 'email', 'plate', 'ip']); // prettier-ignore
const longestText = 1000;

/**
 * Reads one element of Polisen's answer (https://polisen.se/api/events). The time of the event stands in the title
 * without a year, the type holds commas, the municipality is the end of the title, and `datetime` is when it was
 * published, with an hour that is not padded. Numbers that point out a person are replaced by `…`. Never throws.
 */
export function readPoliceEvent(raw: unknown): Reading {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return { ok: false, fault: 'not-an-object' };
  const record = raw as Record<string, unknown>;
  const id = record['id'];
  if (typeof id !== 'number' || !Number.isSafeInteger(id) || id <= 0) return { ok: false, fault: 'id-missing' };
  const title = textOf(record['name']);
  if (title === '') return { ok: false, fault: 'title-missing' };
  const published = publishedAt(textOf(record['datetime']));
  if (published === null) return { ok: false, fault: 'published-unreadable' };
  return { ok: true, ...described({ id, title, published, record }) };
}

function described(about: { id: number; title: string; published: Temporal.Instant; record: Record<string, unknown> }) {
  const { id, title, published, record } = about;
  const type = textOf(record['type']);
  const head = /^(\d{1,2}) ([a-zåäö]+) (\d{1,2})[.:](\d{2})\s*,\s*/i.exec(title);
  const occurred = head ? occurredAt(head.slice(1), published) : null;
  const rest = title.slice(head?.[0].length ?? 0);
  const tail = afterType(rest, type);
  const location = (record['location'] as { name?: unknown } | null | undefined)?.name;
  const place = placeIn(tail ?? lastPart(rest)) ?? placeNamed(textOf(location));
  const doubts: Doubt[] = [];
  if (occurred === null) doubts.push('time-unreadable');
  if (tail === null) doubts.push('type-not-in-title');
  if (place === null) doubts.push('place-unknown');
  else if (place.municipality === null) doubts.push('county-only');
  const path = textOf(record['url']);
  const event: PoliceEvent = {
    id,
    publishedAt: published.toString(),
    occurredAt: occurred?.toString() ?? null,
    type,
    digest: /^sammanfattning\b/i.test(type),
    title: withoutNumbers(title),
    summary: withoutNumbers(textOf(record['summary'])),
    path: /^\/(?!\/)[\w%./~-]*$/.test(path) ? path : null,
    municipality: place?.municipality ?? null,
    county: place?.county ?? null,
  };
  return { event, doubts };
}

/** Text with entities read, every kind of space a space, and no more of it than fits. */
function textOf(value: unknown): string {
  if (typeof value !== 'string') return '';
  return value
    .slice(0, longestText)
    .replaceAll(/&(?:#(\d{1,6})|#x([\da-f]{1,5})|([a-z]{2,6}));/gi, (whole, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) return entities[name.toLowerCase()] ?? whole;
      const point = decimal === undefined ? Number.parseInt(hex!, 16) : Number(decimal);
      return point > 31 && point <= 0x10ffff && (point < 0xd800 || point > 0xdfff) ? String.fromCodePoint(point) : ' ';
    })
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .replaceAll(/\p{Surrogate}/gu, "\uFFFD")
    .trim(); // prettier-ignore
}

/** `2023-04-11 3:24:01 +02:00` as an instant: the hour is not padded. */
function publishedAt(text: string): Temporal.Instant | null {
  const match = /^(\d{4}-\d{2}-\d{2})[ T](\d{1,2}):(\d{2}):(\d{2}) ?([+-]\d{2}:\d{2}|Z)$/.exec(text);
  if (!match) return null;
  const [, day, hour, minute, second, offset] = match;
  try {
    return Temporal.Instant.from(`${day}T${hour!.padStart(2, '0')}:${minute}:${second}${offset}`);
  } catch {
    return null;
  }
}

/** Day, month and clock of the title in the year that puts it before its publication: a New Year lies between, or not. */
function occurredAt(parts: readonly string[], published: Temporal.Instant): Temporal.Instant | null {
  const [day, monthName, hour, minute] = parts;
  const month = months.indexOf(monthName!.toLowerCase()) + 1;
  if (month === 0) return null;
  const latest = published.add({ hours: 24 });
  const year = published.toZonedDateTimeISO(zone).year;
  for (const candidate of [year + 1, year, year - 1]) {
    const instant = instantOf({ year: candidate, month, day: Number(day), hour: Number(hour), minute: Number(minute) });
    if (instant && Temporal.Instant.compare(instant, latest) <= 0) return instant;
  }
  return null;
}

function instantOf(local: { year: number; month: number; day: number; hour: number; minute: number }) {
  try {
    const plain = Temporal.PlainDateTime.from(local, { overflow: 'reject' });
    return plain.toZonedDateTime(zone).toInstant();
  } catch {
    return null;
  }
}

/** What follows the type in the title; null when the title has another type. A type holds commas, so it is cut off whole. */
function afterType(rest: string, type: string): string | null {
  const begins = type !== '' && rest.toLowerCase().startsWith(type.toLowerCase());
  const after = begins ? rest.slice(type.length).trimStart() : '';
  if (!begins || (after !== '' && !after.startsWith(','))) return null;
  return after.slice(1).trim();
}

function lastPart(text: string): string {
  return text.slice(text.lastIndexOf(',') + 1).trim();
}

function placeIn(tail: string): SwedishPlace | null {
  return placeNamed(tail) ?? placeNamed(lastPart(tail));
}

function withoutNumbers(text: string): string {
  let left = text;
  for (const { kind, from, to } of check(text).toReversed())
    if (withheld.has(kind)) left = `${left.slice(0, from)}…${left.slice(to)}`;
  return left;
}
