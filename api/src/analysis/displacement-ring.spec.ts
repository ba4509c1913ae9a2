import { describe, expect, test } from '@jest/globals';
import { displacementRing } from './displacement-ring.js';

describe('the ring of displacement', () => {
  const place = [
    [
      [
        [0, 0],
        [100, 0],
        [100, 100],
        [0, 100],
        [0, 0],
      ] as const,
    ],
  ];

  test('holds what is near the place and not in it', () => {
    const isIn = displacementRing(place, { ringMetres: 200 });
    expect(
      [
        { x: 50, y: 50 },
        { x: 250, y: 50 },
        { x: 301, y: 50 },
        { x: 240, y: 240 },
        { x: 250, y: 250 },
      ].map(isIn),
    ).toEqual([false, true, false, true, false]);
  });

  test('reaches 200 m to all sides when no width is given', () => {
    const isIn = displacementRing(place);
    const near = [
      [-200, 50],
      [300, 50],
      [50, -200],
      [50, 300],
      [-140, -140],
      [240, -140],
      [-1, 101],
    ];
    const far = [
      [-200.1, 50],
      [300.1, 50],
      [50, -200.1],
      [50, 300.1],
      [-150, -150],
      [250, -150],
      [0.1, 0.1],
    ];
    expect(near.map(([x, y]) => isIn({ x: x!, y: y! }))).toEqual(near.map(() => true));
    expect(far.map(([x, y]) => isIn({ x: x!, y: y! }))).toEqual(far.map(() => false));
  });

  test('counts the ground in a hole of the place, and a slanting side from where it is nearest', () => {
    const hole = [
      [40, 40],
      [60, 40],
      [60, 60],
      [40, 60],
      [40, 40],
    ] as const;
    expect(displacementRing([[place[0]![0]!, [...hole]]], { ringMetres: 20 })({ x: 50, y: 50 })).toBe(true);
    const slanting = [
      [
        [
          [0, 0],
          [0, 0],
          [300, 400],
          [-400, 300],
          [0, 0],
        ] as const,
      ],
    ];
    // 150, 200 is the middle of the first side; (4, -3) leads straight away from it
    expect(displacementRing(slanting, { ringMetres: 50 })({ x: 150 + 39.9, y: 200 - 29.9 })).toBe(true);
    expect(displacementRing(slanting, { ringMetres: 50 })({ x: 150 + 40.1, y: 200 - 30.1 })).toBe(false);
  });

  test('leaves out other places, and is empty without a place or a width', () => {
    const other = [
      [
        [
          [200, 0],
          [300, 0],
          [300, 100],
          [200, 100],
          [200, 0],
        ] as const,
      ],
    ];
    expect(displacementRing(place, { except: other })({ x: 250, y: 50 })).toBe(false);
    expect(displacementRing([])({ x: 0, y: 0 })).toBe(false);
    expect(displacementRing(place, { ringMetres: 0 })({ x: 101, y: 50 })).toBe(false);
  });
});
