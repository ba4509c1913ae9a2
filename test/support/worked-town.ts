import { newId } from '../../api/src/app/identifier.js';
import { type Api, centre, type Member, positionAt, startApi, type TestMunicipality } from './api.js';

/** What the work with a hot spot says of itself. */
export interface Work {
  version: number;
  stage: string;
  moves: { to: string; missing: { need: string; text: string }[]; reasonNeeded: boolean }[];
  problem: { number: number; what: string } | null;
  followUp: { number: number; effectNote: string | null } | null;
  production: { planned: number; done: number };
  merges: { id: string; other: { id: string } }[];
  mergedInto: { id: string; name: string } | null;
  news: { count: number; mine: boolean };
}

export const corner = (east: number, north: number) => positionAt(east, north);

/** A square of so many metres with its corner there. */
export function squareAt(east: number, north: number, side = 200) {
  const ring = [[0, 0], [side, 0], [side, side], [0, side], [0, 0]].map(([x, y]) => corner(east + x!, north + y!)); // prettier-ignore
  return { type: 'Polygon', coordinates: [ring] };
}

export const statuses = (answers: readonly { status: number }[]) =>
  answers.map(({ status }) => status).toSorted((a, b) => a - b);

/** A municipality whose group works with hot spots, and what its tests do again and again. */
export class WorkedTown {
  private constructor(
    readonly api: Api,
    readonly municipality: TestMunicipality,
    readonly coordinator: Member,
    readonly police: Member,
    readonly reader: Member,
  ) {}

  static async open(): Promise<WorkedTown> {
    const api = await startApi();
    const town = await api.municipality();
    return new WorkedTown(
      api,
      town,
      await town.member('coordinator'),
      await town.member('police'),
      await town.member('reader'),
    );
  }

  get base(): string {
    return `/api/v1/municipalities/${this.municipality.code}`;
  }

  draw(name: string, polygon: object) {
    return this.api.as(this.coordinator).post(`${this.base}/hotspots`).send({
      name,
      polygon,
      ownerOrganisationId: this.municipality.organisations['municipality'],
      ownerFunction: 'EST-samordnare',
    });
  }

  /** The id of a new hot spot of 200 by 200 metres. */
  async drawn(name: string, east: number, north: number): Promise<string> {
    const answer = await this.draw(name, squareAt(east, north));
    if (answer.status !== 201) throw new Error(`${name}: ${answer.status} ${answer.text}`);
    return answer.body.id as string;
  }

  async workOf(id: string, who: Member = this.coordinator): Promise<Work> {
    return (await this.api.as(who).get(`${this.base}/hotspots/${id}/work`)).body as Work;
  }

  async move(id: string, stage: string, note: string | null = null) {
    const { version } = await this.workOf(id);
    const call = this.api.as(this.coordinator).put(`${this.base}/hotspots/${id}/stage`);
    return call.set('If-Match', `"${version}"`).send({ stage, note });
  }

  describeProblem(id: string, number: number, what = 'Skadegörelse och högljudda samlingar') {
    const call = this.api.as(this.coordinator).put(`${this.base}/hotspots/${id}/problem`);
    return call.set('If-Match', `"${number}"`).send({ what, when: 'Fredag och lördag kväll' });
  }

  addCause(id: string, body: object) {
    return this.api.as(this.coordinator).post(`${this.base}/hotspots/${id}/causes`).send(body);
  }

  decide(id: string, body: object) {
    return this.api
      .as(this.coordinator)
      .post(`${this.base}/actions`)
      .send({
        hotspotId: id,
        organisationId: this.municipality.organisations['municipality'],
        ownerFunction: 'Gatuchef',
        ...body,
      });
  }

  /** Reports in one point, as if they had just come in. */
  async report(count: number, at: { x: number; y: number }, group: 'kommun' | 'polis' | 'bostad'): Promise<void> {
    const kind = { kommun: 'municipality', polis: 'police', bostad: 'housing' }[group];
    await this.api.owner.query(
      `INSERT INTO incident (municipality_code, id, event_key, source, group_code, organisation_id, category_code, occurred_from, location, precision, placement)
       SELECT $1::smallint, r.id, r.id::text, $5::text, $2::text, $3::uuid, 'SKAD', now() - interval '3 days', ST_SetSRID(ST_MakePoint($6::float8, $7::float8), 3006), 'point', 'tapped'
         FROM unnest($4::uuid[]) AS r(id)`,
      [
        Number(this.municipality.code),
        group,
        this.municipality.organisations[kind],
        Array.from({ length: count }, newId),
        group === 'polis' ? 'police' : 'report',
        centre.x + at.x,
        centre.y + at.y,
      ],
    );
  }
}
