/** @file Runs the commands of docs/guides/recommendations-for-another-shop.md. */
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sql } from '../../../platform/postgres/sql.ts';
import { tokenOf } from '../../../testing/shopper.ts';
import { createTestShop, smallSize, type TestShop } from '../../../testing/test-shop.ts';

const exec = promisify(execFile);
const guide = readFileSync(
  join(import.meta.dirname, '../../../../../../docs/guides/recommendations-for-another-shop.md'),
  'utf8',
);
const blocks = [...guide.matchAll(/^```bash\n([\s\S]*?)^```$/gm)].map(([, text]) => text);

let shop: TestShop;
let address: string;
beforeAll(async () => {
  shop = await createTestShop({ size: smallSize });
  address = await shop.app.listen({ host: '127.0.0.1', port: 0 });
});
afterAll(() => shop.close());

async function run(script: string): Promise<string> {
  const { stdout } = await exec(
    'bash',
    ['--norc', '-euo', 'pipefail', '-c', script.replaceAll('http://localhost:3000', address)],
    {
      env: { PATH: process.env.PATH, ADMIN_TOKEN: await tokenOf({ isAdmin: true }) },
    },
  );
  return stdout;
}

test('the guide for another shop works as written, from the key to the file', async () => {
  const all = blocks.slice(0, -1).join('');
  const said = await run(`${all}\necho; echo "KEY=$KEY"`);
  expect(said).toContain('{"inserted":3,"updated":0}');
  expect(said).toContain('{"inserted":0,"updated":1}');
  expect(said).toContain('{"accepted":3,"repeated":0,"dropped":0}');
  expect(said).toContain('{"state":"queued"}');
  expect(said).toContain('"request_id":');
  // The test needs no model.
  await shop.db.execute(sql`select graphile_worker.remove_job('train-model')`);
  await shop.services.jobs.start();
  const key = /^KEY=(kk_[\w-]+)$/m.exec(said)![1];
  const helpers = blocks[0].slice(blocks[0].indexOf('ask()'));
  const line = await run(`SHOP=http://localhost:3000/api/v1\nKEY=${key}\n${helpers}${blocks.at(-1)}`);
  expect(JSON.parse(line)).toMatchObject({ user_id: expect.any(String), items: expect.any(Array) });
});
