import { expect, test } from 'vitest';
import { createTestDatabase } from '../apps/server/src/testing/postgres/test-database.ts';
import { defineProof, type Proof } from './proof.ts';
import { runProof } from './run-proof.ts';

const signal = new AbortController().signal;
const run = (proof: Proof, options: Partial<Parameters<typeof runProof>[0]> = {}) =>
  runProof({ name: 'dice', proof, signal, report: () => undefined, ...options });

const dice = defineProof({
  summary: 'A die shows at most six.',
  seed: 7,
  parameters: { throws: 100, sides: 6 },
  short: { throws: 3 },
  run: async ({ seed, parameters: { throws, sides } }) => ({
    figures: { throws, first: (seed % sides) + 1 },
    violations: sides > 6 ? [`seed ${seed}: a die of ${sides} sides`] : [],
  }),
});

test('records what ran, where, how long, and that it held', async () => {
  expect(await run(dice)).toEqual({
    name: 'dice',
    command: 'npm run prove dice',
    commit: expect.stringMatching(/^[0-9a-f]{40}$/),
    dirty: expect.any(Boolean),
    started_at: expect.stringMatching(/Z$/),
    seconds: expect.any(Number),
    cpu_seconds: expect.any(Number),
    cores: expect.any(Number),
    node: process.versions.node,
    seed: 7,
    parameters: { throws: 100, sides: 6 },
    figures: { throws: 100, first: 2 },
    held: true,
    violations: [],
  });
});

test('a record names the command that repeats it, and what did not hold', async () => {
  expect(await run(dice, { seed: 8, parameters: { sides: 20 } })).toMatchObject({
    command: 'npm run prove dice -- --seed 8 --sides 20',
    held: false,
    violations: ['seed 8: a die of 20 sides'],
  });
});

test('a proof that throws does not hold', async () => {
  const record = await run({ ...dice, run: () => Promise.reject(new Error('lost a throw')) });
  expect(record).toMatchObject({ held: false, figures: {} });
  expect(record.violations[0]).toContain('lost a throw');
});

test('a proof that is stopped or has no data leaves no record', async () => {
  const stopped = AbortSignal.abort(new Error('Stopped.'));
  await expect(run(dice, { signal: stopped })).rejects.toThrow('Stopped.');
  await expect(run({ ...dice, missing: () => 'There are no dice.' })).rejects.toThrow('There are no dice.');
});

test('a proof that needs a database can create databases', async () => {
  const record = await run({
    ...dice,
    needsDatabase: true,
    run: async () => {
      const { connectionString, drop } = await createTestDatabase();
      await drop();
      return { figures: { protocol: new URL(connectionString).protocol }, violations: [] };
    },
  });
  expect(record.violations).toEqual([]);
  expect(record.figures).toEqual({ protocol: 'postgresql:' });
});
