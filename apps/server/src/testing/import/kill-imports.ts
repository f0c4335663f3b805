/** @file Compares imports that are repeatedly killed with imports that are not: their tables must be the same. */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type pg from 'pg';
import { openDatabase } from '../../platform/postgres/database.ts';
import { createTestDatabase } from '../postgres/test-database.ts';
import { programArguments } from '../processes/program-arguments.ts';

export interface KilledImports {
  /** The number of processes that were killed before they had ended. */
  readonly killed: number;
  readonly violations: string[];
}

const kinds = ['meta', 'reviews'] as const;
const script = fileURLToPath(new URL('./import-child.ts', import.meta.url));

/** Tables without the numbers that only depend on the order of the rows. */
const contents = {
  products: `
    select parent_asin, title, description, features, details, brand, color, main_category, c.slug, price_minor, currency,
      average_rating, rating_count, rating_bin, round(bayesian_rating::numeric, 9) as bayesian_rating, date_first_available,
      is_listed, i.on_hand, d.title_key, d.document::text,
      (select jsonb_agg(jsonb_build_array(position, url, large_url, variant) order by position)
       from product_images where product_id = p.product_id) as images
    from products p left join categories c using (category_id) left join inventory i using (product_id)
      left join search_documents d using (product_id)`,
  categories: `
    select c.slug, c.name, parent.slug as parent
    from categories c left join categories parent on parent.category_id = c.parent_id`,
  users: 'select user_id, email, date_joined from users',
  reviews: `
    select user_id, p.parent_asin, rating, "timestamp", year, month, day, r.title, r."text", helpful_votes, verified_purchase,
      r.photos
    from reviews r join products p using (product_id)`,
};

export async function killImports({
  random,
  writeFiles,
  kills,
  batchRows,
  signal,
}: {
  random: () => number;
  /** Writes `meta.jsonl.gz` and `reviews.jsonl.gz` into the folder. */
  writeFiles: (folder: string) => Promise<unknown>;
  /** For the import of products, and the same number for the import of reviews. */
  kills: number;
  batchRows: number;
  signal: AbortSignal;
}): Promise<KilledImports> {
  const folder = mkdtempSync(join(tmpdir(), 'kindred-kill-imports-'));
  const made = [await createTestDatabase(), await createTestDatabase()] as const;
  const [whole, broken] = made.map(({ connectionString }) => openDatabase({ connectionString, max: 2 }));
  const start = (target: 0 | 1, kind: (typeof kinds)[number]) => {
    const file = join(folder, `${kind}.jsonl.gz`);
    const args = programArguments(
      script,
      made[target].connectionString,
      kind,
      file,
      folder,
      String(batchRows),
    );
    const child = spawn(process.execPath, args, { stdio: 'ignore' });
    return { child, ended: once(child, 'exit') as Promise<[number | null, NodeJS.Signals | null]> };
  };
  const violations: string[] = [];
  const finish = async (target: 0 | 1, kind: (typeof kinds)[number]) => {
    const [code] = await start(target, kind).ended;
    if (code !== 0) violations.push(`The import of ${kind} ended with ${code}.`);
  };
  let killed = 0;
  try {
    await writeFiles(folder);
    for (const kind of kinds) {
      await finish(0, kind);
      for (let kill = 0; kill < kills; kill++) {
        signal.throwIfAborted();
        const before = await rowsDone(broken!.pool, kind);
        const { child, ended } = start(1, kind);
        let isOver = false;
        void ended.then(() => (isOver = true));
        // The first kill is at any time from the start, if there are several; each further kill is after at least one more batch.
        while (!isOver && (kill > 0 || kills === 1) && (await rowsDone(broken!.pool, kind)) === before)
          await wait(5);
        await wait(random() * (kills === 1 ? 20 : 600));
        child.kill('SIGKILL');
        if ((await ended)[1] === 'SIGKILL') killed++;
      }
      await finish(1, kind);
    }
    for (const [name, query] of Object.entries(contents)) {
      const [wanted, found] = [await digestOf(whole!.pool, query), await digestOf(broken!.pool, query)];
      if (wanted !== found)
        violations.push(`The ${name} of the import that was killed differ: ${found} is not ${wanted}.`);
    }
    return { killed, violations };
  } finally {
    for (const database of [whole, broken]) await database!.close();
    for (const { drop } of made) await drop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function rowsDone(pool: pg.Pool, kind: string): Promise<number> {
  const { rows } = await pool.query<{ n: number }>(
    'select rows_done::int as n from import_checkpoints where kind = $1',
    [kind],
  );
  return rows[0]?.n ?? 0;
}

/** The number of rows, and a checksum that does not depend on their order. */
async function digestOf(pool: pg.Pool, query: string): Promise<string> {
  const { rows } = await pool.query<{ row: string }>(`select md5(t::text) as row from (${query}) as t`);
  const hash = createHash('sha256');
  for (const { row } of rows.sort((one, other) => (one.row < other.row ? -1 : 1))) hash.update(row);
  return `${rows.length} rows, ${hash.digest('hex').slice(0, 16)}`;
}
