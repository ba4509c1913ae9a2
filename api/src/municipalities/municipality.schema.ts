import { z } from 'zod';
import { municipalityCode } from '../access/access.schema.js';

const position = z.array(z.number()).min(2).max(3).describe('Longitude, latitude in degrees (WGS 84)');

export const featureCollection = z
  .object({
    type: z.literal('FeatureCollection'),
    features: z.array(
      z.object({
        type: z.literal('Feature'),
        id: z.union([z.string(), z.number()]).optional(),
        geometry: z.object({ type: z.string(), coordinates: z.array(z.unknown()) }),
        properties: z.record(z.string(), z.unknown()),
      }),
    ),
  })
  .meta({ id: 'FeatureCollection', description: 'GeoJSON, RFC 7946' });

const boundary = z
  .looseObject({ type: z.string() })
  .describe('GeoJSON: a Polygon or MultiPolygon, a Feature or a FeatureCollection of them');

export const newMunicipality = z
  .object({
    code: z.string().regex(/^(?!0000)\d{4}$/, 'wrong-form'),
    name: z.string().trim().min(1).max(80),
    boundary,
    areas: boundary.optional(),
  })
  .meta({ id: 'NewMunicipality' });

export const municipality = z
  .object({
    code: municipalityCode,
    name: z.string(),
    demo: z.boolean(),
    bounds: z.array(z.number()).length(4).describe('West, south, east, north in degrees'),
    incidentCount: z.int(),
    firstIncidentAt: z.string().nullable(),
    latestIncidentAt: z.string().nullable(),
  })
  .meta({ id: 'Municipality' });

export const category = z
  .object({
    code: z.string(),
    name: z.object({ sv: z.string(), en: z.string() }),
    kind: z.string(),
    severity: z.int().nullable(),
    placeBound: z.boolean(),
    reportable: z.boolean().describe('Offered to those who report'),
    hidden: z.boolean().describe('No longer used; what was reported under it keeps it'),
    subcategories: z.array(
      z.object({
        code: z.string(),
        name: z.object({ sv: z.string(), en: z.string() }),
        severity: z.int().nullable(),
        reportable: z.boolean(),
        hidden: z.boolean(),
      }),
    ),
  })
  .meta({ id: 'Category' });

export const organisation = z
  .object({ id: z.uuid(), name: z.string(), kind: z.string(), groupCode: z.string() })
  .meta({ id: 'Organisation' });

export const newOrganisation = z
  .object({
    name: z.string().trim().min(1).max(120),
    kind: z.enum(['municipality', 'police', 'housing', 'guard', 'transport', 'other']),
  })
  .meta({ id: 'NewOrganisation' });

export const area = z.object({ id: z.uuid(), name: z.string(), population: z.int().nullable() }).meta({ id: 'Area' });

export const place = z
  .object({ id: z.uuid(), name: z.string(), kind: z.string(), aliases: z.array(z.string()), position })
  .meta({ id: 'Place' });

export const foundPlace = z
  .object({
    kind: z.enum(['place', 'address', 'street', 'area']),
    name: z.string(),
    placeId: z.uuid().nullable(),
    position,
    distanceMetres: z.number().nullable(),
  })
  .meta({ id: 'FoundPlace' });

export const placeSearch = z.object({
  text: z.string().trim().max(100).optional(),
  longitude: z.coerce.number().min(-180).max(180).optional(),
  latitude: z.coerce.number().min(-90).max(90).optional(),
});

export const baseMap = z
  .object({
    layers: z.record(z.string(), featureCollection),
    attribution: z.string(),
    bounds: z.array(z.number()).length(4),
  })
  .meta({ id: 'BaseMap' });

export const newAreas = z.object({ areas: boundary }).meta({ id: 'NewAreas' });

export type NewMunicipality = z.infer<typeof newMunicipality>;
export type NewOrganisation = z.infer<typeof newOrganisation>;
export type PlaceSearch = z.infer<typeof placeSearch>;
export type Category = z.infer<typeof category>;
