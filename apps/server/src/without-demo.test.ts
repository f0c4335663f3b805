import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { programArguments } from './testing/processes/program-arguments.ts';
import { createTestShop, smallSize, type TestShop } from './testing/test-shop.ts';

let shop: TestShop;
let said: Record<string, unknown>;
beforeAll(async () => {
  shop = await createTestShop({ size: smallSize });
  const child = fileURLToPath(new URL('./testing/without-demo-child.ts', import.meta.url));
  const { stdout } = await promisify(execFile)(
    process.execPath,
    programArguments(child, shop.connectionString, shop.dataDir),
  );
  said = JSON.parse(stdout);
});
afterAll(() => shop.close());

test('a start and a list of products load no code of the demo', () => {
  expect(said).toMatchObject({ list: 200, askedByList: [] });
});

test('a drawn picture is not found where the demo is not installed, a placeholder stands in, and the log says why once', () => {
  expect(said).toMatchObject({
    drawn: 404,
    picture: [200, 'public, max-age=600'],
    askedByPictures: ['@kindred/demo/drawings'],
    logged: ['pictures of the demo cannot be drawn: the package @kindred/demo is missing'],
  });
});

test('a shop that should be filled with a demo that is not installed reports it and is not changed', () => {
  expect(said).toMatchObject({
    demoData: [1, expect.stringMatching(/^The demo is not installed: .*KINDRED_DEMO=0/)],
    seeding: 'DemoMissingError',
    isMarked: false,
  });
});
