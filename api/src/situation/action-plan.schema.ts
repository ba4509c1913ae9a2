import { z } from 'zod';

const day = z.iso.date('wrong-form');
const row = z.object({
  problem: z.string().trim().min(1, 'missing').max(300).describe('The problem or its cause, from the lägesbild'),
  goal: z.string().trim().max(300).nullable(),
  actionId: z.uuid().nullable().describe('The action that is to be done'),
});

const base = z.object({
  title: z.string().trim().min(1, 'missing').max(120),
  periodFrom: day,
  periodTo: day,
  situationVersionId: z.uuid().nullable().describe('The approved lägesbild that it is built on'),
  rows: z.array(row).max(100),
});

export const newActionPlan = base.meta({ id: 'NewActionPlan' });

export const planDecision = z
  .object({
    decidedOn: day,
    decidedBy: z.string().trim().min(1, 'missing').max(120).describe('The body'),
    registrationNumber: z.string().trim().regex(/^[\p{L}\d][\p{L}\d /.:-]{0,39}$/u, 'registration-number-form').nullable(), // prettier-ignore
  })
  .meta({ id: 'ActionPlanDecision' });

export const actionPlan = base
  .extend({
    id: z.uuid(),
    version: z.int(),
    status: z.enum(['draft', 'decided', 'replaced']),
    decidedOn: z.string().nullable(),
    decidedBy: z.string().nullable(),
    registrationNumber: z.string().nullable(),
    situation: z.object({ period: z.string(), number: z.int() }).nullable(),
    rows: z.array(
      row.extend({
        action: z
          .object({ what: z.string(), status: z.string(), due: z.string().nullable(), owner: z.string() })
          .nullable()
          .describe('null: none, or one that the reader may not see'),
      }),
    ),
    changedAt: z.string(),
  })
  .meta({ id: 'ActionPlan' });

export const actionPlans = z.array(actionPlan).meta({ id: 'ActionPlans' });

export type NewActionPlan = z.infer<typeof newActionPlan>;
export type PlanDecision = z.infer<typeof planDecision>;
export type ActionPlanBody = z.infer<typeof actionPlan>;
