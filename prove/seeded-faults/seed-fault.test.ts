import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { faultsIn, type PlacedFault, placeFault } from './fault.ts';
import { seedFault } from './seed-fault.ts';

const sound = 'export const sum = (a, b) => a + b;\n';
const files: Record<string, string> = {
  'sum.js': sound,
  'sum.test.js': `import { expect, test } from 'vitest';
import { sum } from './sum.js';
test('adds', () => expect(sum(2, 2)).toBe(4));
`,
};
const path = mkdtempSync(join(tmpdir(), 'kindred-seed-fault-'));
for (const [name, text] of Object.entries(files)) writeFileSync(join(path, name), text);
symlinkSync(join(import.meta.dirname, '../../node_modules'), join(path, 'node_modules'));
const tree = { path, read: (file: string) => files[file], remove: () => undefined };
afterAll(() => rmSync(path, { recursive: true, force: true }));

const seed = (faulty: string) =>
  seedFault(
    tree,
    { what: 'a wrong sum', file: 'sum.js', tests: ['sum.test.js'], faulty },
    { databaseUrl: '', signal: new AbortController().signal },
  );

test('a fault is caught if a test fails, and is removed afterwards', async () => {
  expect(await seed(sound.replace('+', '-'))).toEqual({ caughtBy: 'sum.test.js › adds' });
  expect(readFileSync(join(path, 'sum.js'), 'utf8')).toBe(sound);
});

test('a fault is not caught if no test fails, or if it prevents the tests from running', async () => {
  expect(await seed(sound.replace('+', '*'))).toEqual({
    caughtBy: undefined,
    reason: 'a wrong sum (sum.js): 1 tests pass',
  });
  const { caughtBy, reason } = await seed('export const sum = (;');
  expect(caughtBy).toBeUndefined();
  expect(reason).toContain('no test ran');
});

test('a fault is placed where its text occurs once, or in its earlier place', () => {
  const [fault] = faultsIn('src', [
    {
      what: 'w',
      file: 'new.ts',
      find: 'a < b',
      replace: 'a <= b',
      tests: ['a.test.ts'],
      or: { file: 'old.ts' },
    },
  ]);
  const place = (texts: Record<string, string>) => placeFault(fault!, (file) => texts[file]);
  const at = (file: string): PlacedFault => ({
    what: 'w',
    file,
    tests: ['src/a.test.ts'],
    faulty: 'if (a <= b)',
  });
  const tests = { 'src/a.test.ts': '' };
  expect(place({ ...tests, 'src/new.ts': 'if (a < b)' })).toEqual(at('src/new.ts'));
  expect(place({ ...tests, 'src/new.ts': '', 'src/old.ts': 'if (a < b)' })).toEqual(at('src/old.ts'));
  expect(place({ ...tests, 'src/new.ts': 'a < b, a < b' })).toContain('does not stand there exactly once');
  expect(place({ 'src/new.ts': 'if (a < b)' })).toContain('none of its tests exists');
});
