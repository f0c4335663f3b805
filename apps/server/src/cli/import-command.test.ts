import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../testing/postgres/test-database.ts';
import { runKindred } from '../testing/processes/run-program.ts';

let database: TestDatabase;
const folder = mkdtempSync(join(tmpdir(), 'kindred-import-command-'));
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(async () => {
  await database.drop();
  rmSync(folder, { recursive: true });
});

async function kindred(...given: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  const env = { DATABASE_URL: database.connectionString, KINDRED_DATA_DIR: folder };
  const { code, out: stdout, err: stderr } = await runKindred(given, env);
  return { code, stdout, stderr };
}

const file = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};

test('an import reports its columns before and the next steps afterwards, and fails if a file could not be used', async () => {
  const header = 'user_id,asin,overall,timestamp,mood';
  const good = file('good.csv', `${header}\nU1,P1,5,1588687728000,fine\n`);
  const bad = file('bad.csv', `${header}\nU1,P1,9,1588687728000,fine\n`);
  const letter = file('letter.csv', 'Dear shop,\n');
  const said = await kindred('import', 'reviews', good, bad, letter, '--rejects', folder, '--json');
  expect(said.code).toBe(1);
  expect(said.stderr.split('\n')).toEqual([
    'good.csv (CSV): user_id -> user, asin -> product, overall -> rating, timestamp -> time; ignored: mood',
    'bad.csv (CSV): user_id -> user, asin -> product, overall -> rating, timestamp -> time; ignored: mood',
    expect.stringMatching(/^Not imported: .*letter\.csv is in none of the known layouts/),
    'bad.csv: Its only row could not be imported: line 2, overall is not between 1 and 5: "9".',
    '',
  ]);
  expect(JSON.parse(said.stdout)).toMatchObject({
    inserted: 1,
    rejected: 1,
    training: 'offered',
    files: [{ columns: { ignored: ['mood'] }, problem: null }, {}],
    unusable_files: [{}],
  });
});

test('reports an unknown user instead of recommending', async () => {
  const said = await kindred('recommend', '--user', 'NOBODY');
  expect(said).toMatchObject({ code: 1, stdout: '' });
  expect(said.stderr).toMatch(/^The user NOBODY does not exist in this shop\. .*--items A,B,C\n$/);
});
