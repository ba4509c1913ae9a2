import type { Actor } from '../api/src/app/database.js';
import { createApplication } from '../api/src/app/application.js';
import { codeText } from '../api/src/access/access.schema.js';
import { SessionsService } from '../api/src/access/sessions.service.js';
import { readEnvironment } from '../api/src/app/environment.js';
import { newId } from '../api/src/app/identifier.js';
import { AnalysesService } from '../api/src/analyses/analyses.service.js';
import { HotspotsService } from '../api/src/hotspots/hotspots.service.js';
import { MunicipalitiesService } from '../api/src/municipalities/municipalities.service.js';
import { OccasionsService } from '../api/src/promises/occasions.service.js';
import { PromisesService } from '../api/src/promises/promises.service.js';
import { DataSource } from 'typeorm';
import { connection } from '../api/src/app/database.js';
import { toMetres } from '../api/src/geo/projection.js';
import { plantedSpots } from './demo/hot-spots.js';
import { promises } from './demo/promises.js';
import { town } from './demo/town.js';

/** The spot that the demo's group has taken up already; the others wait for whoever tries the product. */
const takenUp = 'bjorkhojden';

/** Lets the demo's coordinator take up one cluster and make the demo's promises, through the same services as a person. */
export async function adoptDemoHotspots(databaseUrl: string, until: string): Promise<void> {
  const application = await createApplication(
    readEnvironment({ DATABASE_URL: databaseUrl, LOG_LEVEL: 'silent', DATABASE_CONNECTIONS: '2' }),
  );
  await application.init();
  try {
    const actor = await coordinator(databaseUrl, application.get(SessionsService));
    const organisations = await application.get(MunicipalitiesService).organisations(actor);
    const idOf = (name: string): string =>
      organisations.find((organisation: { name: string }) => organisation.name === name)?.id;
    const nameOf = new Map(town().organisations.map(({ code, name }) => [code, name]));
    const run = await application.get(AnalysesService).run(actor, {}, 'sv');
    const spot = plantedSpots.find(({ id }) => id === takenUp)!;
    const nearest = run.clusters
      .map((cluster) => ({ cluster, metres: distance(cluster.centre as [number, number], spot.centre) }))
      .sort((a, b) => a.metres - b.metres)[0];
    const hotspot =
      nearest &&
      (await application.get(HotspotsService).adopt(
        actor,
        {
          name: spot.name,
          clusterId: nearest.cluster.id,
          ownerOrganisationId: actor.organisationId,
          ownerFunction: 'EST-samordnare',
          classification: 'open',
        },
        'sv',
      ));
    const service = application.get(PromisesService);
    const occasions = application.get(OccasionsService);
    for (const promise of promises({ until })) {
      const made = await service.create(actor, {
        title: promise.title,
        objective: promise.objective,
        targetGroup: promise.audience,
        focusArea: promise.focusArea,
        scope: 'place',
        hotspotId: promise.spot === takenUp && hotspot ? hotspot.id : null,
        areaId: null,
        status: 'decided',
        registrationNumber: null,
        periodFrom: promise.from,
        periodTo: promise.to,
        commitments: promise.commitments.map((commitment) => ({
          text: commitment.text,
          form: 'count' as const,
          bound: 'at-least' as const,
          target: commitment.atLeast,
          unit: commitment.unit,
          per: 'period' as const,
          baseline: null,
          due: null,
          parties: commitment.organisations.map((code) => idOf(nameOf.get(code)!)),
        })),
      });
      for (const [index, commitment] of promise.commitments.entries()) {
        for (const { date, place, minutes, note } of commitment.occasions) {
          await occasions.log(actor, made.commitments[index]!.id, {
            id: newId(),
            happenedOn: date,
            count: 1,
            minutes,
            place,
            note,
          });
        }
      }
    }
  } finally {
    await application.close();
  }
}

async function coordinator(databaseUrl: string, sessions: SessionsService): Promise<Actor> {
  const source = new DataSource(connection(databaseUrl, 1));
  await source.initialize();
  const [row]: { account_id: string; municipality_code: number }[] = await source.query(
    `SELECT account_id, municipality_code FROM membership WHERE municipality_code = $1 AND role = 'coordinator'`,
    [Number(town().municipality.code)],
  );
  await source.destroy();
  if (!row) throw new Error(`No coordinator in ${codeText(Number(town().municipality.code))}`);
  return sessions.actorFor(row.account_id, row.municipality_code);
}

function distance(position: readonly [number, number], [x, y]: readonly [number, number]): number {
  const point = toMetres(position);
  return Math.hypot(point.x - x, point.y - y);
}
