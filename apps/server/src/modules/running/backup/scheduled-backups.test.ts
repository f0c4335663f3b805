import { existsSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pino } from 'pino';
import { Registry } from 'prom-client';
import { expect, onTestFinished, test } from 'vitest';
import { addJob } from '../../../platform/jobs/add-job.ts';
import { openDatabase } from '../../../platform/postgres/database.ts';
import { sql } from '../../../platform/postgres/sql.ts';
import { emptyDatabase, openNode, temporaryFolder } from '../../../testing/backup/restored-shop.ts';
import { backupJobs } from './backup-jobs.ts';
import { createBackupMetrics } from './backup-metrics.ts';
import { openBackup } from './backup-reader.ts';
import { createBackupState } from './backup-state.ts';
import { backupJobName } from './queued-jobs-repository.ts';
import { recordBackup } from './record-backup.ts';
import { retainBackups } from './retain-backups.ts';

const dayMs = 24 * 60 * 60 * 1_000;
const nights = (n: number) => new Date(Date.parse('2026-11-24T03:17:00Z') + n * dayMs);

async function openShop({ keep = 7 } = {}) {
  const connectionString = await emptyDatabase();
  const { db, close } = openDatabase({ connectionString, max: 3 });
  onTestFinished(close);
  const dataDir = temporaryFolder();
  const folder = join(dataDir, 'backups');
  const metrics = createBackupMetrics(new Registry());
  const stopping = new AbortController();
  const scheduled = { schedule: '17 3 * * *', everyMs: dayMs, keep, folder };
  let now = nights(0);
  const jobs = backupJobs({
    db,
    connectionString,
    dataDir,
    scheduled,
    metrics,
    logger: pino({ level: 'silent' }),
    clock: () => now,
    signal: stopping.signal,
  });
  return {
    db,
    connectionString,
    dataDir,
    folder,
    metrics,
    stop: () => stopping.abort(new Error('stopped')),
    run(at: Date, attempt = 1) {
      now = at;
      return jobs[backupJobName]!({}, { number: attempt, isLast: false });
    },
    async book() {
      const { rows } = await db.execute<{ reason: string; state: string }>(
        sql`select reason, state from backups order by backup_id`,
      );
      return rows.map(({ reason, state }) => `${reason} ${state}`);
    },
    failures: async () => (await metrics.backupFailures.get()).values[0]!.value,
  };
}

test('each night makes a backup, and the oldest are removed', async () => {
  const shop = await openShop({ keep: 3 });
  for (let night = 0; night < 5; night++) await shop.run(nights(night));
  expect(readdirSync(shop.folder)).toEqual(
    ['26', '27', '28'].map((day) => `kindred-202611${day}T031700Z.tar`),
  );
  expect(await shop.book()).toEqual([
    'schedule removed',
    'schedule removed',
    'schedule done',
    'schedule done',
    'schedule done',
  ]);
});

test('keeps backups that were made by hand, and unknown files', async () => {
  const shop = await openShop({ keep: 1 });
  const { db, connectionString, dataDir, folder } = shop;
  const byHand = join(folder, 'kindred-20200101T000000Z.tar');
  await recordBackup(db, {
    reason: 'command',
    connectionString,
    dataDir,
    file: byHand,
    createdAt: nights(-900),
  });
  const foreign = join(folder, 'kindred-20190101T000000Z.tar');
  writeFileSync(foreign, 'somebody’s');
  await shop.run(nights(0));
  const replaced = join(folder, 'kindred-20261124T031700Z.tar');
  writeFileSync(replaced, 'somebody’s');
  await shop.run(nights(1));
  await shop.run(nights(2));
  expect([byHand, foreign, replaced].map(existsSync)).toEqual([true, true, true]);
  expect(existsSync(join(folder, 'kindred-20261125T031700Z.tar'))).toBe(false);
});

test('never removes the last good backup', async () => {
  const shop = await openShop();
  await shop.run(nights(0));
  await retainBackups(shop.db, { folder: shop.folder, keep: 0, now: nights(400) });
  expect(readdirSync(shop.folder)).toHaveLength(1);
});

