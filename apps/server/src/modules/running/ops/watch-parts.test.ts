import { pino } from 'pino';
import { expect, test } from 'vitest';
import type { HealthPart } from '../../../platform/module.ts';
import { watchParts } from './watch-parts.ts';

const look = (...parts: HealthPart[]) => watchParts(parts, pino({ level: 'silent' }))();

test('lists parts in the order of their modules, whichever answers first', async () => {
  const late: HealthPart = {
    name: 'late',
    check: () => new Promise((resolve) => setImmediate(() => resolve({ version: '2' }))),
  };
  const parts = await look(late, { name: 'early', known: () => ({}) });
  expect(Object.entries(parts)).toEqual([
    ['late', { state: 'ok', version: '2' }],
    ['early', { state: 'ok' }],
  ]);
});

test('a problem that the node knows takes precedence over the result of the check', async () => {
  const check = async () => ({ version: 'PostgreSQL 18' });
  expect(await look({ name: 'search', check, known: () => ({ trouble: 'OpenSearch is away' }) })).toEqual({
    search: { state: 'degraded', version: 'PostgreSQL 18', detail: 'OpenSearch is away' },
  });
});

test('a part decides itself whether the shop works without it', async () => {
  const check = () => Promise.reject(new Error('no answer'));
  const parts = await look({ name: 'database', inTrouble: 'down', check }, { name: 'mail', check });
  expect([parts.database!.state, parts.mail!.state]).toEqual(['down', 'degraded']);
});
