import { DataSource } from 'typeorm';
import { newId } from '../api/src/app/identifier.js';
import { connection } from '../api/src/app/database.js';
import { town } from './demo/town.js';

/** The problem description of the demo's hot spot, as its group would have written it. */
const problem = {
  what: 'Skadegörelse och högljudda samlingar utanför entréerna efter stängningstid.',
  whereabouts: 'Torgytan mellan butiken och trapphusen, mest under skärmtaket.',
  occasions: 'Onsdag till lördag, klockan 19 till 23. Mer under höstmånaderna.',
  harmed: 'Boende i de två närmaste husen och butikens personal.',
  consequences: 'Trasiga entréer, sämre sömn, och butiken stänger tidigare på fredagar.',
  unknowns: 'Om de som samlas bor i området.',
};

interface DemoCause {
  readonly kind: 'bone' | 'tree' | 'chain';
  readonly bone?: 'victim' | 'offender' | 'place';
  readonly text: string;
  readonly evidence?: string;
  readonly directness?: 'direct' | 'indirect';
  /** The text of the one that it stands below. */
  readonly below?: string;
}

const causes: readonly DemoCause[] = [
  { kind: 'bone', bone: 'victim', text: 'Butiken har en person i tjänst efter 18', evidence: 'Samtal med butiken' },
  { kind: 'bone', bone: 'victim', text: 'Trapphusens portar går inte i lås', evidence: 'Bovärdens veckorapport' },
  { kind: 'bone', bone: 'offender', text: 'Ingen öppen lokal efter klockan 18' },
  { kind: 'bone', bone: 'offender', text: 'Flera grupper möts vid bussens sista tur', evidence: 'Rapporter onsdag till fredag' },
  { kind: 'bone', bone: 'place', text: 'Två av fyra lampor under skärmtaket är trasiga', evidence: 'Felanmälan i september' },
  { kind: 'bone', bone: 'place', text: 'Skärmtaket ger skydd utan insyn från gatan' },
  { kind: 'tree', text: 'Många samlas på samma yta', directness: 'direct' },
  { kind: 'tree', text: 'Fritidsgården stänger klockan 18', directness: 'indirect', below: 'Många samlas på samma yta' },
  { kind: 'tree', text: 'Ytan är mörk och skymd', directness: 'direct' },
  { kind: 'tree', text: 'Ingen har ansvar för belysningen under taket', directness: 'indirect', below: 'Ytan är mörk och skymd' },
  { kind: 'chain', text: 'Fritidsgården stänger' },
  { kind: 'chain', text: 'Grupper väntar in sista bussen under skärmtaket' },
  { kind: 'chain', text: 'Fler kommer, ljudet stiger' },
  { kind: 'chain', text: 'Entréer och fönster skadas' },
]; // prettier-ignore

const contacts = [
  { kind: 'visit', daysAgo: 16, withWhom: 'Boende vid kvällsrunda', size: 9, said: 'De flesta vill ha bättre ljus och att portarna går att låsa. Några undviker torget efter klockan 20.' },
  { kind: 'talk', daysAgo: 9, withWhom: 'Butikens ledning', size: 2, said: 'Butiken kan tänka sig att släcka skyltbelysningen senare och att ringa väktare tidigare.' },
] as const; // prettier-ignore

/** What the demo's group has found out about its hot spot: problem, causes, a visit and a talk. It is still at mapping, so that whoever tries can go on. */
export async function insertDemoWork(databaseUrl: string): Promise<void> {
  const source = new DataSource(connection(databaseUrl, 1));
  await source.initialize();
  try {
    const code = Number(town().municipality.code);
    const [spot]: { id: string; account_id: string; organisation_id: string }[] = await source.query(
      `SELECT id, account_id, owner_organisation_id AS organisation_id FROM hotspot WHERE municipality_code = $1 ORDER BY adopted_at LIMIT 1`,
      [code],
    );
    if (spot) await write(source, code, spot);
  } finally {
    await source.destroy();
  }
}

interface Spot {
  readonly id: string;
  readonly account_id: string;
  readonly organisation_id: string;
}

async function write(source: DataSource, code: number, spot: Spot): Promise<void> {
  await source.query(
    `INSERT INTO hotspot_problem (municipality_code, id, hotspot_id, number, account_id, at, what, whereabouts, occasions, harmed, consequences, unknowns)
     VALUES ($1, $2, $3, 1, $4, now() - interval '26 days', $5, $6, $7, $8, $9, $10)`,
    [code, newId(), spot.id, spot.account_id, ...Object.values(problem)],
  );
  const ids = new Map(causes.map(({ text }) => [text, newId()]));
  const rows = causes.map((cause, position) => ({ ...cause, id: ids.get(cause.text), position, parent: cause.below === undefined ? null : ids.get(cause.below) })); // prettier-ignore
  await source.query(
    `INSERT INTO cause (municipality_code, id, hotspot_id, kind, bone, parent_id, directness, text, evidence, position, account_id, created_at)
     SELECT $1::smallint, r.id, $2::uuid, r.kind, r.bone, r.parent, r.directness, r.text, r.evidence, r.position, $3::uuid, now() - interval '12 days'
       FROM jsonb_to_recordset($4) AS r(id uuid, kind text, bone text, parent uuid, directness text, text text, evidence text, position int)`,
    [code, spot.id, spot.account_id, JSON.stringify(rows)],
  );
  const met = contacts.map((contact) => ({ ...contact, id: newId() }));
  await source.query(
    `INSERT INTO hotspot_contact (municipality_code, id, hotspot_id, kind, happened_on, with_whom, group_size, said, organisation_id, account_id)
     SELECT $1::smallint, r.id, $2::uuid, r.kind, current_date - r."daysAgo", r."withWhom", r.size, r.said, $3::uuid, $4::uuid
       FROM jsonb_to_recordset($5) AS r(id uuid, kind text, "daysAgo" int, "withWhom" text, size int, said text)`,
    [code, spot.id, spot.organisation_id, spot.account_id, JSON.stringify(met)],
  );
  await source.query(
    `INSERT INTO hotspot_seen (municipality_code, hotspot_id, organisation_id, account_id, seen_at)
     VALUES ($1, $2, $3, $4, now() - interval '6 days')`,
    [code, spot.id, spot.organisation_id, spot.account_id],
  );
}