test('removes the remains of a killed backup when no process can still write them', async () => {
  const shop = await openShop();
  await shop.run(nights(0));
  const [old, young, other] = [
    'kindred-20261101T031700Z.tar.partial',
    'kindred-20261102T031700Z.tar.partial',
    'mine.partial',
  ].map((name) => join(shop.folder, name)) as [string, string, string];
  for (const file of [old, young, other]) writeFileSync(file, '');
  for (const file of [old, other]) utimesSync(file, nights(0), nights(0));
  utimesSync(young, nights(1), nights(1));
  await shop.run(nights(1));
  expect([old, young, other].map(existsSync)).toEqual([false, true, true]);
});

test('counts and records a failed backup, and tries again, then in the next night', async () => {
  const shop = await openShop();
  writeFileSync(shop.folder, 'no folder');
  await expect(shop.run(nights(0), 1)).rejects.toThrow();
  await expect(shop.run(nights(0), 2)).rejects.toThrow();
  await shop.run(nights(0), 3);
  expect(await shop.failures()).toBe(3);
  expect(await shop.book()).toEqual(Array(3).fill('schedule failed'));
});

test('does not repeat a run whose end the queue did not learn', async () => {
  const shop = await openShop();
  await shop.run(nights(0));
  await shop.run(new Date(nights(0).getTime() + 60_000), 2);
  expect(readdirSync(shop.folder)).toHaveLength(1);
});

test('a node that stops leaves the backup to another node', async () => {
  const shop = await openShop();
  shop.stop();
  await expect(shop.run(nights(0))).rejects.toThrow('stopped');
  expect(await shop.failures()).toBe(0);
  expect(readdirSync(shop.folder)).toEqual([]);
});

test('marks the backup of a killed process as failed', async () => {
  const shop = await openShop();
  await shop.db.execute(sql`insert into backups (reason, file, started_at) values ('command', '/x', now())`);
  await shop.run(nights(0));
  expect(await shop.book()).toEqual(['command failed', 'schedule done']);
});

test('the job makes a backup in the configured folder', async () => {
  const connectionString = await emptyDatabase();
  const dataDir = temporaryFolder();
  const node = await openNode(connectionString, dataDir);
  try {
    await addJob(node.db, { name: backupJobName, payload: {} });
    await node.services.jobs.runDue();
    const [name] = readdirSync(join(dataDir, 'backups'));
    const backup = await openBackup(join(dataDir, 'backups', name!));
    // Otherwise each restore would make another backup.
    expect(backup.manifest.jobs.rows).toBe(0);
    await backup.close();
    const { body } = await node.app.inject('/metrics');
    expect(Number(/^kindred_last_good_backup_timestamp_seconds (.+)$/m.exec(body)?.[1])).toBeGreaterThan(
      1.7e9,
    );
    expect(Number(/^kindred_last_good_backup_size_bytes (.+)$/m.exec(body)?.[1])).toBe(backup.bytes);
    expect(body).toMatch(/^kindred_part_degraded\{part="backup"\} 0$/m);
  } finally {
    await node.close();
  }
});

test('reports if the last good backup is older than two nights', async () => {
  const shop = await openShop();
  let now = nights(0).getTime();
  const state = createBackupState({ ...shop, everyMs: dayMs, clock: () => now });
  expect((await state()).trouble).toBeUndefined();
  now += 2.1 * dayMs;
  expect((await state()).trouble).toBe('no backup has succeeded yet');
  await shop.run(new Date(now));
  now += 60_000;
  expect((await state()).trouble).toBeUndefined();
  now += 2.1 * dayMs;
  expect((await state()).trouble).toBe('the last good backup is of 2026-11-26T05:41:00.000Z');
  const unscheduled = createBackupState({ ...shop, everyMs: undefined, clock: () => now });
  now += 1_000 * dayMs;
  expect((await unscheduled()).trouble).toBeUndefined();
});
