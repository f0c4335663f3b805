import { expect, test } from 'vitest';
import { isWholeSuite, judgeCost } from './suite-cost.ts';

const cost = {
  cpuSeconds: 400,
  seconds: 210,
  calibrations: [0.5, 0.5],
  calibrationReference: 0.5,
  budget: 450,
  isWhole: true,
};

test('a suite within its budget passes, and one over it does not', () => {
  expect(judgeCost(cost)).toEqual({
    scaledSeconds: 400,
    isOver: false,
    sentence: 'The tests used 400.0 of 450 CPU seconds and took 210 s.',
  });
  const dear = judgeCost({ ...cost, cpuSeconds: 451 });
  expect(dear.isOver).toBe(true);
  expect(dear.sentence).toMatch(/^The tests used 451\.0 of 450 CPU seconds and took 210 s\. That is over/);
});

test('a busy machine does not fail a suite, and both figures are shown', () => {
  const busy = judgeCost({ ...cost, cpuSeconds: 600, calibrations: [0.7, 0.8] });
  expect(busy).toMatchObject({ scaledSeconds: 400, isOver: false });
  expect(busy.sentence).toContain(
    '400.0 of 450 CPU seconds (600.0 as measured, on a machine that takes 1.50',
  );
});

test('a slightly slow machine is allowed half of its slowness; a slow one judges nothing', () => {
  const slower = { ...cost, calibrations: [0.55, 0.55] }; // 1.1 times, so up to 1.05 times the budget.
  expect(judgeCost({ ...slower, cpuSeconds: 1.1 * 470 }).isOver).toBe(false);
  expect(judgeCost({ ...slower, cpuSeconds: 1.1 * 475 }).isOver).toBe(true);
  expect(judgeCost({ ...cost, calibrations: [0.7, 0.7], cpuSeconds: 4_000 }).isOver).toBe(false);
});

test('a quick machine is given no more room', () => {
  expect(judgeCost({ ...cost, cpuSeconds: 460, calibrations: [0.2, 0.2] })).toMatchObject({
    scaledSeconds: 460,
    isOver: true,
  });
});

test('a part of the tests has no budget', () => {
  const part = judgeCost({ ...cost, cpuSeconds: 4_000, isWhole: false });
  expect(part).toMatchObject({ isOver: false });
  expect(part.sentence).toContain('used 4000.0 CPU seconds and');
});

test.each([
  [[], true],
  [['--reporter=default', '--outputFile.json=/tmp/a.json', '--maxWorkers=1'], true],
  [['app.test.ts'], false],
  [['--project', 'server'], false],
  [['-t', 'cart'], false],
  [['--database'], false],
])('of %j, that it is the whole suite is %s', (args, isWhole) => {
  expect(isWholeSuite(args)).toBe(isWhole);
});
