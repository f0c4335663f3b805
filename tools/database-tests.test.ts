import { expect, test } from 'vitest';
import { findDatabaseTests, reaches } from './database-tests.ts';

test('a file reaches what it imports through others, through a cycle too', () => {
  const graph: Record<string, string[]> = { a: ['b'], b: ['c', 'a'], c: ['door'], d: ['d'], door: [] };
  const importsOfFile = (file: string) => graph[file]!;
  expect(['a', 'd', 'door'].map((file) => reaches(file, ['door'], importsOfFile))).toEqual([
    true,
    false,
    true,
  ]);
});

test('tests of shops and of databases are found, tests without either are not', () => {
  const files = findDatabaseTests().map((file) => file.replace('apps/server/src/', ''));
  expect(files).toEqual(
    expect.arrayContaining([
      'app.test.ts',
      'adapters/postgres-cart-store.test.ts',
      'modules/running/import/import-layouts.test.ts',
      'platform/postgres/migrate.test.ts',
    ]),
  );
  for (const without of ['config/cron.test.ts', 'modules/selling/pricing/quote.test.ts'])
    expect(files).not.toContain(without);
});
