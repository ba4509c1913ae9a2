import { z } from 'zod';
import { incident, incidentFilter } from '../incidents/incident.schema.js';
import { deepestZoom } from './tile.js';

export const newTileView = z.object({ filter: incidentFilter.default({}) }).meta({ id: 'NewTileView' });

export const tileView = z
  .object({
    view: z.uuid().describe('Goes with every tile as `view`; of this account, and of no use to anybody else'),
    expiresAt: z.string(),
    events: z.int(),
    crimes: z.int(),
    reports: z.int().describe('Reports and imported rows: as many as the list has'),
    outside: z.int().describe('Events outside the municipality; they are counted and drawn'),
    withoutPlace: z.int().describe('Events that no map can show'),
    unreviewed: z.int().describe('Events of which nobody has reviewed a row yet; they are counted'),
    bounds: z.array(z.number()).nullable().describe('West, south, east, north of what is drawn, in degrees'),
    pointsFromZoom: z
      .int()
      .describe('Below this zoom tiles hold squares; from it on points, but where very many lie in one spot'),
    revision: z.string().describe('Changes when a report that counts comes, changes or goes'),
  })
  .meta({ id: 'TileView' });

const whole = z.coerce.number().int();
export const tileZoom = whole.min(0, 'tile-out-of-range').max(deepestZoom, 'tile-out-of-range');
export const tileNumber = whole.min(0, 'tile-out-of-range').max(2 ** deepestZoom, 'tile-out-of-range');
const sides = ['100', '250', '500', '1000'] as const;
export const squareSide = z.enum(sides).transform(Number);
export const tileQuery = z.object({ view: z.uuid() });

export const squaresQuery = incidentFilter.extend({
  side: z.enum(sides).default('250').transform(Number).describe('Metres along the side of a square'),
});

export const squareCollection = z
  .object({
    type: z.literal('FeatureCollection'),
    side: z.int(),
    events: z.int().describe('In the filter, those in no square among them'),
    inSquares: z.int(),
    features: z.array(
      z.object({
        type: z.literal('Feature'),
        id: z
          .string()
          .describe('SCB’s rutid: easting (6 digits) and northing (7) of the south-western corner, SWEREF 99 TM'),
        geometry: z.object({ type: z.literal('Polygon'), coordinates: z.array(z.array(z.array(z.number()))) }),
        properties: z.object({ count: z.int(), crimes: z.int() }),
      }),
    ),
  })
  .meta({ id: 'SquareCollection' });

export const tileEvent = z
  .object({ eventKey: z.string(), reports: z.array(incident).describe('The best placed first; at most a hundred') })
  .meta({ id: 'TileEvent' });

export type NewTileView = z.infer<typeof newTileView>;
export type TileViewBody = z.infer<typeof tileView>;
export type SquaresQuery = z.infer<typeof squaresQuery>;
export type SquareCollection = z.infer<typeof squareCollection>;
export type TileEvent = z.infer<typeof tileEvent>;
