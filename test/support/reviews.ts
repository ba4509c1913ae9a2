import { newId } from '../../api/src/app/identifier.js';
import { type Api, type Member, positionAt, startApi, type TestMunicipality } from './api.js';

const hour = 3600_000;

/** A municipality with somebody to report, a coordinator and a police officer who review. */
export class ReviewTown {
  private placed = 0;

  private constructor(
    readonly api: Api,
    readonly municipality: TestMunicipality,
    readonly reporter: Member,
    readonly coordinator: Member,
    readonly police: Member,
  ) {}

  static async open(): Promise<ReviewTown> {
    const api = await startApi();
    const municipality = await api.municipality();
    const [reporter, coordinator, police] = [
      await municipality.member('reporter'),
      await municipality.member('coordinator'),
      await municipality.member('police'),
    ];
    return new ReviewTown(api, municipality, reporter, coordinator, police);
  }

  get root(): string {
    return `/api/v1/municipalities/${this.municipality.code}`;
  }

  /** Stores a report; in a grid in which nothing lies within 150 metres of anything else, unless told where. */
  async report(more: object = {}, member = this.reporter): Promise<string> {
    const id = newId();
    const answer = await this.api
      .as(member)
      .post(`${this.root}/incidents`)
      .send({
        id,
        categoryCode: 'SKAD',
        subcategoryCode: 'klotter',
        occurredFrom: new Date(Date.now() - 5 * hour).toISOString(),
        placement: 'tapped',
        position: positionAt(-4500 + 300 * (this.placed % 30), 1000 + 300 * Math.floor(this.placed++ / 30)),
        ...more,
      });
    if (answer.status !== 201) throw new Error(`report: ${answer.status} ${answer.text}`);
    return id;
  }

  /** A row as the police's import leaves it: accepted, of the police's group, from nobody's account. */
  async policeRow(east: number, north: number, more: object = {}): Promise<string> {
    const place = { position: positionAt(east, north), categoryCode: 'STOLD', subcategoryCode: null, ...more };
    const id = await this.report(place, this.police);
    await this.api.owner.query(
      `UPDATE incident SET source = 'police', status = 'accepted', account_id = NULL WHERE id = $1`,
      [id],
    );
    return id;
  }

  /** A report as the inbox gives it. */
  async read(id: string, member = this.coordinator) {
    return (await this.api.as(member).get(`${this.root}/reviews/${id}`)).body;
  }

  /** Posts to a path of the municipality, over a version where one is given. */
  post(path: string, body: object, version?: number, member = this.coordinator) {
    const call = this.api.as(member).post(`${this.root}/${path}`);
    return (version === undefined ? call : call.set('If-Match', `"${version}"`)).send(body);
  }

  merge(member: Member, ...rows: [id: string, version: number][]) {
    return this.post('reviews/merges', { rows: rows.map(([id, version]) => ({ id, version })) }, undefined, member);
  }

  /** What is counted as events on the map of somebody. */
  async eventKeys(member: Member): Promise<string[]> {
    const { body } = await this.api.as(member).get(`${this.root}/events`);
    return body.features.map((one: { properties: { eventKey: string } }) => one.properties.eventKey);
  }
}
