import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createTestDatabase } from '../testing/postgres/test-database.ts';
import { programArguments } from '../testing/processes/program-arguments.ts';
import { putProducts } from '../testing/search-index/contract-shop.ts';
import { openOpenSearchFixture } from '../testing/search-index/opensearch-fixture.ts';
import { testSearchUrl } from '../testing/servers/opensearch-server.ts';

interface Said {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

function searchIndex(env: Record<string, string>, ...given: string[]): Promise<Said> {
  const args = programArguments(join(import.meta.dirname, 'kindred.ts'), 'search-index', ...given);
  return new Promise((resolve) => {
    execFile(process.execPath, args, { env: { ...process.env, ...env } }, (error, stdout, stderr) =>
      resolve({ code: error === null ? 0 : Number(error.code), stdout, stderr }),
    );
  });
}

test('reports in a sentence what is missing or down', async () => {
  const { connectionString, drop } = await createTestDatabase();
  onTestFinished(drop);
  const env = { DATABASE_URL: connectionString, SEARCH_URL: '' };
  expect(await searchIndex(env, 'status')).toMatchObject({
    code: 1,
    stderr: 'SEARCH_URL is not set, so PostgreSQL answers searches with its own index.\n',
  });
  const away = await searchIndex({ ...env, SEARCH_URL: 'http://me:hunter2@127.0.0.1:9' }, 'rebuild');
  expect(away.code).toBe(1);
  expect(away.stderr).toMatch(/^The search server cannot be used now\. .*127\.0\.0\.1:9\n$/);
  expect(away.stderr).not.toContain('hunter2');
});

test.skipIf(testSearchUrl === undefined)('builds the index, and shows its state', async () => {
  const fixture = await openOpenSearchFixture();
  onTestFinished(fixture.close);
  await fixture.index.refresh();
  await fixture.index.close();
  await putProducts(fixture.db, [
    { title: 'One', group: 'Numbers' },
    { title: 'Two', group: 'Numbers' },
    { title: 'Three', isListed: false },
  ]);
  const env = {
    DATABASE_URL: fixture.connectionString,
    SEARCH_URL: fixture.url,
    SEARCH_INDEX_PREFIX: fixture.prefix,
  };
  const status = async () => JSON.parse((await searchIndex(env, 'status', '--json')).stdout);
  const before = await status();
  expect(before).toMatchObject({ documents: 0, products: 0, listed_products: 2, products_behind: 2 });

  expect(await searchIndex(env, 'rebuild')).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(`^${fixture.prefix}-products-v\\d+-\\d{17}: 2 products\\.\n$`),
  });
  const after = await status();
  expect(after).toMatchObject({
    server: expect.stringMatching(/^\w+ \d/),
    documents: 1,
    products: 2,
    listed_products: 2,
    products_behind: 0,
    other_indices: [],
  });
  expect(after.index).not.toBe(before.index);
  const { stdout } = await searchIndex(env, 'status');
  expect(stdout).toContain('2 of 2 listed products\n1 items: the products of a group are one\n');
  expect(stdout).toContain('0 changed products to follow\n');
});
