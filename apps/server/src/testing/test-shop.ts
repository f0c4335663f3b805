/** @file A small shop on a separate database, with a small demo catalogue. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { type Logger, pino } from 'pino';
import { createApp } from '../app.ts';
import { composeServices, type Services } from '../compose.ts';
import { createConfig } from '../config/config.ts';
import type { Env } from '../config/env.ts';
import { loadExtensions, tablesOf } from '../extensions/load-extensions.ts';
import type { Passwords } from '../modules/people/accounts/index.ts';
import type { DemoAccounts } from '../modules/running/demo/index.ts';
import { type Database, openDatabase } from '../platform/postgres/database.ts';
import { migrate } from '../platform/postgres/migrate.ts';
import type { Runtime } from '../runtime.ts';
import { createTestDatabase } from './postgres/test-database.ts';
import { quickPasswords } from './quick-passwords.ts';
import { type ShopSize, shopTemplate } from './shop-template.ts';
import { watchAnswers } from './watch-answers.ts';

export interface TestNode {
  readonly app: FastifyInstance;
  readonly services: Services;
  readonly db: Database;
}

export interface TestShop extends TestNode {
  readonly connectionString: string;
  /** Another node on the same database, with its own environment variables. It is closed with the shop. */
  addNode(env?: Env): Promise<TestNode>;
  readonly dataDir: string;
  readonly accounts: DemoAccounts;
  /** GET, as JSON. */
  get<Body>(path: string, headers?: Record<string, string>): Promise<Body>;
  close(): Promise<void>;
}

export const secret = 'the secret of the shops that tests make';

export const usualSize: ShopSize = { products: 240, users: 400, reviews: 4_000, seed: 3 };
export const smallSize: ShopSize = { products: 40, users: 50, reviews: 300, seed: 5 };
/** Enough products and users to train a model. */
export const largeSize: ShopSize = { products: 400, users: 900, reviews: 12_000, seed: 5 };

export async function createTestShop({
  size = usualSize,
  env = {},
  logger = pino({ level: process.env.TEST_LOG_LEVEL ?? 'silent' }),
  passwords = quickPasswords,
  clock,
}: {
  /** One of the sizes above, unless a test needs its own: each costs the suite two seconds. */
  size?: ShopSize;
  env?: Env;
  logger?: Logger;
  /** `strongPasswords` if a test checks the cost of passwords. */
  passwords?: Passwords;
  /** The current time for the shop's rules. */
  clock?: () => Date;
} = {}): Promise<TestShop> {
  const dataDir = mkdtempSync(join(tmpdir(), 'kindred-shop-'));
  const { template, accounts } = await shopTemplate(size);
  const { connectionString, drop } = await createTestDatabase({ template });
  const nodes: TestNode[] = [];
  const surprises: string[] = [];
  async function addNode(own: Env = {}): Promise<TestNode> {
    const config = createConfig({
      KINDRED_DATA_DIR: dataDir,
      KINDRED_THREADS: '2',
      // One client of a test does the work of many.
      RATE_LIMIT_PER_MINUTE: '0',
      ...env,
      ...own,
    });
    const extensions = await loadExtensions(config);
    if (extensions.length > 0) await migrate({ connectionString, added: tablesOf(extensions) });
    const database = openDatabase({ connectionString, max: 5 });
    const runtime: Runtime = {
      config,
      logger,
      db: database.db,
      connectionString,
      secret,
      extensions,
      close: () => database.close(),
    };
    const services = await composeServices(runtime, { passwords, ...(clock && { clock }) });
    const app = await createApp(services, { prepare: (one) => watchAnswers(one, surprises) });
    const node = { app, services, db: database.db };
    nodes.push(node);
    return node;
  }
  const { app, services, db } = await addNode();
  return {
    app,
    services,
    db,
    connectionString,
    addNode,
    dataDir,
    accounts,
    async get<Body>(path: string, headers: Record<string, string> = {}) {
      const response = await app.inject({ url: path, headers });
      if (response.statusCode !== 200)
        throw new Error(`GET ${path}: ${response.statusCode} ${response.body}`);
      return response.json() as Body;
    },
    async close() {
      for (const node of nodes) {
        await node.app.close();
        await node.services.close();
        await node.services.runtime.close();
      }
      await drop();
      rmSync(dataDir, { recursive: true, force: true });
      if (surprises.length > 0)
        throw new Error(`The manual does not know these answers:\n${[...new Set(surprises)].join('\n')}`);
    },
  };
}
