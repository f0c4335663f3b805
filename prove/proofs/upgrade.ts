import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openBackup } from '../../apps/server/src/modules/running/backup/index.ts';
import { fixture } from '../../apps/server/src/testing/upgrade/fixture.ts';
import { defineProof } from '../proof.ts';
import { reopen } from '../upgrade/reopen.ts';
import { shopAt } from '../upgrade/shop-at.ts';
import { writeFolder } from '../upgrade/write-folder.ts';

const root = join(import.meta.dirname, '../..');
const commit = '72f2cac4aafde7715535597206aa48c25f3ea218';

export const proof = defineProof({
  summary: 'The current shop opens a data folder that 72f2cac wrote, and loses nothing in it.',
  seed: 1,
  /**
   * `folder`: `anew` installs 72f2cac, uses it and opens its folder; `as kept` only compares the committed backup with 72f2cac. `checkout`: a
   * checkout of 72f2cac with its packages, instead of a new one. `fixture`: `write` replaces the committed backup.
   */
  parameters: { folder: 'anew', checkout: '', fixture: 'leave', products: 120, users: 150, reviews: 1_500 },
  short: { folder: 'as kept' },
  missing: () =>
    hasCommit() ? undefined : 'It needs the history of this repository, and 72f2cac is not in this clone.',

  async run({ seed, parameters, signal, report }) {
    if (parameters.folder !== 'anew') return compareKeptBackup();
    const { checkout, products, users, reviews } = parameters;
    // Always the same: the database holds the names of imported files.
    const folder = join(tmpdir(), 'kindred-upgrade');
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { mode: 0o711 });
    try {
      const size = { products, users, reviews, seed };
      const writesFixture = parameters.fixture === 'write';
      const written = await writeFolder(folder, { commit, checkout, size, writesFixture, signal, report });
      return await reopen(shopAt(root, written.dataDir, signal), written, report);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
});

const git = (...args: string[]): Buffer =>
  execFileSync('git', args, { cwd: root, maxBuffer: 2 ** 26, stdio: ['ignore', 'pipe', 'ignore'] });

function hasCommit(): boolean {
  try {
    git('cat-file', '-e', `${commit}^{commit}`);
    return true;
  } catch {
    return false;
  }
}

/** The committed backup has the migrations of 72f2cac, and the current shop still has the same ones. */
async function compareKeptBackup() {
  const backup = await openBackup(fixture.backup);
  await backup.close();
  const folder = 'apps/server/migrations';
  const journal = JSON.parse(git('show', `${commit}:${folder}/meta/_journal.json`).toString());
  const violations: string[] = [];
  const hashes = new Set(backup.manifest.migrations.map(({ hash }) => hash));
  for (const { tag } of journal.entries as { tag: string }[]) {
    const text = git('show', `${commit}:${folder}/${tag}.sql`);
    if (!hashes.has(createHash('sha256').update(text).digest('hex')))
      violations.push(`The committed backup does not have migration ${tag} of 72f2cac.`);
    if (!readFileSync(join(root, folder, `${tag}.sql`)).equals(text))
      violations.push(`Migration ${tag} differs from 72f2cac.`);
  }
  return { figures: { migrations: hashes.size }, violations };
}
