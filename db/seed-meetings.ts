import { DataSource } from 'typeorm';
import { SessionsService } from '../api/src/access/sessions.service.js';
import { dateOfDay, localTime, startOfDay } from '../api/src/analysis/calendar.js';
import { createApplication } from '../api/src/app/application.js';
import { type Actor, connection, Database } from '../api/src/app/database.js';
import { readEnvironment } from '../api/src/app/environment.js';
import { newId } from '../api/src/app/identifier.js';
import { AreaPrioritiesService } from '../api/src/meetings/area-priorities.service.js';
import type { Grade } from '../api/src/meetings/area-need.js';
import { MeetingClosingService } from '../api/src/meetings/meeting-closing.service.js';
import { MeetingDecisionsService } from '../api/src/meetings/meeting-decisions.service.js';
import { MeetingGroupsService } from '../api/src/meetings/meeting-groups.service.js';
import { MeetingNotesService } from '../api/src/meetings/meeting-notes.service.js';
import { MeetingPicturesService } from '../api/src/meetings/meeting-pictures.service.js';
import { MeetingPlanningService } from '../api/src/meetings/meeting-planning.service.js';
import { MeetingSeriesService } from '../api/src/meetings/meeting-series.service.js';
import { MeetingsService } from '../api/src/meetings/meetings.service.js';
import { MeetingItemsService } from '../api/src/meetings/meeting-items.service.js';
import { instantOf } from '../api/src/meetings/rhythm.js';
import { tertialOf } from '../api/src/meetings/tertial.js';
import { MunicipalitiesService } from '../api/src/municipalities/municipalities.service.js';
import { besides, readPeriod } from '../api/src/situation/period.js';

const tuesday = { every: 'week', weeks: 1, weekday: 2 } as const;

/** The demo's EST group has met last Tuesday, meets the next one, and its steering group once a year; through the services. */
export async function insertDemoMeetings(databaseUrl: string, code: number, until: string): Promise<void> {
  const application = await createApplication(
    readEnvironment({ DATABASE_URL: databaseUrl, LOG_LEVEL: 'silent', DATABASE_CONNECTIONS: '2' }),
  );
  await application.init();
  try {
    const members = await membersOf(databaseUrl, code);
    const accountOf = (role: string) => members.find((member) => member.role === role)?.account_id ?? null;
    const actor = await application.get(SessionsService).actorFor(accountOf('coordinator')!, code);
    const organisations: { id: string; name: string }[] = await application
      .get(MunicipalitiesService)
      .organisations(actor);
    const idOf = (name: string) => organisations.find((each) => each.name.includes(name))?.id ?? actor.organisationId;
    const member = (fn: string, organisation: string, account: string | null = null) => ({ function: fn, organisationId: idOf(organisation), party: null, accountId: account }); // prettier-ignore
    const groups = application.get(MeetingGroupsService);
    const est = await groups.create(actor, {
      name: 'EST-gruppen',
      kind: 'est',
      members: [
        member('EST-samordnare', 'socialtjänst', accountOf('coordinator')),
        member('Kommunpolis', 'Polisen', accountOf('police')),
        member('Rektor', 'skola'),
        member('Driftchef', 'gata och park'),
        member('Förvaltare', 'Älvhamnsbostäder'),
      ],
    });
    const steering = await groups.create(actor, {
      name: 'Brottsförebyggande rådet',
      kind: 'bra',
      members: [
        member('Kommundirektör', 'socialtjänst', accountOf('reader')),
        member('Lokalpolisområdeschef', 'Polisen'),
      ],
    });
    const series = application.get(MeetingSeriesService);
    const today = localTime(startOfDay(Math.round(Date.parse(until) / 86_400_000)));
    const lastTuesday = dateOfDay(today.day - ((today.weekday + 6) % 7 || 7));
    const weekly = await series.create(actor, { groupId: est.id, name: 'EST-möte', kind: 'weekly-est', rhythm: tuesday, startsAt: '08:30', minutes: 60, place: 'Kommunhuset, Älven', firstOn: dateOfDay(today.day - 70), lastOn: null }, 'sv'); // prettier-ignore
    await series.create(actor, { groupId: steering.id, name: 'Strategiskt möte', kind: 'strategic', rhythm: { every: 'year', month: 3, nth: 2, weekday: 4 }, startsAt: '13:00', minutes: 120, place: 'Kommunhuset', firstOn: until, lastOn: null }, 'sv'); // prettier-ignore
    await holdLastTuesday(application, actor, { seriesId: weekly.id, groupId: est.id, day: lastTuesday, idOf });
    await prioritise(application, actor, { until, databaseUrl });
  } finally {
    await application.close();
  }
}

type Application = Awaited<ReturnType<typeof createApplication>>;

