import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type pg from 'pg';
import { openBackup } from '../../apps/server/src/modules/running/backup/index.ts';
import { findLostAnswers } from '../../apps/server/src/testing/upgrade/lost-answers.ts';
import { findLostRows } from '../../apps/server/src/testing/upgrade/lost-rows.ts';
import { lookAround } from '../../apps/server/src/testing/upgrade/memory.ts';
import { readTables } from '../../apps/server/src/testing/upgrade/rows.ts';
import type { ProofOutcome } from '../proof.ts';
import { lookerAt, openBrowser } from './browser.ts';
import { until } from './buy.ts';
import { type ShopAt, withDatabase } from './shop-at.ts';
import type { Written } from './write-folder.ts';

/** Opens the folder with the present shop and compares everything. */
export async function reopen(
  shop: ShopAt,
  written: Written,
  report: (line: string) => void,
): Promise<ProofOutcome> {
  await shop.kindred(['migrate']);
  return withDatabase(shop, async (database) => {
    const tables = await readTables(database);
    const lostRows = findLostRows(written.tables, tables);
    report(`migrated: ${lostRows.length} rows lost`);
    const open = await shop.start();
    try {
      const violations = [...lostRows, ...(await useAgain(open.url, database, written))];
      await open.stop();
      report('the users of 72f2cac have used the shop again');
      violations.push(...(await goOnWithImport(shop, written)));
      const rows = Object.entries(written.tables).map(([name, table]) => [name, table.rows.length]);
      return { figures: { rows: Object.fromEntries(rows) }, violations };
    } finally {
      await open.stop();
    }
  });
}

async function useAgain(
  url: string,
  database: pg.Client,
  { dataDir, memory, shown, pictures, tables }: Written,
): Promise<string[]> {
  const violations: string[] = [];
  const expect = (isSo: boolean, sentence: string) => {
    if (!isSo) violations.push(sentence);
  };
  const tokens = await openBrowser(url)
    .ask('POST', '/auth/refresh', { refresh_token: memory.member.refreshToken })
    .catch(() => undefined);
  expect(tokens !== undefined, 'The earlier session has ended.');

  const look = await lookerAt(url, memory);
  violations.push(...findLostAnswers(shown, await lookAround(look, memory)));
  const active = tables.models!.rows.find(({ status }) => status === 'active')!.model_version;
  const shelf = await look('member', '/recommendations?context=home');
  expect(shelf.model_version === active, `The model ${shelf.model_version} answers, not ${active}.`);
  expect(shelf.items.length > 0, 'The shelf has no recommendations.');

  for (const path of pictures) {
    const { status } = await fetch(`${url}${path}`);
    expect(status === 200, `The picture ${path}: ${status}.`);
  }
  expect(readdirSync(join(dataDir, 'pictures')).length >= pictures.length, 'Stored pictures are missing.');
  for (const name of readdirSync(join(dataDir, 'backups')))
    await (await openBackup(join(dataDir, 'backups', name))).close();
  await openBrowser(url).ask('POST', '/newsletter/unsubscribe', { token: memory.newsletterToken });
  const waiting = "select count(*)::int as n from mails where state = 'queued'";
  await until(
    async () => (await database.query(waiting)).rows[0].n,
    (n) => n === 0,
  );
  return violations;
}

async function goOnWithImport(shop: ShopAt, { ratings, tables }: Written): Promise<string[]> {
  const done = tables.import_checkpoints!.rows.find(({ file_name }) => file_name === ratings)!.rows_done;
  const { files } = JSON.parse(await shop.kindred(['import', 'reviews', ratings, '--json']));
  const { resumed_after, read } = files[0];
  return resumed_after === done && read === 300_000
    ? []
    : [`The import resumed after ${resumed_after} rows, not ${done}, and read ${read}.`];
}
