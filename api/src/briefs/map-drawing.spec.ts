import { describe, expect, test } from '@jest/globals';

import { samplePlaceBrief, sampleWeekBrief } from './brief-samples.js';
import { type MapContent, drawMap } from './map-drawing.js';
import { type Frame, type Spot, clipLine, clipRing, frameAround, ringArea, simplify } from './map-frame.js';

const size = { width: 320, height: 240 };
const words = {
  caption: ['1–30 november 2026', '23 händelser'],
  words: { outside: 'utanför kartbilden', nothing: 'Ingen plats att visa' },
};
const placeMap: MapContent = { ...samplePlaceBrief.map, ...words, extent: 'outlines' };
const frame: Frame = { width: 100, height: 100, pointsPerMetre: 1, corner: { x: 0, y: 100 } };

describe('The map of a document', () => {
  test('carries number, period, count, source, scale and north, so that it explains itself', () => {
    const svg = drawMap(placeMap, size);
    for (const expected of [
      '>1</text>',
      '1–30 november 2026',
      '23 händelser',
      'påhittade',
      '>100 m</text>',
      '>N</text>',
      'Stortorget',
    ]) {
      expect(svg).toContain(expected);
    }
  });

  test('is drawn from the boundary alone, and from nothing', () => {
    const { boundary } = sampleWeekBrief.map.baseMap;
    const bare = drawMap({ ...words, baseMap: { boundary: boundary! }, outlines: [], extent: 'events' }, size);
    expect(bare).toContain('stroke-dasharray="5 2 1 2"');
    expect(drawMap({ ...words, baseMap: {}, outlines: [], extent: 'events' }, size)).not.toMatch(
      /NaN|Infinity|undefined/,
    );
  });

  test('of 20 000 buildings and 5 000 events stays under 300 kB', () => {
    const building = sampleWeekBrief.map.baseMap['building']!;
    const features = Array.from({ length: 20_000 }, (_, index) => building.features[index % building.features.length]!);
    const points = Array.from({ length: 5000 }, (_, index) => sampleWeekBrief.map.points![index % 31]!);
    const crowded = { ...sampleWeekBrief.map, ...words, points, extent: 'events' } as const;
    const many = drawMap(
      { ...crowded, baseMap: { ...crowded.baseMap, building: { type: 'FeatureCollection', features } } },
      size,
    );
    expect(many.length).toBeLessThan(300_000);
  });

  test('counts the events that its frame leaves out', () => {
    const points = sampleWeekBrief.map.points!;
    const far = [points[0]![0]! + 0.3, points[0]![1]!];
    const svg = drawMap({ ...sampleWeekBrief.map, ...words, points: [...points, far], extent: 'events' }, size);
    expect(svg).toContain('1 utanför kartbilden');
  });

  test('writes names as text, whatever stands in them', () => {
    const svg = drawMap({ ...placeMap, caption: ['<script>&"\u0007'] }, size);
    expect(svg).toContain('&lt;script&gt;&amp;&quot;<');
  });
});

describe('The frame', () => {
  test('holds the extent with a margin at the drawing’s own shape', () => {
    const around = frameAround(
      { minX: 0, minY: 0, maxX: 1000, maxY: 100 },
      { width: 200, height: 100, leastMetres: 0 },
    );
    expect(around.pointsPerMetre).toBeCloseTo(200 / 1160, 10);
    expect(around.corner.x).toBeCloseTo(-80, 6);
    expect(around.corner.y).toBeCloseTo(50 + 290, 6);
  });

  test('cuts a ring to what is inside', () => {
    const ring: Spot[] = [
      [-50, -50],
      [50, -50],
      [50, 50],
      [-50, 50],
    ];
    expect(ringArea(clipRing(ring, frame, 0))).toBeCloseTo(2500, 6);
    expect(
      clipRing(
        [
          [200, 200],
          [300, 200],
          [300, 300],
        ],
        frame,
        0,
      ),
    ).toEqual([]);
  });

  test('cuts a line into the parts inside', () => {
    const line: Spot[] = [
      [-10, 50],
      [110, 50],
      [110, 80],
      [-10, 80],
    ];
    expect(clipLine(line, frame, 0)).toEqual([
      [
        [0, 50],
        [100, 50],
      ],
      [
        [100, 80],
        [0, 80],
      ],
    ]);
    expect(
      clipLine(
        [
          [-10, -10],
          [-5, 200],
        ],
        frame,
        0,
      ),
    ).toEqual([]);
  });

  test('keeps the spots that carry a line’s shape', () => {
    expect(
      simplify(
        [
          [0, 0],
          [1, 0.01],
          [2, 0],
          [3, 5],
          [4, 0],
        ],
        0.25,
      ),
    ).toEqual([
      [0, 0],
      [2, 0],
      [3, 5],
      [4, 0],
    ]);
  });
});