/** A meeting as it is remembered: who was there, two notes, two decisions, an order of focus. */
async function holdLastTuesday(
  application: Application,
  actor: Actor,
  { seriesId, groupId, day, idOf }: { seriesId: string; groupId: string; day: string; idOf: (name: string) => string },
): Promise<void> {
  const id = newId();
  const at = instantOf(day, '08:30');
  const [from, to] = [new Date(at).toISOString(), new Date(at + 3_600_000).toISOString()];
  const planned = { id, groupId, seriesId, occasion: day, kind: 'weekly-est', title: 'EST-möte', at: from, until: to, place: 'Kommunhuset, Älven', movedBecause: null } as const; // prettier-ignore
  await application
    .get(Database)
    .withTenant(actor, (manager) => application.get(MeetingPlanningService).make(manager, actor, planned));
  const meeting = await application.get(MeetingsService).open(actor, id, 'sv');
  const itemOf = (kind: string) => meeting.items.find((item) => item.kind === kind)!.id;
  const notes = application.get(MeetingNotesService);
  for (const [index, participant] of meeting.participants.entries())
    await application.get(MeetingItemsService).setAttendance(actor, id, participant.id, { attendance: index === 2 ? 'absent' : 'present' }); // prettier-ignore
  await notes.write(actor, id, itemOf('reports'), { base: 0, text: 'Färre rapporter från centrum än veckan innan.\nSkolgården vid Björkskolan är åter i fokus på kvällarna.' }); // prettier-ignore
  await notes.write(actor, id, itemOf('feedback'), { base: 0, text: 'Bostadsbolaget tackar vaktmästarna i sitt veckobrev.' }); // prettier-ignore
  const days = (count: number) => dateOfDay(Math.round(Date.parse(day) / 86_400_000) + count);
  for (const [what, organisation, ownerFunction, due] of [
    ['Fältgruppen går förbi skolgården fredag och lördag kl. 20–23', 'socialtjänst', 'Fältgruppen, enhetschef', 5],
    ['Belysningen vid gångtunneln lagas', 'gata och park', 'Driftchef', 21],
  ] as const)
    await application.get(MeetingDecisionsService).decide(actor, id, { what, organisationId: idOf(organisation), ownerFunction, due: days(due), followUpOn: days(7), itemId: itemOf('decisions'), hotspotId: null, view: null, registrationNumber: null, classification: 'open', secrecyBasis: null, secrecyBy: null }); // prettier-ignore
  await application.get(MeetingPicturesService).setPriorities(actor, id, { priorities: [{ text: 'Skolgården på kvällarna', areaId: null, hotspotId: null }, { text: 'Gångtunneln', areaId: null, hotspotId: null }] }); // prettier-ignore
  await application.get(MeetingClosingService).close(actor, id, { until: to });
}

type Chosen = readonly { readonly area: string; readonly need: Grade; readonly influence: Grade; readonly reason: string | null }[]; // prettier-ignore

/** What the group has said of the areas: those with a reason come first, in order. */
const chosenNow: Chosen = [
  { area: 'Björkhöjden', need: 3, influence: 3, reason: 'Ökar mest, runt centrum på kvällarna. Värden och fältgruppen är redan på plats och kan göra mer.' },
  { area: 'Centrum och hamnen', need: 3, influence: 2, reason: 'Flest händelser i kommunen. Gemensamma pass mellan stationen och torget har hjälpt förr.' },
  { area: 'Kvarnbacken', need: 2, influence: 3, reason: 'Fler än vanligt vid skolan efter skoltid. Lampor och staket rår vi på själva.' },
  { area: 'Väster och Strandängen', need: 1, influence: 2, reason: null },
]; // prettier-ignore
const chosenBefore: Chosen = [
  { area: 'Centrum och hamnen', need: 3, influence: 2, reason: 'Oron flyttade sig från Stadsparken till Gästhamnen, och båda behöver vuxna.' },
  { area: 'Björkhöjden', need: 2, influence: 3, reason: 'Skadegörelsen i entréerna börjar märkas, och värden vill börja.' },
  { area: 'Väster och Strandängen', need: 2, influence: 2, reason: 'Båtklubben och polisen kan gå nattpass ihop.' },
]; // prettier-ignore

/** The areas that come first in the tertial that runs, and those of the one before, as if chosen in its second week. */
async function prioritise(
  application: Application,
  actor: Actor,
  { until, databaseUrl }: { until: string; databaseUrl: string },
): Promise<void> {
  const { features } = await application.get(MunicipalitiesService).areas(actor);
  const idOf = new Map(features.map(({ id, properties }) => [properties.name, id]));
  const now = readPeriod(tertialOf(until))!;
  for (const [period, chosen] of [
    [besides(now, -1), chosenBefore],
    [now, chosenNow],
  ] as const) {
    const known = chosen.flatMap((each) => (idOf.has(each.area) ? [{ ...each, areaId: idOf.get(each.area)! }] : []));
    const areas = known.flatMap(({ areaId, reason }) => (reason === null ? [] : [{ areaId, reason }]));
    const ratings = known.map(({ areaId, need, influence }) => ({ areaId, need, influence }));
    await application.get(AreaPrioritiesService).set(actor, period.text, 0, { areas, ratings, meetingId: null });
    const at = new Date(Math.min(period.from + 8 * 86_400_000, Date.now())).toISOString();
    for (const table of ['area_priority', 'area_rating'])
      await asOwner(databaseUrl, `UPDATE ${table} SET at = $2 WHERE municipality_code = $1 AND tertial = $3`, [actor.municipalityCode, at, period.text]); // prettier-ignore
  }
}

async function membersOf(databaseUrl: string, code: number): Promise<{ account_id: string; role: string }[]> {
  return asOwner(databaseUrl, `SELECT account_id, role FROM membership WHERE municipality_code = $1 ORDER BY role, id`, [code]); // prettier-ignore
}

async function asOwner<Row>(databaseUrl: string, sql: string, values: unknown[]): Promise<Row[]> {
  const source = new DataSource(connection(databaseUrl, 1));
  await source.initialize();
  try {
    return await source.query(sql, values);
  } finally {
    await source.destroy();
  }
}
