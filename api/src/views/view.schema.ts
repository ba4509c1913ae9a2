import { z } from 'zod';
import { roles } from '../access/permission.js';
import { incidentFilter } from '../incidents/incident.schema.js';
import { boundsFault } from './view.js';

/** Codes, dates, numbers and corners: what the page writes in its address. Free words have no place there. */
const search = z
  .string()
  .max(4000)
  .regex(/^(?:[a-zA-Z-]{1,20}=[\w.,:~%+*/-]{0,3500}(?:&|$))*$/)
  .describe('The query text of the map page, without its question mark');

const bounds = z
  .array(z.number().min(-180).max(180))
  .length(4, 'wrong-form')
  .superRefine((edges, context) => {
    const fault = edges.length === 4 ? boundsFault(edges) : null;
    if (fault) context.addIssue({ code: 'custom', message: fault });
  })
  .describe('West, south, east, north in degrees');

const layer = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/);

export const newView = z
  .object({
    name: z.string().trim().min(1, 'missing').max(80).nullable().default(null).describe('Needed unless it is frozen'),
    search,
    from: z.iso.date(),
    to: z.iso.date(),
    bounds,
    layers: z.array(layer).max(40),
    shared: z.boolean().default(false).describe('Everybody who may see the map of the municipality finds it'),
    frozen: z.boolean().default(false).describe('Keeps figures and picture as they are now; never changed afterwards'),
    filter: incidentFilter
      .default({})
      .describe('Of a frozen one: what is counted and drawn; its dates are from and to'),
  })
  .superRefine((view, context) => {
    if (!view.frozen && view.name === null) context.addIssue({ code: 'custom', message: 'missing', path: ['name'] });
    if (view.to < view.from) context.addIssue({ code: 'custom', message: 'period-reversed', path: ['to'] });
  })
  .meta({ id: 'NewView' });

export const viewChange = z
  .object({
    name: z.string().trim().min(1, 'missing').max(80).optional(),
    shared: z.boolean().optional(),
    search: search.optional(),
    bounds: bounds.optional(),
    layers: z.array(layer).max(40).optional(),
  })
  .meta({ id: 'ViewChange' });

export const view = z
  .object({
    id: z.uuid(),
    version: z.int(),
    name: z.string().nullable(),
    search: z.string(),
    from: z.string(),
    to: z.string(),
    bounds: z.array(z.number()).length(4),
    layers: z.array(z.string()),
    shared: z.boolean(),
    frozen: z.boolean(),
    own: z.boolean().describe('The reader saved it'),
    at: z.string(),
    by: z.object({ organisation: z.string(), function: z.enum(roles).describe('The role of whoever saved it') }),
    figures: z
      .object({
        events: z.int(),
        crimes: z.int(),
        categories: z.array(z.object({ code: z.string(), count: z.int() })),
      })
      .nullable()
      .describe('Of a frozen one: what was counted then'),
    hasPicture: z.boolean(),
  })
  .meta({ id: 'View' });

export type NewView = z.infer<typeof newView>;
export type ViewChange = z.infer<typeof viewChange>;
export type ViewBody = z.infer<typeof view>;
