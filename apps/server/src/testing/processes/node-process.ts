/** @file Another node of a test's shop, in a separate process, with requests over a socket. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { FastifyInstance } from 'fastify';
import { secret, type TestShop } from '../test-shop.ts';
import { programArguments } from './program-arguments.ts';

export interface NodeProcess {
  readonly address: string;
  /** The part of an application that `createShopper` needs. */
  readonly app: Pick<FastifyInstance, 'inject'>;
  /** Resolves with exit code and signal. */
  readonly ended: Promise<unknown>;
  stop(): Promise<void>;
}

/** `lastStep`: the step of a checkout at which the process kills itself with SIGKILL. */
export async function startNodeProcess(
  shop: Pick<TestShop, 'connectionString' | 'dataDir'>,
  { lastStep = 'none' }: { lastStep?: string } = {},
): Promise<NodeProcess> {
  const script = fileURLToPath(new URL('./node-process-child.ts', import.meta.url));
  const child = spawn(
    process.execPath,
    programArguments(script, shop.connectionString, secret, shop.dataDir, lastStep),
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  const ended = once(child, 'exit');
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  const address = line.toString().trim();
  return {
    address,
    app: { inject: (request: Request) => ask(address, request) } as unknown as NodeProcess['app'],
    ended,
    async stop() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

/** The part of an injected request that a shopper uses. */
interface Request {
  readonly method: string;
  readonly url: string;
  readonly remoteAddress: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly cookies: Readonly<Record<string, string>>;
  readonly payload?: object;
}

async function ask(address: string, request: Request) {
  const cookie = Object.entries(request.cookies)
    .map(([name, value]) => `${name}=${value}`)
    .join('; ');
  const response = await fetch(`${address}${request.url}`, {
    method: request.method,
    headers: {
      ...request.headers,
      'x-forwarded-for': request.remoteAddress,
      ...(cookie !== '' && { cookie }),
      ...(request.payload && { 'content-type': 'application/json' }),
    },
    ...(request.payload && { body: JSON.stringify(request.payload) }),
  });
  const body = await response.text();
  return {
    statusCode: response.status,
    headers: Object.fromEntries(response.headers),
    cookies: response.headers.getSetCookie().map((text) => {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(text) ?? [];
      return { name, value };
    }),
    body,
    json: () => JSON.parse(body),
  };
}
