/** @file The address of the private server: a socket in a folder of its own, or a loopback port if that is impossible. */
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { canEnter, type ServerAccount } from './server-account.ts';

export type ServerAddress = { socketFolder: string } | { port: number };

/** The number in a socket's file name. */
const socketPort = 5432;
/** sun_path holds 104 bytes on macOS, 108 on Linux, with the final zero and `/.s.PGSQL.5432`. */
const longestSocketFolder = 85;

/**
 * Chooses the address for a start: the same as last time if possible, so that clients find a restarted server.
 */
export async function chooseAddress(file: string, account: ServerAccount | null): Promise<ServerAddress> {
  const previous = readAddress(file);
  if (previous !== null && 'socketFolder' in previous && isUsable(previous.socketFolder, account)) {
    // A killed server leaves its socket, locked by a pid that another process may have now.
    for (const name of readdirSync(previous.socketFolder)) rmSync(join(previous.socketFolder, name));
    return previous;
  }
  if (previous !== null && 'port' in previous && (await isFree(previous.port))) return previous;
  const address = createSocketFolder(account) ?? { port: await findFreePort() };
  writeFileSync(file, JSON.stringify(address), { mode: 0o600 });
  return address;
}

export function readAddress(file: string): ServerAddress | null {
  if (!existsSync(file)) return null;
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as ServerAddress;
  } catch {
    return null;
  }
}

export function removeAddress(file: string): void {
  const address = readAddress(file);
  if (address !== null && 'socketFolder' in address)
    rmSync(address.socketFolder, { recursive: true, force: true });
  rmSync(file, { force: true });
}

export function addressSettings(address: ServerAddress): Record<string, string> {
  return 'socketFolder' in address
    ? { listen_addresses: '', unix_socket_directories: address.socketFolder, port: String(socketPort) }
    : { listen_addresses: '127.0.0.1', unix_socket_directories: '', port: String(address.port) };
}

export function toConnectionString(
  address: ServerAddress,
  login: { user: string; password: string; database: string },
): string {
  const { user, password, database } = login;
  const start = `postgresql://${user}:${encodeURIComponent(password)}@`;
  return 'socketFolder' in address
    ? `${start}localhost:${socketPort}/${database}?host=${encodeURIComponent(address.socketFolder)}`
    : `${start}127.0.0.1:${address.port}/${database}`;
}

function createSocketFolder(account: ServerAccount | null): ServerAddress | null {
  if (process.platform === 'win32') return null;
  for (const parent of new Set([tmpdir(), '/tmp', '/run', '/var/tmp'])) {
    try {
      if (account !== null && !canEnter(account, parent)) continue;
      if (Buffer.byteLength(join(parent, 'kindred-XXXXXX')) > longestSocketFolder) continue;
      const socketFolder = mkdtempSync(join(parent, 'kindred-'));
      chmodSync(socketFolder, 0o700);
      if (account !== null) chownSync(socketFolder, account.uid, account.gid);
      return { socketFolder };
    } catch {
      // The folder is missing or not writable. Try the next one.
    }
  }
  return null;
}

function isUsable(folder: string, account: ServerAccount | null): boolean {
  const stats = statSync(folder, { throwIfNoEntry: false });
  const owner = account?.uid ?? process.getuid?.();
  return stats?.isDirectory() === true && stats.uid === owner && (stats.mode & 0o077) === 0;
}

function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}
