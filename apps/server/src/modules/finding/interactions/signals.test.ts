import { readFileSync } from 'node:fs';
import { deeds, usualSignals } from '@kindred/contracts';
import { expect, test } from 'vitest';
import { weightOf } from './signals.ts';

const signals = { ...usualSignals, viewed: { weight: 0.4, half_life_days: 10 } };
const weightAt = (ageDays: number, newer = 0) => weightOf('viewed', { signals, ageDays, newer });

test('a weight halves with age down to a tenth, by whole days, and each view counts less than a newer one', () => {
  expect(weightAt(0)).toBe(0.4);
  expect(weightAt(10.9)).toBeCloseTo(0.4 * (0.1 + 0.9 / 2));
  expect(weightAt(10_000)).toBeCloseTo(0.04);
  expect(weightAt(-1)).toBe(0.4);
  expect(weightAt(0, 2)).toBeCloseTo(0.4 * 0.85 ** 2);
});

test('the guide has the default of each signal, in order', () => {
  const guide = new URL('../../../../../../docs/guides/make-it-your-shop.md', import.meta.url);
  const rows = [...readFileSync(guide, 'utf8').matchAll(/^\| `(\w+)` +\|[^|]*\| ([\d.]+) +\| (\d+) +\|$/gm)];
  expect(rows.map(([, deed, weight, days]) => [deed, Number(weight), Number(days)])).toEqual(
    deeds.map((deed) => [deed, usualSignals[deed].weight, usualSignals[deed].half_life_days]),
  );
});
