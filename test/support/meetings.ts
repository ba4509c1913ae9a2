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

export function hoursFromNow(hours: number): string {
  return new Date(Date.now() + hours * 3_600_000).toISOString();
}
