import { expect } from '@jest/globals';
import type { Api, Member, TestMunicipality } from './api.js';

type Caller = Pick<Member, 'cookie'>;

/** What a meeting answers, as far as the tests look. */
export interface MeetingAnswer {
  readonly id: string;
  readonly version: number;
  readonly revision: number;
  readonly status: string;
  readonly leftOpen: boolean;
  readonly until: string;
  readonly seriesId: string | null;
  readonly nextMeetingId: string | null;
  readonly previousMeetingId: string | null;
  readonly participants: readonly { readonly id: string; readonly function: string; readonly attendance: string; readonly party: string | null }[];
  readonly items: readonly { readonly id: string; readonly kind: string; readonly title: string; readonly note: { readonly revision: number; readonly text: string } }[];
  readonly decisions: readonly { readonly position: number; readonly itemId: string | null; readonly action: { readonly id: string; readonly what: string; readonly viewId: string | null } }[];
  readonly pictures: readonly { readonly id: string; readonly text: string; readonly kept: boolean; readonly clipped: boolean; readonly polygon: object | null }[];
  readonly priorities: readonly { readonly text: string }[];
  readonly escalations: readonly { readonly id: string; readonly target: string; readonly takenUpIn: string | null }[];
  readonly missing: readonly { readonly kind: string }[];
} // prettier-ignore

/** What an agenda fills itself with. */
export interface AgendaAnswer {
  readonly period: { readonly text: string; readonly kind: string; readonly name: string };
  readonly items: readonly { readonly kind: string; readonly lines: readonly AgendaLine[] }[];
}

export interface AgendaLine {
  readonly text: string;
  readonly count: number | null;
  readonly search: string | null;
  readonly tone: string;
  readonly subject: { readonly kind: string; readonly id: string } | null;
}

/** Meetings through the API, as a member would. */
export class Meetings {
  constructor(
    private readonly api: Api,
    readonly municipality: TestMunicipality,
    readonly member: Caller,
  ) {}

  as(member: Caller): Meetings {
    return new Meetings(this.api, this.municipality, member);
  }

  url(path: string): string {
    return `/api/v1/municipalities/${this.municipality.code}/${path}`;
  }

  async group(fields: object = {}): Promise<{ id: string; version: number }> {
    const members = [
      { function: 'samordnare', organisationId: this.municipality.organisations['municipality'] },
      { function: 'kommunpolis', organisationId: this.municipality.organisations['police'] },
    ];
    const name = `EST-gruppen ${Math.random()}`;
    return this.made('meeting-groups', { name, kind: 'est', members, ...fields });
  }

  /** An open meeting of a new group that began an hour ago. */
  async open(
    fields: { readonly groupId?: string | undefined; readonly [field: string]: unknown } = {},
    group: object = {},
  ): Promise<MeetingAnswer> {
    const planned = await this.planned(fields, group);
    return (await this.post(`meetings/${planned.id}/opening`, {}, 200)) as MeetingAnswer;
  }

  async planned(
    fields: { readonly groupId?: string | undefined; readonly [field: string]: unknown } = {},
    group: object = {},
  ): Promise<MeetingAnswer> {
    const groupId = fields.groupId ?? (await this.group(group)).id;
    const [at, until] = [hoursFromNow(-1), hoursFromNow(1)];
    return this.made('meetings', { groupId, kind: 'weekly-est', at, until, ...fields });
  }

  async get(id: string): Promise<MeetingAnswer> {
    const answer = await this.api.as(this.member).get(this.url(`meetings/${id}`));
    expect(answer.status).toBe(200);
    return answer.body as MeetingAnswer;
  }

  async agenda(id: string): Promise<AgendaAnswer> {
    const answer = await this.api.as(this.member).get(this.url(`meetings/${id}/agenda`));
    expect([answer.status, answer.status === 200 ? '' : answer.text]).toEqual([200, '']);
    return answer.body as AgendaAnswer;
  }

  /** A decision for the police to carry out, as it is sent. */
  decision(what: string, more: object = {}): object {
    const organisationId = this.municipality.organisations['police'];
    return { what, organisationId, ownerFunction: 'kommunpolis', due: '2027-01-15', ...more };
  }

  /** Takes a decision in an open meeting. */
  async decide(meetingId: string, what: string, more: object = {}): Promise<MeetingAnswer> {
    return this.made(`meetings/${meetingId}/decisions`, this.decision(what, more));
  }

  made<Answer>(path: string, body: object): Promise<Answer> {
    return this.post(path, body, 201) as Promise<Answer>;
  }

  async post(path: string, body: object, status: number): Promise<unknown> {
    const answer = await this.api.as(this.member).post(this.url(path)).send(body);
    expect({ status: answer.status, text: answer.status === status ? '' : answer.text }).toEqual({ status, text: '' });
    return answer.body;
  }

  note(meetingId: string, itemId: string, body: { base: number; text: string }) {
    return this.api
      .as(this.member)
      .patch(this.url(`meetings/${meetingId}/notes/${itemId}`))
      .send(body);
  }
}

/** The lines of the first item of a kind. */
export function linesOf(agenda: AgendaAnswer, kind: string): readonly AgendaLine[] {
  return agenda.items.find((item) => item.kind === kind)!.lines;
}

/** Reports by staff, or rows of the police, one a day from the day after `from` (epoch milliseconds) on. */
export async function addReports(
  api: Api,
  { code, organisations }: TestMunicipality,
  { from, count, police = false }: { from: number; count: number; police?: boolean },
): Promise<void> {
  const [source, group, organisation] = police ? ['police', 'polis', 'police'] : ['report', 'kommun', 'municipality'];
  await api.owner.query(
    `INSERT INTO incident (municipality_code, id, event_key, source, source_identity, group_code, organisation_id, category_code, occurred_from, time_precision, location, precision, placement, status)
     SELECT $1::smallint, id, id::text, $2, id::text, $3, $4::uuid, 'SKAD', to_timestamp($5::float8 / 1000) + n * interval '1 day', 'minute', ST_SetSRID(ST_MakePoint(560100, 6600100), 3006), 'address', 'register', 'accepted'
       FROM (SELECT n, gen_random_uuid() AS id FROM generate_series(1, $6::int) AS n) AS made`,
    [Number(code), source, group, organisations[organisation!], from, count],
  );
}

export function hoursFromNow(hours: number): string {
  return new Date(Date.now() + hours * 3_600_000).toISOString();
}
