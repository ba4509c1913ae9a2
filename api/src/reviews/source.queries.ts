import type { EntityManager } from 'typeorm';

export interface SourceRow {
  id: string;
  name: string;
  at_once: boolean | null;
  waiting: number;
}

/** Every organisation, whether it is trusted, and how many of its reports wait. */
export async function sourceRows(manager: EntityManager, code: number): Promise<SourceRow[]> {
  return manager.query(
    `SELECT o.id, o.name, t.at_once,
            (SELECT count(*)::int FROM incident i WHERE i.municipality_code = o.municipality_code AND i.organisation_id = o.id
                AND i.status IN ('received', 'asked') AND i.source = 'report') AS waiting
       FROM organisation o
       LEFT JOIN trusted_source t ON t.municipality_code = o.municipality_code AND t.organisation_id = o.id
      WHERE o.municipality_code = $1 ORDER BY o.name`,
    [code],
  );
}

/** Trusts an organisation in this way, or no longer when `atOnce` is null. */
export async function writeTrust(
  manager: EntityManager,
  code: number,
  trust: { organisationId: string; atOnce: boolean | null; accountId: string },
): Promise<void> {
  await manager.query(`DELETE FROM trusted_source WHERE municipality_code = $1 AND organisation_id = $2`, [
    code,
    trust.organisationId,
  ]);
  if (trust.atOnce === null) return;
  await manager.query(
    `INSERT INTO trusted_source (municipality_code, organisation_id, at_once, account_id) VALUES ($1, $2, $3, $4)`,
    [code, trust.organisationId, trust.atOnce, trust.accountId],
  );
}

export interface RuleRow {
  pair: 'reports' | 'police';
  metres: number;
  hours: number;
  same_category: boolean;
}

export async function ruleRows(manager: EntityManager, code: number): Promise<RuleRow[]> {
  return manager.query(
    `SELECT pair, metres, hours, same_category FROM duplicate_rule WHERE municipality_code = $1 ORDER BY pair`,
    [code],
  );
}

export async function writeRule(manager: EntityManager, code: number, rule: RuleRow): Promise<void> {
  await manager.query(
    `INSERT INTO duplicate_rule (municipality_code, pair, metres, hours, same_category) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT ON CONSTRAINT duplicate_rule_pk
     DO UPDATE SET metres = EXCLUDED.metres, hours = EXCLUDED.hours, same_category = EXCLUDED.same_category`,
    [code, rule.pair, rule.metres, rule.hours, rule.same_category],
  );
}
