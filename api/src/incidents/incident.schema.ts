import { z } from 'zod';
import { cornerFault, cornersOf, nearFault } from './incident-filter.js';
import { placements, recurrences, settings, statuses } from './incident.js';

/** What a correction may set a status to; asking and merging have doors of their own. */
const correctable = ['received', 'accepted', 'dismissed'] as const;

const instant = z.iso.datetime({ offset: true });
const position = z.array(z.number()).length(2, 'wrong-form').describe('Longitude, latitude in degrees (WGS 84)');

export const newIncident = z
  .object({
    id: z.uuid().describe('A UUIDv7 made by the client: the same report sent twice is one report'),
    categoryCode: z.string().min(1).max(20),
    subcategoryCode: z.string().min(1).max(40).nullable().default(null),
    occurredFrom: instant,
    occurredTo: instant.nullable().default(null),
    timePrecision: z.enum(['minute', 'hour', 'day']).default('minute'),
    placement: z.enum(placements).describe('none: the category is not bound to a place'),
    position: position
      .nullable()
      .default(null)
      .describe('Longitude, latitude in degrees (WGS 84); null with placement none'),
    accuracyMetres: z.number().min(0).max(100_000).nullable().default(null),
    placeId: z.uuid().nullable().default(null),
    address: z.string().trim().max(120).nullable().default(null),
    setting: z.enum(settings).nullable().default(null),
    description: z.string().trim().max(2000).nullable().default(null),
    policeCalled: z.boolean().nullable().default(null).describe('Police or 112 were called'),
    policeReported: z.boolean().nullable().default(null),
    recurrence: z.enum(recurrences).nullable().default(null),
  })
  .meta({ id: 'NewIncident' });

export const incident = z
  .object({
    id: z.uuid(),
    version: z.int(),
    eventKey: z.string(),
    source: z.string(),
    organisation: z.string().nullable(),
    categoryCode: z.string(),
    subcategoryCode: z.string().nullable(),
    severity: z.int().nullable(),
    crimeCode: z.string().nullable(),
    occurredFrom: z.string(),
    occurredTo: z.string().nullable(),
    timePrecision: z.string(),
    position: position.nullable(),
    precision: z.string(),
    placement: z.string(),
    address: z.string().nullable(),
    areaId: z.uuid().nullable(),
    setting: z.string().nullable(),
    outside: z.boolean(),
    crimeCount: z.int(),
    sensitive: z.boolean(),
    description: z.string().nullable(),
    descriptionHidden: z.boolean().describe('The text holds marks that a reviewer has not cleared'),
    status: z.enum(statuses),
  })
  .meta({ id: 'Incident' });

/** A list in a query: `category=SKAD&category=BRAND` or `category=SKAD,BRAND`. */
const list = z
  .union([z.string(), z.array(z.string())])
  .transform((value) =>
    [value]
      .flat()
      .flatMap((part) => part.split(','))
      .filter((part) => part !== ''),
  )
  .pipe(z.array(z.string().max(40)).max(60))
  .optional();

const digits = z.union([z.string().regex(/^[0-9,]{0,200}$/), z.int()]);

/** Whole numbers in a query, as `list`. */
const numbers = (least: number, most: number) =>
  z
    .union([digits, z.array(digits).max(60)])
    .transform((value) =>
      [value]
        .flat()
        .flatMap((part) => String(part).split(','))
        .filter((part) => part !== '')
        .map(Number),
    )
    .pipe(z.array(z.int().min(least).max(most)).max(60))
    .optional();

/**
 * The filters that the map, the lists, the figures and the analyses share. Dates are local days, both included; weekdays
 * and hours are those of the clock in Sweden.
 */
export const incidentFilter = z.object({
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  category: list,
  source: list.describe('report, police, external'),
  area: z.uuid().optional(),
  severity: numbers(1, 3),
  organisation: z.uuid().optional(),
  weekday: numbers(1, 7).describe('1 Monday to 7 Sunday; an interval counts on the days that it touches'),
  hour: numbers(0, 23).describe(
    '0 to 23; an interval counts in the hours that it touches, a date without an hour in all of its day',
  ),
  near: z
    .string()
    .regex(/^-?\d{1,3}(\.\d{1,12})?,-?\d{1,3}(\.\d{1,12})?,\d{1,5}(\.\d{1,3})?$/)
    .superRefine((text, context) => addFault(nearFault(text), context))
    .optional()
    .describe('Longitude, latitude, metres: only what is known to lie within them'),
  drawn: z
    .string()
    .regex(/^(-?\d{1,3}(\.\d{1,12})? -?\d{1,3}(\.\d{1,12})?(,|$)){1,150}$/)
    .superRefine((text, context) => addFault(cornerFault(cornersOf(text)), context))
    .optional()
    .describe('The 3 to 100 corners of an area, as `longitude latitude,longitude latitude,…`'),
});

function addFault(code: string | null, context: z.RefinementCtx): void {
  if (code !== null) context.addIssue({ code: 'custom', message: code });
}

export const incidentList = z
  .object({ items: z.array(incident), nextCursor: z.string().nullable(), total: z.int() })
  .meta({ id: 'IncidentList' });

export const listQuery = incidentFilter.extend({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(100).optional(),
});

export const eventCollection = z
  .object({
    type: z.literal('FeatureCollection'),
    total: z.int().describe('Events in the filter, with and without a place'),
    crimes: z.int(),
    outside: z.int(),
    withoutPlace: z.int(),
    unreviewed: z.int().describe('Events of which nobody has reviewed a row yet; they are counted'),
    truncated: z.boolean(),
    features: z.array(
      z.object({
        type: z.literal('Feature'),
        geometry: z.object({ type: z.literal('Point'), coordinates: position }),
        properties: z.object({
          eventKey: z.string(),
          category: z.string(),
          severity: z.int().nullable(),
          source: z.string(),
          from: z.string(),
          crimes: z.int(),
          precision: z.string(),
          outside: z.boolean(),
          reviewed: z.boolean(),
        }),
      }),
    ),
  })
  .meta({ id: 'EventCollection' });

export const incidentCorrection = z
  .object({
    categoryCode: z.string().min(1).max(20).optional(),
    subcategoryCode: z.string().min(1).max(40).nullable().optional(),
    severity: z.int().min(1).max(3).nullable().optional(),
    description: z.string().trim().max(2000).nullable().optional(),
    status: z.enum(correctable).optional(),
    occurredFrom: instant.optional().describe('Of reports only: rows of other systems are theirs to move'),
    occurredTo: instant.nullable().optional(),
    position: position.optional().describe('Pointed out anew; longitude, latitude in degrees (WGS 84)'),
  })
  .meta({ id: 'IncidentCorrection' });

export type NewIncident = z.infer<typeof newIncident>;
export type IncidentBody = z.infer<typeof incident>;
export type IncidentFilter = z.infer<typeof incidentFilter>;
export type ListQuery = z.infer<typeof listQuery>;
export type IncidentCorrection = z.infer<typeof incidentCorrection>;
