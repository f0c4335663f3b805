/** @file OpenSearch for tests, on the server of TEST_SEARCH_URL, and for benchmarks, on a server of their own. */
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Client } from '@opensearch-project/opensearch';
import { freePort } from './free-port.ts';

/** Undefined: tests of OpenSearch are skipped. CONTRIBUTING.md describes how to start one. */
export const testSearchUrl = process.env.TEST_SEARCH_URL || undefined;

/** A separate prefix for a test on the shared server. */
export interface TestSearchPrefix {
  readonly prefix: string;
  removeIndices(): Promise<void>;
}

export function createTestSearchPrefix(url = testSearchUrl): TestSearchPrefix {
  const prefix = `test-${randomBytes(6).toString('hex')}`;
  return {
    prefix,
    async removeIndices() {
      const client = new Client({ node: url! });
      const { body } = await client.cat.indices({ index: `${prefix}-*`, format: 'json', h: ['index'] });
      const names = (body as { index: string }[]).map(({ index }) => index);
      if (names.length > 0) await client.indices.delete({ index: names });
      await client.close();
    },
  };
}

export interface TestSearchServer {
  readonly url: string;
  close(): Promise<void>;
}

const startMs = 60_000;

/** By TEST_SEARCH_COMMAND, else by `tools/opensearch/serve`, called with a port and a folder. */
export async function startTestSearchServer(): Promise<TestSearchServer> {
  const command =
    process.env.TEST_SEARCH_COMMAND || resolve(import.meta.dirname, '../../../../../tools/opensearch/serve');
  const folder = mkdtempSync(join(tmpdir(), 'kindred-opensearch-'));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const child = spawn(command, [String(port), folder], { stdio: ['ignore', 'ignore', 'inherit'] });
  await once(child, 'spawn');
  for (const giveUpAt = Date.now() + startMs; !(await answers(url)); ) {
    if (child.exitCode !== null) throw new Error(`${command} ended with ${child.exitCode}.`);
    if (Date.now() > giveUpAt) throw new Error(`${command} did not answer in ${startMs} ms.`);
    await new Promise((next) => setTimeout(next, 100));
  }
  return {
    url,
    async close() {
      const ended = child.exitCode === null && child.signalCode === null && once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Whether it is ready. */
async function answers(url: string): Promise<boolean> {
  try {
    const response = await fetch(`${url}/_cluster/health?wait_for_status=yellow&timeout=1s`);
    return response.ok;
  } catch {
    return false;
  }
}
