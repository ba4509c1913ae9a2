import { type Random } from '../../api/src/analysis/random.js';
import { stockholm } from './clock.js';
import { type IncidentKind } from './incident-kinds.js';
import { placed, type Placing } from './incident-places.js';
import { reporterOf } from './incident-reporters.js';
import { unseen } from './incident-times.js';
import { type Anchor } from './people.js';

/** One reported row. Several rows can be of one event (`eventKey`). Everything is invented. */
export interface DemoIncident extends Placing {
  readonly source: 'police' | 'staff';
  /** The row's identity in its source. */
  readonly sourceId: string;
  /** Code of the reporting organisation. */
  readonly organisation: string;
  readonly category: string;
  readonly subCategory: string;
  readonly severity: 1 | 2 | 3;
  /** ISO instants with offset. `to` is null when the time is known to the minute. */
  readonly from: string;
  readonly to: string | null;
  readonly reportedAt: string;
  readonly setting: 'ute' | 'inne' | 'trapphus';
  readonly text: string;
  readonly eventKey: string;
  /** `sourceId` of the row that tells the same event, when this one only repeats it. */
  readonly duplicateOf: string | null;
  /** Id of the planted spot. For tests only: the seeder does not store it. */
  readonly planted: string | null;
}

/** What happened, before anybody told of it. */
export interface Event {
  readonly kind: IncidentKind;
  readonly anchor: Anchor;
  readonly day: number;
  readonly minutes: number;
  readonly planted: string | null;
  readonly isExact: boolean;
}

/** Start and end in minutes before the end of the period (negative), and as instants. */
interface Span {
  readonly start: number;
  readonly end: number;
  readonly from: string;
  readonly to: string | null;
}

/** Turns events into the rows that people and police file about them. */
export class Teller {
  private count = 0;

  constructor(
    private readonly random: Random,
    private readonly end: number,
  ) {}

  rows(event: Event, eventKey: string): DemoIncident[] {
    const { kind } = event;
    const source = event.isExact || this.random.next() < kind.police ? 'police' : 'staff';
    const first = this.row({ event, eventKey, source });
    if (event.isExact) return [first];
    const rows = [first];
    const chance = this.random.next();
    if (chance < 0.05 && kind.police > 0) {
      rows.push(this.repeat(event, first, source === 'police' ? 'staff' : 'police'));
    } else if (chance < 0.07) {
      rows.push(this.repeat(event, first, source));
    } else if (chance < 0.13 && source === 'police' && ['SKAD', 'STOLD', 'VALD'].includes(kind.category)) {
      const more = 1 + this.random.integer(3);
      for (let i = 0; i < more; i++) rows.push({ ...first, sourceId: this.id('police', event.day) });
    }
    return rows;
  }

  private row({
    event,
    eventKey,
    source,
  }: {
    event: Event;
    eventKey: string;
    source: DemoIncident['source'];
  }): DemoIncident {
    const { kind, anchor, planted } = event;
    const span = this.span(event);
    return {
      source,
      sourceId: this.id(source, event.day),
      organisation: reporterOf(source, anchor, this.random),
      category: kind.category,
      subCategory: kind.subCategory,
      severity: kind.severity,
      from: span.from,
      to: span.to,
      reportedAt: this.reportedAt(span, source),
      ...placed({ anchor, source, random: this.random, isPlanted: planted !== null, isExact: event.isExact }),
      setting: settingOf(kind),
      text: source === 'police' ? '' : this.random.pick(kind.texts),
      eventKey,
      duplicateOf: null,
      planted,
    };
  }

  /** The same event told once more, by the other side or by the same one, a few metres off. */
  private repeat(event: Event, first: DemoIncident, source: DemoIncident['source']): DemoIncident {
    const again = this.row({ event, eventKey: first.eventKey, source });
    if (source !== first.source) return { ...again, duplicateOf: first.sourceId };
    const reportedAt = again.reportedAt > first.reportedAt ? again.reportedAt : first.reportedAt;
    return { ...again, duplicateOf: first.sourceId, text: first.text, from: first.from, to: first.to, reportedAt };
  }

  private span({ kind, day, minutes, isExact }: Event): Span {
    const moment = this.within(day, minutes);
    const whole = { start: moment, end: moment, from: stockholm(this.end, moment), to: null };
    if (isExact || this.random.next() >= kind.found) return whole;
    const length = unseen(this.random);
    const start = moment - Math.round((length * this.random.next()) / 5) * 5;
    const end = start + length;
    if (end >= 0) return whole;
    return { start, end, from: stockholm(this.end, start), to: stockholm(this.end, end) };
  }

  /** Minutes before the end of the period; a night that would run past it is moved a day back. */
  private within(day: number, minutes: number): number {
    const moment = (day - this.end) * 1_440 + minutes;
    return moment >= 0 ? moment - 1_440 : moment;
  }

  /** Some staff report on the spot; the rest, and the police, in office hours the days after. */
  private reportedAt({ end }: Span, source: DemoIncident['source']): string {
    const isAtOnce = source === 'staff' && this.random.next() < 0.4;
    const days = 1 + this.random.integer(source === 'police' ? 4 : 2);
    const later = (Math.floor(end / 1_440) + days) * 1_440 + 450 + this.random.integer(510);
    return stockholm(this.end, Math.min(isAtOnce ? end + 5 + this.random.integer(60) : later, -1));
  }

  private id(source: DemoIncident['source'], day: number): string {
    this.count += 1;
    return `${source === 'police' ? 'K' : 'R'}${Math.floor(day / 365.25) + 1970}-${String(this.count).padStart(5, '0')}`;
  }
}

function settingOf({ subCategory }: IncidentKind): DemoIncident['setting'] {
  if (subCategory.startsWith('Trapphus')) return 'trapphus';
  return ['Butik', 'Garage', 'Förråd/källare', 'Hot'].includes(subCategory) ? 'inne' : 'ute';
}
