import { describe, expect, test } from '@jest/globals';
import { emptyCommitment, emptyPromise, toNewPromise } from './new-promise.js';

const id = '0199f1c2-7d5e-7abc-8def-0123456789ab';

describe('A new promise', () => {
  test('holds for this year, the leap day too, and begins with one commitment that counts', () => {
    const draft = emptyPromise('2028-02-29', null);
    expect(draft).toMatchObject({ periodFrom: '2028-01-01', periodTo: '2028-12-31', place: 'municipality' });
    expect(draft.commitments).toMatchObject([{ form: 'count', per: 'period' }]);
  });

  test('says minst of what it counts', () => {
    const draft = emptyPromise('2026-11-21', null);
    draft.commitments = [
      { ...emptyCommitment(), text: 'Kontroller', target: 10, unit: 'cykelkontroller', due: '2026-12-01' },
    ];
    expect(toNewPromise(id, draft, null).commitments).toEqual([
      expect.objectContaining({
        form: 'count',
        bound: 'at-least',
        target: 10,
        unit: 'cykelkontroller',
        per: 'period',
        due: null,
      }),
    ]);
  });

  test('leaves out the number when a commitment is changed to a day or a direction', () => {
    const draft = emptyPromise('2026-11-21', null);
    const filled = { ...emptyCommitment(), text: 'Rapport', target: 10, unit: 'rapporter', due: '2026-12-01' };
    draft.commitments = [
      { ...filled, form: 'delivery' },
      { ...filled, form: 'direction' },
    ];
    const [delivery, direction] = toNewPromise(id, draft, null).commitments;
    expect(delivery).toMatchObject({ bound: null, target: null, unit: null, due: '2026-12-01' });
    expect(direction).toMatchObject({ bound: null, target: null, unit: null, due: null });
  });

  test('stands at its hot spot, in its area or in the whole municipality', () => {
    const draft = emptyPromise('2026-11-21', id);
    expect(toNewPromise(id, draft, id)).toMatchObject({ scope: 'place', hotspotId: id, areaId: null });
    expect(toNewPromise(id, { ...draft, place: id }, null)).toMatchObject({
      scope: 'area',
      hotspotId: null,
      areaId: id,
    });
    expect(toNewPromise(id, { ...draft, place: 'online' }, null)).toMatchObject({ scope: 'online', areaId: null });
  });
});
