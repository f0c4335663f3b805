/** @file Runs the shop of a checkout of this repository on a data folder, in separate processes. */
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import pg from 'pg';
import { freePort } from '../../apps/server/src/testing/servers/free-port.ts';

const execute = promisify(execFile);

export type Env = Readonly<Record<string, string>>;

export interface StartedShop {
  readonly url: string;
  stop(): Promise<void>;
}

export interface ShopAt {
  readonly folder: string;
  readonly dataDir: string;
  /** Runs the command line and returns its standard output. */
  kindred(args: readonly string[], input?: string): Promise<string>;
  /** Starts a command and leaves it running. */
  begin(args: readonly string[]): ChildProcess;
  start(env?: Env): Promise<StartedShop>;
}

/** `signal` ends every process of the shop. */
export function shopAt(folder: string, dataDir: string, signal: AbortSignal): ShopAt {
  const env = {
    PATH: `${join(folder, 'node_modules/.bin')}:${process.env.PATH}`,
    HOME: process.env.HOME ?? '/',
    TMPDIR: process.env.TMPDIR,
    KINDRED_DATA_DIR: dataDir,
    BACKUP_SCHEDULE: 'off',
    KINDRED_THREADS: '2',
  };
  const program = ['tools/run.ts', 'apps/server/src/cli/kindred.ts'];
  const command = (args: readonly string[]) => [program[0]!, ...buildOption(args), program[1]!, ...args];
  const buildOption = (args: readonly string[]) => (args[0] === 'start' && isHead(folder) ? ['--build'] : []);
  return {
    folder,
    dataDir,
    async kindred(args, input) {
      const running = execute(process.execPath, command(args), {
        cwd: folder,
        env,
        signal,
        maxBuffer: 2 ** 26,
      });
      running.child.stdin?.end(input ?? '');
      return (await running).stdout;
    },
    begin: (args) => spawn(process.execPath, command(args), { cwd: folder, env, signal, stdio: 'ignore' }),
    async start(more = {}) {
      const port = await freePort();
      const url = `http://127.0.0.1:${port}`;
      const child = spawn(process.execPath, command(['start']), {
        cwd: folder,
        env: { ...env, HOST: '127.0.0.1', PORT: String(port), PUBLIC_URL: url, LOG_LEVEL: 'warn', ...more },
        stdio: ['ignore', 'pipe', 'pipe'],
        signal,
      });
      const ended = once(child, 'exit');
      await opened(child);
      return {
        url,
        async stop() {
          child.kill('SIGTERM');
          await ended;
        },
      };
    },
  };
}

const isHead = (folder: string): boolean => folder === join(import.meta.dirname, '../..');

async function opened(child: ChildProcess): Promise<void> {
  let said = '';
  child.stderr?.on('data', (text) => {
    said += text;
  });
  for await (const line of createInterface({ input: child.stdout! })) {
    said += `${line}\n`;
    if (!/Kindred is open/.test(line)) continue;
    child.stdout!.resume();
    return;
  }
  throw new Error(`The shop ended before it was open:\n${said}`);
}

/** Opens the folder's database with the code of the shop that owns it. */
export async function withDatabase<T>(
  { folder, dataDir }: Pick<ShopAt, 'folder' | 'dataDir'>,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const module = join(folder, 'apps/server/src/platform/postgres/embedded-postgres.ts');
  const { acquireEmbeddedPostgres } = await import(pathToFileURL(module).href);
  const { connectionString, release } = await acquireEmbeddedPostgres({ dataDir });
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
    await release();
  }
}
