import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** A server's second address, which a test can close while the server runs on. */
export interface Gate {
  readonly url: string;
  /** Ends all connections, and refuses new ones, as a killed server does. */
  close(): Promise<void>;
  open(): Promise<void>;
  /** Accepts connections, but passes nothing on until `resume`, as a server does that hangs. */
  pause(): void;
  resume(): void;
}

export async function openGate(to: string): Promise<Gate> {
  const { hostname, port } = new URL(to);
  const pairs = new Set<readonly [Socket, Socket]>();
  let isPaused = false;

  const server = createServer((client) => {
    const target = connect(Number(port), hostname);
    const pair = [client, target] as const;
    pairs.add(pair);
    for (const [one, other] of [pair, [target, client] as const]) {
      one.on('data', (chunk) => void other.write(chunk));
      one.on('error', () => undefined);
      one.on('close', () => {
        other.destroy();
        pairs.delete(pair);
      });
      if (isPaused) one.pause();
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port: own } = server.address() as AddressInfo;

  return {
    url: `http://127.0.0.1:${own}`,
    async close() {
      if (!server.listening) return;
      server.close();
      for (const [client, target] of pairs) {
        client.destroy();
        target.destroy();
      }
      await once(server, 'close');
    },
    async open() {
      server.listen(own, '127.0.0.1');
      await once(server, 'listening');
    },
    pause() {
      isPaused = true;
      for (const sockets of pairs) for (const socket of sockets) socket.pause();
    },
    resume() {
      isPaused = false;
      for (const sockets of pairs) for (const socket of sockets) socket.resume();
    },
  };
}
