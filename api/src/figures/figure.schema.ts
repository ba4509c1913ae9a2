import { z } from 'zod';
import { incidentFilter } from '../incidents/incident.schema.js';

export const figuresQuery = incidentFilter
  .extend({
    compareFrom: z.iso.date().optional().describe('First local day of a second period; needs compareTo, from and to'),
    compareTo: z.iso.date().optional(),
  })
  .superRefine((query, context) => {
    const fault = (path: string, message: string) => context.addIssue({ code: 'custom', message, path: [path] });
    if (query.from && query.to && query.to < query.from) fault('to', 'period-reversed');
    if (query.compareFrom === undefined && query.compareTo === undefined) return;
    for (const name of ['compareFrom', 'compareTo', 'from', 'to'] as const) if (!query[name]) fault(name, 'missing');
    if (query.compareFrom && query.compareTo && query.compareTo < query.compareFrom)
      fault('compareTo', 'period-reversed');
  });

const count = { events: z.int(), crimes: z.int() };
const label = z.object({ sv: z.string(), en: z.string() });

const totals = z.object({
  ...count,
  reports: z.int().describe('Reports and imported rows: as many as the list has'),
  outside: z.int(),
  withoutPlace: z.int(),
  unreviewed: z.int(),
});

const normal = z
  .object({ expected: z.number(), low: z.number(), high: z.number(), years: z.int() })
  .nullable()
  .describe('The same week and its neighbours in earlier years, with a 90 % interval; null in the first year');

const figureSet = z
  .object({
    from: z.string(),
    to: z.string(),
    totals,
    hourUnknown: z.int().describe('Events known by their date only: spread over the hours of their day'),
    hours: z.array(z.array(z.number())).describe('Seven days from Monday by 24 hours: aoristic weights, one per event'),
    hotTimes: z.array(
      z.object({
        weekdays: z.array(z.int()).describe('1 Monday to 7 Sunday'),
        fromHour: z.int(),
        toHour: z.int(),
        share: z.number(),
      }),
    ),
    days: z.array(z.object({ date: z.string(), ...count })).describe('Empty for more than 400 days'),
    weeks: z
      .array(
        z.object({
          week: z.string(),
          from: z.string().describe('Its Monday'),
          whole: z.boolean().describe('The period holds all of it'),
          normal,
          ...count,
        }),
      )
      .describe('At most the last twenty years'),
    categories: z.array(z.object({ code: z.string(), name: label, ...count })),
    sources: z.array(z.object({ source: z.string(), ...count })),
    severities: z.array(z.object({ severity: z.int().describe('3 worst; 0 not graded'), ...count })),
    organisations: z.array(z.object({ organisationId: z.uuid().nullable(), name: z.string().nullable(), ...count })),
    areas: z.array(z.object({ areaId: z.uuid().nullable(), name: z.string().nullable(), ...count })),
    places: z
      .array(
        z.object({
          name: z.string().nullable().describe('The place or street nearest to its middle'),
          position: z.array(z.number()).length(2),
          square: z.string().describe('SCB’s rutid of the square of 100 m'),
          drawn: z
            .string()
            .nullable()
            .describe('The filter that lists these events; null when the filter has a drawn area'),
          ...count,
        }),
      )
      .describe('The ten fullest squares of 100 m; those where most happened in homes are left out'),
  })
  .meta({ id: 'FigureSet' });

const difference = z.object({
  now: z.int(),
  before: z.int().describe('In the second period'),
  ratio: z.number().nullable().describe('Per day of each period; null when the second has none'),
  low: z.number(),
  high: z.number().nullable(),
  status: z.enum(['more', 'fewer', 'no-clear-difference', 'too-few']),
  neededMore: z.int().describe('So many more events before anything can be said'),
});

export const figures = figureSet
  .extend({
    revision: z.string().describe('Changes when a report that counts comes, changes or goes'),
    compared: z
      .object({
        period: figureSet,
        difference: difference.describe('Of all events, with an exact 95 % interval for the ratio'),
        categories: z
          .array(z.object({ code: z.string(), difference }))
          .describe('Each by itself, at 95 %: of twenty, one may stand out by chance'),
        areas: z.array(z.object({ areaId: z.uuid().nullable(), difference })),
      })
      .nullable(),
  })
  .meta({ id: 'Figures' });

export type FiguresQuery = z.infer<typeof figuresQuery>;
export type FigureSetBody = z.infer<typeof figureSet>;
export type FiguresBody = z.infer<typeof figures>;
