/**
 * @file The demo shop after its first start and its first training. The first caller makes it, once per run: test files run one
 * after another, and each works on a copy.
 */
import { execFile } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { inject } from 'vitest';
import type { TestProject } from 'vitest/node';
import { activeModel, type DataDir, startShop, startShopOnTerminal, wordsAreKnown } from './shop-process.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Lasts as long as the run. */
    demoShopFolder: string;
  }
}

export interface FirstStart {
  readonly openedAfterMs: number;
  /** The home page as soon as the shop was open. */
  readonly home: { readonly status: number; readonly html: string };
  readonly modelVersion: string;
  /** Counted from when the shop was open. */
  readonly trainedAfterMs: number;
  readonly exitCode: number | null;
  readonly url: string;
  readonly dataDir: string;
  /** The whole output on the terminal. Null: no terminal is available. */
  readonly terminal: string | null;
}

/** Vitest's global set-up. */
export default function setup(project: TestProject): () => void {
  const folder = openFolder();
  project.provide('demoShopFolder', folder);
  return () => rmSync(folder, { recursive: true, force: true });
}

/** PostgreSQL does not run as root; its account has to pass through this folder. */
function openFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'kindred-e2e-'));
  chmodSync(folder, 0o711);
  return folder;
}

/** Returns what happened when an empty folder became this shop. */
export async function firstStart(): Promise<FirstStart> {
  const record = join(inject('demoShopFolder'), 'first-start.json');
  if (!existsSync(record)) writeFileSync(record, JSON.stringify(await startFirst()));
  return JSON.parse(readFileSync(record, 'utf8')) as FirstStart;
}

async function startFirst(): Promise<FirstStart> {
  const dataDir = join(inject('demoShopFolder'), 'data');
  const start = process.platform === 'linux' ? startShopOnTerminal : startShop;
  const shop = await start({ KINDRED_DATA_DIR: dataDir });
  const opened = performance.now();
  let exitCode: number | null = null;
  let home: FirstStart['home'];
  let modelVersion: string;
  let trainedAfterMs: number;
  try {
    const answer = await fetch(`${shop.url}/`);
    home = { status: answer.status, html: await answer.text() };
    modelVersion = await activeModel(shop.url, 180_000);
    trainedAfterMs = performance.now() - opened;
    await wordsAreKnown(shop.url, 240_000);
  } finally {
    exitCode = await shop.stop();
  }
  const { openedAfterMs, url } = shop;
  const terminal = shop.terminal?.() ?? null;
  return { openedAfterMs, home, modelVersion, trainedAfterMs, exitCode, url, dataDir, terminal };
}

export async function copyDemoShop(): Promise<DataDir> {
  await firstStart();
  const folder = openFolder();
  const path = join(folder, 'data');
  await promisify(execFile)('cp', ['-a', join(inject('demoShopFolder'), 'data'), path]);
  return { path, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
