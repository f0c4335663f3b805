import { expect, test } from 'vitest';
import { readSteps, table } from './sum-steps.ts';

const lines = 'npm packages\t3\t2.5\ntests\t75\t40.0\ndone\t400\t390.5\n';

test('a step lasts until the next one starts', () => {
  expect(readSteps(lines)).toEqual([
    { name: 'npm packages', seconds: 72, cpuSeconds: 37.5 },
    { name: 'tests', seconds: 325, cpuSeconds: 350.5 },
  ]);
});

test('adds the steps up', () => {
  expect(table(readSteps(lines)).split('\n')).toEqual([
    'seconds   CPU s',
    '     72      38  npm packages',
    '    325     351  tests',
    '    397     388  all',
  ]);
});
