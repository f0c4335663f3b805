import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import startTestServer from '../apps/server/src/testing/postgres/global-setup.ts';

/**
 * Makes `createTestDatabase` work in `work`: on the server that Vitest's global set-up started, or else on a new server, in a
 * temporary folder. All files of the proof go to that folder, and it is removed afterwards.
 */
export async function withDatabaseServer<T>(work: () => Promise<T>): Promise<T> {
  if (process.env.KINDRED_TEST_SERVER !== undefined) return work();
  const systemFolder = process.env.TMPDIR;
  const folder = mkdtempSync(join(tmpdir(), 'kindred-prove-'));
  // PostgreSQL refuses to run as root; its account has to pass through this folder.
  chmodSync(folder, 0o711);
  process.env.TMPDIR = folder;
  try {
    const release = await startTestServer();
    try {
      return await work();
    } finally {
      await release();
    }
  } finally {
    if (systemFolder === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = systemFolder;
    delete process.env.KINDRED_TEST_SERVER;
    rmSync(folder, { recursive: true, force: true });
  }
}
