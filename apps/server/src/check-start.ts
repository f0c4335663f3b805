/** @file Finds in the first second the faults that would stop a start later: before the start builds, creates or waits for anything. */
import { constants } from 'node:fs';
import { access, mkdir } from 'node:fs/promises';
import { createServer } from 'node:net';
import { type Config, ConfigError, withoutLogIn } from './config/config.ts';
import { loadExtensions } from './extensions/load-extensions.ts';

/** The shop cannot start. The message has a sentence for each reason. */
export class StartFailure extends Error {
  override readonly name = 'StartFailure';
}

/** A running database answers within this time. */
const connectMs = 5_000;
/** The number of ports after the one in use that are tried, to propose a free one. */
const portsTried = 20;

/** @throws StartFailure */
export async function checkStart(config: Config): Promise<void> {
  const { dataDir, databaseUrl } = config;
  const found = await Promise.all([
    checkPort(config),
    checkFolder(dataDir),
    databaseUrl === undefined ? undefined : checkDatabase(databaseUrl),
    checkExtensions(config),
  ]);
  const failures = found.filter((failure) => failure !== undefined);
  if (failures.length > 0) throw new StartFailure(failures.join('\n'));
}

/** @returns a sentence with the reason why the shop cannot listen there */
export async function portFailure(
  { host, port }: Pick<Config, 'host' | 'port'>,
  { code, message }: NodeJS.ErrnoException,
): Promise<string> {
  switch (code) {
    case 'EADDRINUSE': {
      const free = await findFreePort(host, port);
      return `PORT ${port} of ${host} is in use by another program. Choose another port: PORT=${free} npm start`;
    }
    case 'EACCES':
      return `PORT ${port} of ${host} needs an administrator, like every port below 1024. Choose another port: PORT=3000 npm start`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `HOST ${host} is not an address of this machine. 127.0.0.1 allows connections only from this machine, 0.0.0.0 from all its networks.`;
    default:
      return `The shop cannot listen on PORT ${port} of HOST ${host}: ${message}.`;
  }
}

async function checkPort({ host, port }: Config): Promise<string | undefined> {
  if (port === 0) return undefined;
  const failure = await tryToListen(host, port);
  return failure && portFailure({ host, port }, failure);
}

function tryToListen(host: string, port: number): Promise<NodeJS.ErrnoException | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', resolve);
    server.listen({ host, port, exclusive: true }, () => server.close(() => resolve(undefined)));
  });
}

async function findFreePort(host: string, taken: number): Promise<number> {
  for (let port = taken + 1; port <= Math.min(taken + portsTried, 65_535); port++)
    if ((await tryToListen(host, port)) === undefined) return port;
  return 0;
}

async function checkFolder(dataDir: string): Promise<string | undefined> {
  try {
    await mkdir(dataDir, { recursive: true });
    await access(dataDir, constants.W_OK);
    return undefined;
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const reason =
      {
        EACCES: 'this user has no permission',
        EPERM: 'this user has no permission',
        EROFS: 'the disk is read-only',
        ENOSPC: 'the disk is full',
        EEXIST: 'it is a file',
        ENOTDIR: 'a part of its path is a file',
      }[code ?? ''] ?? message;
    return `Kindred cannot write to its data folder ${dataDir}: ${reason}. Set KINDRED_DATA_DIR to a folder that it may write to.`;
  }
}

/** Opens and closes one connection. */
async function checkDatabase(databaseUrl: string): Promise<string | undefined> {
  const { default: pg } = await import('pg');
  const shown = withoutLogIn(databaseUrl);
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: connectMs });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return undefined;
  } catch (error) {
    if (error instanceof pg.DatabaseError)
      return `The database of DATABASE_URL (${shown}) rejects the connection: ${error.message}.`;
    return `No database answers at DATABASE_URL (${shown}): ${reasonOf(error as Error)}. Start that PostgreSQL, or unset DATABASE_URL to use a private one.`;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** A host name with several addresses has an error for each of them. */
function reasonOf(error: Error): string {
  const first: Error = error instanceof AggregateError ? error.errors[0] : error;
  return first.message.replace(/\.$/, '');
}

async function checkExtensions(config: Config): Promise<string | undefined> {
  try {
    await loadExtensions(config);
    return undefined;
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
}
