import { z } from 'zod';
import { stages } from './hotspot.js';

const multiPolygon = z
  .object({ type: z.literal('MultiPolygon'), coordinates: z.array(z.array(z.array(z.array(z.number())))) })
  .describe('GeoJSON in degrees');

const position = z.array(z.number()).length(2);
const names = z.object({ sv: z.string(), en: z.string() });

export const claim = z.object({ kind: z.string(), text: z.string() }).meta({ id: 'Claim' });

/** What is known of one place in one period, in numbers and in words. */
export const figures = z
  .object({
    periodFrom: z.string(),
    periodTo: z.string(),
    count: z.int(),
    crimes: z.int(),
    total: z.int(),
    dates: z.int(),
    sources: z.int(),
    areaSquareMetres: z.number(),
    categories: z.array(z.object({ code: z.string(), name: names, count: z.int() })),
    usual: z.object({
      status: z.enum(['more', 'as-usual', 'fewer', 'first-year', 'too-few']),
      expected: z.number(),
      low: z.number(),
      high: z.number(),
      neededMore: z.int().optional(),
    }),
    hours: z
      .array(z.array(z.number()))
      .describe('Seven days from Monday, each of 24 hours; intervals are spread (aoristic)'),
    latest28Days: z.int(),
    mean28DaysBefore: z.number(),
    sentence: z.string(),
    claims: z.array(claim),
  })
  .meta({ id: 'PlaceFigures' });

export const cluster = z
  .object({
    id: z.uuid(),
    number: z.int(),
    status: z.enum(['found', 'single-source']),
    name: z.string().nullable().describe('The named place nearest to its centre'),
    polygon: multiPolygon,
    centre: position,
    diameterMetres: z.number(),
    figures,
    hotspotId: z.uuid().nullable(),
  })
  .meta({ id: 'Cluster' });

export const hotspot = z
  .object({
    id: z.uuid(),
    version: z.int(),
    number: z.int(),
    name: z.string(),
    stage: z.enum(stages),
    owner: z.object({ organisationId: z.uuid(), organisation: z.string(), function: z.string() }),
    polygon: multiPolygon,
    centre: position,
    adoptedAt: z.string(),
    registrationNumber: z.string().nullable(),
    classification: z.enum(['open', 'may-be-secret']),
    figures,
  })
  .meta({ id: 'Hotspot' });

export const hotspotDetail = hotspot
  .extend({
    weeks: z.array(
      z.object({
        week: z.string(),
        count: z.int(),
        whole: z.boolean(),
        normal: z.object({ expected: z.number(), low: z.number(), high: z.number() }).nullable(),
      }),
    ),
    stages: z.array(z.object({ stage: z.enum(stages), at: z.string(), note: z.string().nullable() })),
    foundBy: z.string().nullable().describe('How it was found, in one line'),
  })
  .meta({ id: 'HotspotDetail' });

export const adoptedHotspot = hotspotDetail
  .extend({ cut: z.boolean().describe('The drawing reached over the border of the municipality and was cut at it') })
  .meta({ id: 'AdoptedHotspot' });

export const newHotspot = z
  .object({
    name: z.string().trim().min(1, 'missing').max(80),
    ownerOrganisationId: z.uuid(),
    ownerFunction: z.string().trim().min(1, 'missing').max(80).describe('A function, never a person'),
    clusterId: z.uuid().optional(),
    polygon: z
      .looseObject({ type: z.string() })
      .optional()
      .describe('GeoJSON, when it is drawn by hand from knowledge'),
    registrationNumber: z.string().trim().max(40).optional(),
    classification: z.enum(['open', 'may-be-secret']).default('open'),
  })
  .meta({ id: 'NewHotspot' });

export const stageChange = z
  .object({ stage: z.enum(stages), note: z.string().trim().max(1000).nullable().default(null) })
  .meta({ id: 'StageChange' });

export type NewHotspot = z.infer<typeof newHotspot>;
export type StageChange = z.infer<typeof stageChange>;
export type FiguresBody = z.infer<typeof figures>;
export type ClusterBody = z.infer<typeof cluster>;
export type HotspotBody = z.infer<typeof hotspot>;
export type AdoptedHotspot = z.infer<typeof adoptedHotspot>;
export type HotspotDetail = z.infer<typeof hotspotDetail>;
