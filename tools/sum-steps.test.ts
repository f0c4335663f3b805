import { expect, test } from 'vitest';
import { judgeSteps, readSteps, table } from './sum-steps.ts';

const lines = 'npm packages\t3\t2.5\nnpm test, on its own\t75\t40.0\ndone\t400\t390.5\n';

test('a step lasts until the next one starts', () => {
  expect(readSteps(lines)).toEqual([
    { name: 'npm packages', seconds: 72, cpuSeconds: 37.5 },
    { name: 'npm test, on its own', seconds: 325, cpuSeconds: 350.5 },
  ]);
});

test('adds the steps up', () => {
  expect(table(readSteps(lines)).split('\n')).toEqual([
    'seconds   CPU s',
    '     72      38  npm packages',
    '    325     351  npm test, on its own',
    '    397     388  all',
  ]);
});

test('judges by the machine as it usually is', () => {
  const budgets = { ci: 380, calibrationReference: 0.1 };
  expect(judgeSteps(readSteps(lines), [0.04, 0.05], budgets)).toEqual({
    sentences: ['CI used 388 of 380 CPU seconds.'],
    isOver: true,
  });
  expect(judgeSteps(readSteps(lines), [0.1, 0.3], budgets)).toEqual({
    sentences: [
      'The machine takes 2.00 times its usual time: others use it too.',
      'CI used 194 of 380 CPU seconds (388 as measured).',
    ],
    isOver: false,
  });
});
