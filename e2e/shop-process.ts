import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import { runOnTerminal } from './pseudo-terminal.ts';

const root = join(import.meta.dirname, '..');

export interface DataDir {
  readonly path: string;
  remove(): void;
}

/** Makes a folder in the system's temporary folder. */
export function emptyDataDir(): DataDir {
  const path = mkdtempSync(join(tmpdir(), 'kindred-e2e-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

function environment(settings: Record<string, string>): NodeJS.ProcessEnv {
  const inherited = Object.fromEntries(
    ['PATH', 'HOME', 'TMPDIR'].flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])),
  );
  return { ...inherited, ...settings };
}

export interface ShopProcess {
  readonly url: string;
  /** The time from the start command to the line with the shop's address. */
  readonly openedAfterMs: number;
  /** Sends SIGTERM, as an operator would; resolves with the exit code. */
  stop(): Promise<number | null>;
  /** The output before the shop was open, if it is not on a terminal. */
  readonly said?: readonly string[];
  /** The output on the terminal, if it is on one. */
  readonly terminal?: () => string;
}

const startCommand = ['node', 'tools/run.ts', '--build', 'apps/server/src/cli/kindred.ts', 'start'];

const shopEnvironment = (settings: Record<string, string>) =>
  environment({ PORT: '0', LOG_LEVEL: 'warn', SHUTDOWN_DELAY_SECONDS: '0', ...settings });

function spawnShop(settings: Record<string, string>, cwd = root) {
  const [program, ...args] = startCommand;
  return spawn(program, args, {
    cwd,
    env: shopEnvironment(settings),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** Starts the shop and stops it after a time, at whichever stage it is. Returns the exit code and the error output. */
export async function interruptStart(
  settings: Record<string, string>,
  afterMs: number,
): Promise<{ code: number | null; errors: string; endedAfterMs: number }> {
  const child = spawnShop(settings);
  child.stdout.resume();
  const errors = text(child.stderr);
  await delay(afterMs);
  const stopped = performance.now();
  child.kill('SIGTERM');
  const [code] = (await once(child, 'exit')) as [number | null];
  return { code, errors: await errors, endedAfterMs: performance.now() - stopped };
}

/** Starts the shop of this or another checkout on a free port, by the command of `npm start`. */
export async function startShop(settings: Record<string, string>, checkout?: string): Promise<ShopProcess> {
  const started = performance.now();
  const child = spawnShop(settings, checkout);
  let errors = '';
  child.stderr.on('data', (chunk: Buffer) => {
    errors += chunk;
  });
  const { url, said } = await openedAt(child, () => errors);
  return {
    url,
    said,
    openedAfterMs: performance.now() - started,
    async stop() {
      if (child.exitCode === null) {
        const exited = once(child, 'exit');
        child.kill('SIGTERM');
        await exited;
      }
      return child.exitCode;
    },
  };
}

/** The same, on a terminal. */
export async function startShopOnTerminal(settings: Record<string, string>): Promise<ShopProcess> {
  const started = performance.now();
  const run = runOnTerminal(`exec ${startCommand.join(' ')}`, { cwd: root, env: shopEnvironment(settings) });
  const [, url] = await run.until(/Shop +(http:\S+)/);
  return { url, openedAfterMs: performance.now() - started, stop: run.interrupt, terminal: run.raw };
}

async function openedAt(
  child: ChildProcess,
  errors: () => string,
): Promise<{ url: string; said: readonly string[] }> {
  const said: string[] = [];
  for await (const line of createInterface({ input: child.stdout! })) {
    const url = /^Kindred is open at (\S+)$/.exec(line)?.[1];
    if (url) {
      child.stdout!.resume();
      return { url, said };
    }
    said.push(line);
  }
  throw new Error(`The shop ended before it was open.\n${said.join('\n')}\n${errors()}`);
}

/** Waits until `/readyz` names an active model, and returns its version. */
export async function activeModel(url: string, timeoutMs: number): Promise<string> {
  const until = performance.now() + timeoutMs;
  for (;;) {
    const answer = await fetch(`${url}/readyz`);
    const { parts } = (await answer.json()) as { parts: { model: { version?: string } } };
    if (parts.model.version) return parts.model.version;
    if (performance.now() > until) throw new Error(`No model is active after ${timeoutMs} ms.`);
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}

/** Waits for the job that reads the words of a new catalogue. */
export async function wordsAreKnown(url: string, timeoutMs: number): Promise<void> {
  const until = performance.now() + timeoutMs;
  for (;;) {
    const answer = await fetch(`${url}/api/v1/search/suggest?q=ceram`);
    const { items } = (await answer.json()) as { items: { kind: string }[] };
    if (items.some(({ kind }) => kind === 'query')) return;
    if (performance.now() > until) throw new Error(`No word is suggested after ${timeoutMs} ms.`);
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

const run = promisify(execFile);

/** Runs `kindred ARGS --json` and reads its document. */
export async function kindred<Document>(
  args: readonly string[],
  settings: Record<string, string>,
): Promise<Document> {
  const { stdout } = await run('node', ['apps/server/src/cli/kindred.ts', ...args, '--json'], {
    cwd: root,
    env: environment(settings),
    maxBuffer: 64 * 1024 * 1024,
  });
  return JSON.parse(stdout) as Document;
}
