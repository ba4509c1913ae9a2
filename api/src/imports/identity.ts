import { CountingTable } from './counting-table.js';
import type { ImportedIncident } from './row.js';

/** Two 53-bit hashes of a text (the public-domain cyrb53 by bryc), as 28 hexadecimal digits. Stable, not secret. */
export function stableHash(text: string): string {
  return hash53(text, 0).toString(16).padStart(14, '0') + hash53(text, 0x9e3779b9).toString(16).padStart(14, '0');
}

function hash53(text: string, seed: number): number {
  let a = 0xdeadbeef ^ seed;
  let b = 0x41c6ce57 ^ seed;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    a = Math.imul(a ^ code, 2654435761);
    b = Math.imul(b ^ code, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return 4294967296 * (2097151 & b) + (a >>> 0);
}

/**
 * Hash of everything that is stored of a row: when it differs under the same identity, the row is a new version. Built
 * from the stripped incident, so for a sensitive row it knows neither place nor hour.
 */
export function contentDigest(incident: ImportedIncident): string {
  const { point, from, to, timePrecision, placement, precision, crimeCount, outside, sensitive } = incident;
  const { sourceId, crimeCode, categoryCode, subcategory, address, areaName, text } = incident;
  const where = [
    point && Math.round(point.x * 10),
    point && Math.round(point.y * 10),
    placement,
    precision,
    address,
    areaName,
  ];
  const what = [sourceId, crimeCode, categoryCode, subcategory, crimeCount, text];
  return stableHash(JSON.stringify([what, where, from, to, timePrecision, outside, sensitive]));
}

export interface RowIdentity {
  /** Unique within the source. The same file gives the same identities every time. */
  readonly identity: string;
  readonly contentDigest: string;
  /** The very same row, with the same id of its own, stood earlier in this file. */
  readonly repeated: boolean;
}

/**
 * Gives each row of one file its identity, in the order of the file. A row with an id of its own is that id; two
 * different rows with one id (several crimes in one report) become id and id#2; the same row twice is repeated. Rows
 * without an id are known by their fingerprint and their ordinal among equals, so that two true equal events stay two.
 * Keeps some 12 to 58 bytes a row (`CountingTable`), whatever the rows hold.
 */
export class IdentityRegister {
  private readonly counts = new CountingTable();
  private readonly contents = new CountingTable();

  next(incident: ImportedIncident): RowIdentity {
    const digest = contentDigest(incident);
    const name = incident.sourceId === null ? (incident.fingerprint ?? '') : `id:${incident.sourceId}`;
    const key = hash53(name, 1);
    if (incident.sourceId !== null) {
      const content = hash53(`${name}|${incident.fingerprint ?? digest}`, 2);
      if (this.contents.add(content) > 0) return { identity: name, contentDigest: digest, repeated: true };
    }
    const before = this.counts.add(key);
    return { identity: before === 0 ? name : `${name}#${before + 1}`, contentDigest: digest, repeated: false };
  }
}
