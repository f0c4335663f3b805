import { expect, test } from 'vitest';
import { joinModules } from './join-modules.ts';

const work = async () => undefined;

test('joins jobs, schedules and parts of all modules, in the order of the list', () => {
  const { jobs, schedules, health } = joinModules([
    { name: 'till', jobs: { count: work }, schedules: [{ name: 'count', cron: '* * * * *' }] },
    { name: 'shelf' },
    { name: 'door', jobs: { lock: work }, health: [{ name: 'lock' }] },
  ]);
  expect(Object.keys(jobs)).toEqual(['count', 'lock']);
  expect(schedules).toEqual([{ name: 'count', cron: '* * * * *' }]);
  expect(health.map(({ name }) => name)).toEqual(['lock']);
});

test.each([
  ['the name till', { name: 'till' }],
  ['a job count', { name: 'door', jobs: { count: work } }],
  ['a part drawer in /readyz', { name: 'door', health: [{ name: 'drawer' }] }],
])('rejects two modules with %s', (what, other) => {
  const till = { name: 'till', jobs: { count: work }, health: [{ name: 'drawer' }] };
  expect(() => joinModules([till, other])).toThrow(`Two modules have ${what}: till and ${other.name}.`);
});

test('rejects a schedule for a job that the module does not have', () => {
  expect(() => joinModules([{ name: 'till', schedules: [{ name: 'count', cron: '* * * * *' }] }])).toThrow(
    'The module till schedules count, but it has no such job.',
  );
});
