/** @file A proxy to a test's database, whose connections can be cut and restored. */
import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { join } from 'node:path';

export interface DatabaseProxy {
  readonly connectionString: string;
  /** Closes the open connections, and accepts no more. */
  cut(): Promise<void>;
  mend(): Promise<void>;
  close(): Promise<void>;
}

export async function createDatabaseProxy(connectionString: string): Promise<DatabaseProxy> {
  const target = new URL(connectionString);
  const socketFolder = target.searchParams.get('host');
  const targetPort = Number(target.port || 5432);
  const reach = () =>
    socketFolder?.startsWith('/')
      ? connect(join(socketFolder, `.s.PGSQL.${targetPort}`))
      : connect(targetPort, target.hostname);
  const sockets = new Set<Socket>();
  let server: Server | undefined;

  async function listen(port: number): Promise<number> {
    server = createServer((client) => {
      const database = reach();
      for (const [one, other] of [
        [client, database],
        [database, client],
      ] as const) {
        sockets.add(one);
        one.on('error', () => undefined);
        one.on('close', () => {
          sockets.delete(one);
          other.destroy();
        });
        one.pipe(other);
      }
    }).listen(port, '127.0.0.1');
    await once(server, 'listening');
    return (server.address() as AddressInfo).port;
  }

  async function cut(): Promise<void> {
    const closed = server && once(server, 'close');
    server?.close();
    server = undefined;
    for (const socket of sockets) socket.destroy();
    await closed;
  }

  const port = await listen(0);
  const proxied = new URL(connectionString);
  proxied.hostname = '127.0.0.1';
  proxied.port = String(port);
  proxied.searchParams.delete('host');
  return {
    connectionString: proxied.href,
    cut,
    mend: async () => void (await listen(port)),
    close: cut,
  };
}
