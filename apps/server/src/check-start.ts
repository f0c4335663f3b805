/** @file What would end a start sooner or later, found in its first second: before anything is built, made or waited for. */
import { constants } from 'node:fs';
import { access, mkdir } from 'node:fs/promises';
import { createServer } from 'node:net';
import { type Config, ConfigError, withoutLogIn } from './config/config.ts';
import { loadExtensions } from './extensions/load-extensions.ts';

/** Why the shop cannot start, a sentence for each reason. */
export class StartFailure extends Error {
  override readonly name = 'StartFailure';
}

/** A database that is there answers within. */
const connectMs = 5_000;
/** So many ports behind the one that is taken are tried for one to propose. */
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

/** In a sentence, why nothing can listen there. */
export async function portFailure(
  { host, port }: Pick<Config, 'host' | 'port'>,
  { code, message }: NodeJS.ErrnoException,
): Promise<string> {
  switch (code) {
    case 'EADDRINUSE': {
      const free = await findFreePort(host, port);
      return `PORT ${port} of ${host} is taken by another program. Choose another one: PORT=${free} npm start`;
    }
    case 'EACCES':
      return `PORT ${port} of ${host} is not for this user: ports below 1024 are the administrator’s. Choose another one: PORT=3000 npm start`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `HOST ${host} is no address of this machine. 127.0.0.1 is this machine alone, 0.0.0.0 every network that it is in.`;
    default:
      return `Nothing can listen at PORT ${port} of HOST ${host}: ${message}.`;
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
        EACCES: 'this user may not',
        EPERM: 'this user may not',
        EROFS: 'that disk can only be read',
        ENOSPC: 'the disk is full',
        EEXIST: 'it is a file',
        ENOTDIR: 'a part of that path is a file',
      }[code ?? ''] ?? message;
    return `Kindred cannot write to its data folder ${dataDir}: ${reason}. Set KINDRED_DATA_DIR to a folder that it may write to.`;
  }
}

/** A start that was killed holds nothing. */
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
      return `The database of DATABASE_URL (${shown}) does not let Kindred in: ${error.message}.`;
    return `Nobody answers at DATABASE_URL (${shown}): ${reasonOf(error as Error)}. Start that PostgreSQL, or leave DATABASE_URL out for a private one.`;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** A name with several addresses fails once for each. */
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
