import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres';
import pg from 'pg';
import type { Logger } from 'pino';
import * as tables from '../../tables/index.ts';

export type Tables = typeof tables;
export type Database = NodePgDatabase<Tables> & { $client: pg.Pool };
export type Transaction = Parameters<Parameters<Database['transaction']>[0]>[0];

export interface OpenDatabase {
  pool: pg.Pool;
  db: Database;
  close(): Promise<void>;
}

export interface DatabaseOptions {
  connectionString: string;
  /** Connections at most. */
  max?: number;
  /** As in node-postgres; without it the connection string's `sslmode` decides. */
  ssl?: pg.PoolConfig['ssl'];
  applicationName?: string;
  statementTimeoutMs?: number;
  /** How long a query waits for a connection. */
  connectTimeoutMs?: number;
  logger?: Pick<Logger, 'error'>;
}

export function openDatabase(options: DatabaseOptions): OpenDatabase {
  const pool = new pg.Pool({
    connectionString: options.connectionString,
    max: options.max ?? 10,
    ...(options.ssl === undefined ? {} : { ssl: options.ssl }),
    application_name: options.applicationName ?? 'kindred',
    statement_timeout: options.statementTimeoutMs ?? 30_000,
    idle_in_transaction_session_timeout: 60_000,
    connectionTimeoutMillis: options.connectTimeoutMs ?? 10_000,
    keepAlive: true,
  });
  let closed: Promise<void> | null = null;
  // A connection that the server ends is replaced by the next query; without listeners, on the pool while it is idle and on
  // the client between the queries of a transaction, it would end the process.
  pool.on('error', (error) => {
    if (closed === null) options.logger?.error({ err: error }, 'an idle database connection failed');
  });
  pool.on('connect', (client) => client.on('error', () => undefined));
  const db = drizzle({ client: pool, schema: tables });
  return {
    pool,
    db,
    close() {
      closed ??= pool.end();
      return closed;
    },
  };
}

/** Runs `work` in a transaction, again from the start when PostgreSQL says that it met another one. */
export function withTransaction<T>(
  db: Database,
  work: (transaction: Transaction) => Promise<T>,
  options: { isolationLevel?: 'read committed' | 'repeatable read' | 'serializable'; attempts?: number } = {},
): Promise<T> {
  const { attempts, ...config } = options;
  return retryOnConflict(() => db.transaction(work, config), { attempts });
}

/** The same for code that speaks to `pg` itself, such as COPY. */
export async function withClientTransaction<T>(
  pool: pg.Pool,
  work: (client: pg.PoolClient) => Promise<T>,
  {
    mode = '',
    ...options
  }: { attempts?: number; mode?: 'isolation level repeatable read read only' | '' } = {},
): Promise<T> {
  return retryOnConflict(async () => {
    const client = await pool.connect();
    let broken: Error | undefined;
    try {
      await client.query(`begin ${mode}`);
      const result = await work(client);
      await client.query('commit');
      return result;
    } catch (error) {
      await client.query('rollback').catch((rollbackError: Error) => {
        broken = rollbackError;
      });
      throw error;
    } finally {
      client.release(broken);
    }
  }, options);
}

/** PostgreSQL's error behind Drizzle's wrapping; null when it is something else. */
export function findDatabaseError(error: unknown): pg.DatabaseError | null {
  for (let current = error; current instanceof Error; current = current.cause) {
    if (current instanceof pg.DatabaseError) return current;
  }
  return null;
}

/** serialization_failure, deadlock_detected. */
const conflictCodes = ['40001', '40P01'];

/** Code that speaks to `pg` itself wraps its transaction in this. `alsoCodes`: other errors that a second attempt may not meet. */
export async function retryOnConflict<T>(
  attempt: () => Promise<T>,
  options: { attempts?: number | undefined; alsoCodes?: readonly string[] } = {},
): Promise<T> {
  const { attempts = 5, alsoCodes = [] } = options;
  for (let tried = 1; ; tried++) {
    try {
      return await attempt();
    } catch (error) {
      const code = findDatabaseError(error)?.code ?? '';
      if (!(conflictCodes.includes(code) || alsoCodes.includes(code)) || tried >= attempts) throw error;
      // Apart from the one we met: up to 10, 20, 40, 80 ms.
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 5 * 2 ** tried));
    }
  }
}
