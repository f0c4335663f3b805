import pg from 'pg';
import type { Logger } from 'pino';
import type { Statement } from './sql.ts';

export interface Result<Row> {
  readonly rows: Row[];
  /** The number of returned or changed rows. */
  readonly rowCount: number;
}

export interface ExecuteOptions {
  /** Each connection keeps the plan. Use it for statements of every page with a constant text, whose planning costs more than their execution. */
  readonly keepsPlan?: boolean;
}

type Execute = <Row extends object = never>(
  statement: Statement,
  options?: ExecuteOptions,
) => Promise<Result<Row>>;

/** A pool of connections. Each statement is its own transaction. */
export interface Database {
  readonly pool: pg.Pool;
  readonly execute: Execute;
}

/** A connection with its settings, locks and temporary tables. */
export interface Connection {
  /** For COPY, cursors and notifications. */
  readonly client: pg.ClientBase;
  readonly execute: Execute;
}

declare const isOpen: unique symbol;

/** A connection in a transaction. */
export interface Transaction extends Connection {
  readonly [isOpen]: true;
}

export interface OpenDatabase {
  pool: pg.Pool;
  db: Database;
  close(): Promise<void>;
}

export interface DatabaseOptions {
  connectionString: string;
  /** The most connections. */
  max?: number;
  /** As in node-postgres. By default, the connection string's `sslmode` decides. */
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
  // The next query replaces a connection that the server ended. Without listeners on the pool (for idle connections) and on the client
  // (between the queries of a transaction), the error would end the process.
  pool.on('error', (error) => {
    if (closed === null) options.logger?.error({ err: error }, 'an idle database connection failed');
  });
  pool.on('connect', (client) => client.on('error', () => undefined));
  return {
    pool,
    db: { pool, execute: executeOn(pool) },
    close() {
      closed ??= pool.end();
      return closed;
    },
  };
}

/** Wraps a client that the caller opens and closes. */
export function connectionOf(client: pg.ClientBase): Connection {
  return { client, execute: executeOn(client) };
}

export interface TransactionOptions {
  isolationLevel?: 'read committed' | 'repeatable read' | 'serializable';
  isReadOnly?: boolean;
  /** The number of attempts after conflicts with other transactions. */
  attempts?: number;
  /** Codes of other errors that a second attempt may avoid. */
  alsoCodes?: readonly string[];
}

/**
 * Runs `work` in a transaction, and starts again after a conflict with another one. If it gets a transaction, `work` becomes part of it.
 */
export function withTransaction<Outcome>(
  on: Pick<Database, 'pool'> | Connection | Transaction,
  work: (tx: Transaction) => Promise<Outcome>,
  options: TransactionOptions = {},
): Promise<Outcome> {
  if (isTransaction(on)) return work(on);
  return retryOnConflict(
    () => ('pool' in on ? inPool(on.pool, work, options) : run(on, work, options)),
    options,
  );
}

const transactions = new WeakSet<object>();

const isTransaction = (on: object): on is Transaction => transactions.has(on);

async function inPool<Outcome>(
  pool: pg.Pool,
  work: (tx: Transaction) => Promise<Outcome>,
  options: TransactionOptions,
): Promise<Outcome> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    return await run(connectionOf(client), work, options, (error) => {
      broken = error;
    });
  } finally {
    client.release(broken);
  }
}

async function run<Outcome>(
  { client, execute }: Connection,
  work: (tx: Transaction) => Promise<Outcome>,
  { isolationLevel = 'read committed', isReadOnly = false }: TransactionOptions,
  onBroken: (error: Error) => void = () => undefined,
): Promise<Outcome> {
  const tx = { client, execute } as Transaction;
  transactions.add(tx);
  await client.query(`begin isolation level ${isolationLevel}${isReadOnly ? ' read only' : ''}`);
  try {
    const outcome = await work(tx);
    const { command } = await client.query('commit');
    if (command !== 'COMMIT')
      throw new Error(
        'The transaction was rolled back: a statement in it had failed, and its error was ignored.',
      );
    return outcome;
  } catch (error) {
    await client.query('rollback').catch(onBroken);
    throw error;
  } finally {
    transactions.delete(tx);
  }
}

/** Types that are read as exact text: timestamps (with microseconds), dates, intervals, and arrays of these and of numerics. */
const textTypes = new Set<number>([
  pg.types.builtins.TIMESTAMPTZ,
  pg.types.builtins.TIMESTAMP,
  pg.types.builtins.DATE,
  pg.types.builtins.INTERVAL,
]);
const textArrayTypes = new Set([1185, 1115, 1182, 1187, 1231]);
const textArray = 1009;

const types: pg.CustomTypesConfig = {
  getTypeParser: ((id: number, format: 'binary' | 'text') => {
    if (textTypes.has(id)) return (value: string) => value;
    return pg.types.getTypeParser(textArrayTypes.has(id) ? textArray : id, format as 'text');
  }) as typeof pg.types.getTypeParser,
};

function executeOn(connection: pg.Pool | pg.ClientBase): Execute {
  return async <Row extends object>(statement: Statement, { keepsPlan = false }: ExecuteOptions = {}) => {
    const { text, values } = statement.compile();
    try {
      const query = { text, values, types, ...(keepsPlan && { name: planNameOf(text) }) };
      const { rows, rowCount } = await connection.query<Row & pg.QueryResultRow>(query);
      return { rows, rowCount: rowCount ?? 0 };
    } catch (error) {
      if (error instanceof Error) failedStatements.set(error, text);
      throw error;
    }
  };
}

const planNames = new Map<string, string>();

function planNameOf(text: string): string {
  let name = planNames.get(text);
  if (name === undefined) {
    name = `plan ${planNames.size + 1}`;
    planNames.set(text, name);
  }
  return name;
}

const failedStatements = new WeakMap<Error, string>();

/** Returns the text of the statement that caused an error, without its values. */
export const failedStatement = (error: Error): string | undefined => failedStatements.get(error);

/** Returns PostgreSQL's error or the one among its causes, or null if there is none. */
export function findDatabaseError(error: unknown): pg.DatabaseError | null {
  for (let current = error; current instanceof Error; current = current.cause) {
    if (current instanceof pg.DatabaseError) return current;
  }
  return null;
}

/** serialization_failure, deadlock_detected. */
const conflictCodes = ['40001', '40P01'];

/** For a single statement. `withTransaction` does this automatically. */
export async function retryOnConflict<Outcome>(
  attempt: () => Promise<Outcome>,
  { attempts = 5, alsoCodes = [] }: Pick<TransactionOptions, 'attempts' | 'alsoCodes'> = {},
): Promise<Outcome> {
  for (let tried = 1; ; tried++) {
    try {
      return await attempt();
    } catch (error) {
      const code = findDatabaseError(error)?.code ?? '';
      if (!(conflictCodes.includes(code) || alsoCodes.includes(code)) || tried >= attempts) throw error;
      // A random delay, to avoid the same conflict: up to 10, 20, 40, 80 ms.
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 5 * 2 ** tried));
    }
  }
}
