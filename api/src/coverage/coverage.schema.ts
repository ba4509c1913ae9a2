import { z } from 'zod';

const week = z.string().describe('ISO week, 2026-W46');
const state = z
  .enum(['reported', 'nothing', 'assessed', 'waiting', 'silent'])
  .describe(
    'assessed: did not report, but said how the week was; waiting: no answer yet; silent: no answer, and the Monday noon after the week has passed',
  );

const counts = {
  expected: z.int().describe('Organisations from which reports are expected'),
  reported: z.int(),
  nothing: z.int().describe('Said that there was nothing to report'),
  assessed: z.int().describe('Did not report, but said how the week was'),
  waiting: z.int(),
  silent: z.int(),
  sentence: z.string().describe('Empty where no reports are expected from anybody'),
};

export const weekCoverage = z.object({ week, ...counts }).meta({ id: 'WeekCoverage' });

const cell = z.object({
  week,
  state,
  reports: z.int().describe('Rows sent in the week, whenever they happened'),
  late: z.boolean().describe('"Nothing to report" was said after the Monday noon that follows the week'),
  by: z.string().nullable().describe('Who said so; told to coordinator and reviewer only'),
});

export const coverage = z
  .object({
    weeks: z.array(weekCoverage).describe('Oldest first, the running week last'),
    organisations: z.array(
      z.object({
        id: z.uuid(),
        name: z.string(),
        expected: z.boolean(),
        silentWeeks: z.int().describe('Silent weeks in a row, up to the last whole one'),
        cells: z.array(cell).describe('One for each week, in their order'),
      }),
    ),
  })
  .meta({ id: 'Coverage' });

export const ownCoverage = z
  .object({
    organisation: z.string(),
    expected: z.boolean(),
    weeks: z
      .array(z.object({ week, from: z.string(), to: z.string(), state, nothing: z.boolean(), reports: z.int() }))
      .describe('The last whole week and the running one'),
  })
  .meta({ id: 'OwnCoverage' });

export const expectation = z.object({ expected: z.boolean() }).meta({ id: 'ReportsExpected' });

export type WeekCoverageBody = z.infer<typeof weekCoverage>;
export type CoverageBody = z.infer<typeof coverage>;
export type OwnCoverage = z.infer<typeof ownCoverage>;
export type Expectation = z.infer<typeof expectation>;
