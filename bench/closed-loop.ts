/**
 * @file Clients that send the next request as soon as they have an answer, on connections that stay open. They speak HTTP directly: Node's own
 * client takes longer for a request than a bare route for its answer, and shares the machine with it.
 */
import { connect, type Socket } from 'node:net';

export interface Ask {
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Turn {
  readonly perSecond: number;
  readonly eachMs: readonly number[];
}

/** The shop limits the requests of an address per minute: after this many, the next loopback address sends. */
const ASKS_OF_AN_ADDRESS = 500;
let addresses = 0;

function nextAddress(): string {
  const at = addresses++;
  return `127.${1 + (Math.floor(at / 62_500) % 250)}.${1 + (Math.floor(at / 250) % 250)}.${1 + (at % 250)}`;
}

/** All connections take the next of `asks` in turn, starting at `first`, until `forMs` have passed. */
export async function runClosedLoop({
  origin,
  asks,
  first,
  connections,
  forMs,
}: {
  origin: string;
  asks: readonly Ask[];
  first: number;
  connections: number;
  forMs: number;
}): Promise<Turn> {
  const eachMs: number[] = [];
  let next = first;
  const startedAt = performance.now();
  await Promise.all(
    Array.from({ length: connections }, async () => {
      const client = createClient(origin);
      while (performance.now() - startedAt < forMs) {
        const sentAt = performance.now();
        await client.ask(asks[next++ % asks.length]!);
        eachMs.push(performance.now() - sentAt);
      }
      client.close();
    }),
  );
  return { perSecond: (1_000 * eachMs.length) / (performance.now() - startedAt), eachMs };
}

export interface Client {
  /** Returns the body. Throws unless the status is 200. One call at a time. */
  ask(ask: Ask): Promise<string>;
  close(): void;
}

export function createClient(origin: string): Client {
  const { hostname, port, host } = new URL(origin);
  let socket: Socket | undefined;
  let asked = 0;

  function send(ask: Ask): Promise<Buffer> {
    if (asked++ % ASKS_OF_AN_ADDRESS === 0) {
      socket?.destroy();
      socket = connect({ host: hostname, port: Number(port), localAddress: nextAddress(), noDelay: true });
    }
    return exchange(socket!, encode(ask, host));
  }

  return {
    async ask(ask) {
      const answer = await send(ask);
      const { status, bodyAt } = headOf(answer)!;
      const body = answer.subarray(bodyAt).toString();
      if (status !== 200) throw new Error(`${ask.path} was answered with ${status}: ${body}`);
      return body;
    },
    close: () => socket?.destroy(),
  };
}

function encode({ path, headers = {} }: Ask, host: string): string {
  const lines = Object.entries({ host, ...headers }).map(([name, value]) => `${name}: ${value}\r\n`);
  return `GET ${path} HTTP/1.1\r\n${lines.join('')}\r\n`;
}

function exchange(socket: Socket, request: string): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    let received: Buffer = Buffer.alloc(0);
    const settle = (work: () => void) => {
      socket.off('data', take).off('error', fail).off('close', end);
      work();
    };
    const fail = (error: Error) => settle(() => reject(error));
    const end = () => fail(new Error('The connection was closed before the answer.'));
    const take = (chunk: Buffer) => {
      received = received.length === 0 ? chunk : Buffer.concat([received, chunk]);
      const head = headOf(received);
      if (head && received.length >= head.bodyAt + head.length) settle(() => resolve(received));
    };
    socket.on('data', take).on('error', fail).on('close', end);
    socket.write(request);
  });
}

/** Returns undefined while the head is incomplete. */
function headOf(answer: Buffer): { status: number; length: number; bodyAt: number } | undefined {
  const end = answer.indexOf('\r\n\r\n');
  if (end === -1) return undefined;
  const head = answer.subarray(0, end).toString('latin1');
  const length = /^content-length: (\d+)/im.exec(head)?.[1];
  if (length === undefined) throw new Error(`An answer has no content length: ${head}`);
  return { status: Number(head.slice(9, 12)), length: Number(length), bodyAt: end + 4 };
}
