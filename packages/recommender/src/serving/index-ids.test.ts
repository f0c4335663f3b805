import { expect, test } from 'vitest';
import { indexIds } from './index-ids.ts';

test.each([
  ['dense', [3, 1, 0, 7]],
  ['far apart', [5_000_000, 2, 9]],
  ['below zero', [-4, 0, 3]],
  ['none', []],
])('finds the places of ids that are %s', (_, ids) => {
  const index = indexIds(Int32Array.from(ids));
  for (const id of [...ids, -1, 1, 2, 8, 1.5, 5_000_001, Number.NaN]) {
    const place = ids.indexOf(id);
    expect([id, index.get(id)]).toEqual([id, place === -1 ? undefined : place]);
    expect(index.has(id)).toBe(place !== -1);
  }
});
