/** @file A small shop on a database of its own: the demo catalogue in miniature, through the real import. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { pino } from 'pino';
import { createApp } from '../app.ts';
import { composeServices, type Services } from '../compose.ts';
import { createConfig } from '../config/config.ts';
import { seedDemo } from '../modules/demo/index.ts';
import { type Database, openDatabase } from '../platform/postgres/database.ts';
import { createTestDatabase } from '../platform/postgres/test-database.ts';
import type { Runtime } from '../runtime.ts';

export interface TestShop {
  readonly app: FastifyInstance;
  readonly services: Services;
  readonly db: Database;
  readonly dataDir: string;
  /** GET, as JSON. */
  get<Body>(path: string, headers?: Record<string, string>): Promise<Body>;
  close(): Promise<void>;
}

export const secret = 'the secret of the shops that tests make';

export async function createTestShop({
  size = { products: 240, users: 400, reviews: 4_000, seed: 3 },
}: {
  size?: { products: number; users: number; reviews: number; seed: number };
} = {}): Promise<TestShop> {
  const dataDir = mkdtempSync(join(tmpdir(), 'kindred-shop-'));
  const { connectionString, drop } = await createTestDatabase();
  const logger = pino({ level: 'silent' });
  const database = openDatabase({ connectionString, max: 5 });
  const runtime: Runtime = {
    config: createConfig({ KINDRED_DATA_DIR: dataDir, KINDRED_THREADS: '2' }),
    logger,
    db: database.db,
    connectionString,
    secret,
    close: () => database.close(),
  };
  await seedDemo({ db: database.db, dataDir, logger, size });
  const services = await composeServices(runtime);
  const app = await createApp(services);
  return {
    app,
    services,
    db: database.db,
    dataDir,
    async get<Body>(path: string, headers: Record<string, string> = {}) {
      const response = await app.inject({ url: path, headers });
      if (response.statusCode !== 200)
        throw new Error(`GET ${path}: ${response.statusCode} ${response.body}`);
      return response.json() as Body;
    },
    async close() {
      await app.close();
      await services.close();
      await runtime.close();
      await drop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
