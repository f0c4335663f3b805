import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { PictureUnavailableError } from '../ports/picture-host.ts';
import { createHttpPictureHost, type HttpPictureHostOptions } from './http-picture-host.ts';

const servers: Server[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((closed) => server.close(closed));
  }
});

async function serve(listener: RequestListener, address = '127.0.0.1'): Promise<number> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((ready) => server.listen(0, address, ready));
  return (server.address() as AddressInfo).port;
}

/** May connect to one port of this machine. Every name resolves to this machine unless a test says otherwise. */
function hostOf(port: number, options: HttpPictureHostOptions = {}) {
  return createHttpPictureHost({
    mayReach: (endpoint) => endpoint.address === '127.0.0.1' && endpoint.port === port,
    resolve: async () => ['127.0.0.1'],
    limits: { bytes: 1_000_000, idleMs: 300, wholeMs: 1_000 },
    ...options,
  });
}

const picture: RequestListener = (_request, response) =>
  response.setHeader('content-type', 'image/png').end('pixels');

async function failureOf(fetching: Promise<unknown>): Promise<PictureUnavailableError> {
  const error = await fetching.catch((error: unknown) => error);
  expect(error).toBeInstanceOf(PictureUnavailableError);
  return error as PictureUnavailableError;
}

test('fetches a picture, with the host of the address in the request', async () => {
  const asked: (string | undefined)[] = [];
  const port = await serve((request, response) => {
    asked.push(request.headers.host, request.url);
    picture(request, response);
  });
  const file = await hostOf(port).fetch(`http://pictures.test:${port}/a%20lamp.png?size=1`);
  expect(file.toString()).toBe('pixels');
  expect(asked).toEqual([`pictures.test:${port}`, '/a%20lamp.png?size=1']);
});

test('connects to the address that it checked, and resolves a name once', async () => {
  const port = await serve(picture);
  let asked = 0;
  // A name that resolves to another machine the second time.
  const host = hostOf(port, { resolve: async () => [asked++ === 0 ? '127.0.0.1' : '127.0.0.9'] });
  expect((await host.fetch(`http://turning.test:${port}/`)).toString()).toBe('pixels');
  expect(asked).toBe(1);
});

test.each([
  ['127.0.0.1'],
  ['10.1.2.3'],
  ['169.254.169.254'],
  ['[::1]'],
  ['[::ffff:169.254.169.254]'],
  ['[fd00:ec2::254]'],
  ['2130706433'],
  ['0x7f.1'],
])('does not go to http://%s/', async (name) => {
  const error = await failureOf(createHttpPictureHost().fetch(`http://${name}/latest/meta-data`));
  expect(error).toMatchObject({ failure: 'gone', message: expect.stringContaining('not public') });
});

test.each([[['10.0.0.1']], [['93.184.215.14', '127.0.0.1']], [['2606:4700::1111', 'fe80::1']]])(
  'does not go to a name that resolves to %j',
  async (addresses) => {
    const host = createHttpPictureHost({ resolve: async () => addresses });
    expect((await failureOf(host.fetch('http://pictures.test/'))).message).toContain('not public');
  },
);

test('connects only to the ports of the web', async () => {
  const host = createHttpPictureHost({ resolve: async () => ['93.184.215.14'] });
  for (const port of [22, 25, 5432, 6379, 8080])
    expect((await failureOf(host.fetch(`http://pictures.test:${port}/`))).message).toContain('not public');
});

test.each([
  'file:///etc/passwd',
  'ftp://pictures.test/',
  'data:image/png,x',
  'http://me:key@pictures.test/',
  'lamp.png',
])('rejects %s', async (address) => {
  expect(await failureOf(createHttpPictureHost().fetch(address))).toMatchObject({ failure: 'gone' });
});

test('follows at most three redirects', async () => {
  const port = await serve((request, response) => {
    const left = Number(request.url!.slice(1));
    if (left === 0) picture(request, response);
    else response.writeHead(302, { location: `/${left - 1}` }).end();
  });
  expect((await hostOf(port).fetch(`http://pictures.test:${port}/3`)).toString()).toBe('pixels');
  expect((await failureOf(hostOf(port).fetch(`http://pictures.test:${port}/4`))).message).toContain(
    'redirects',
  );
});

test.each([
  'http://127.0.0.1:22/',
  'http://169.254.169.254/latest/meta-data',
  'http://[::1]/',
  'file:///etc/passwd',
])('does not follow a redirect to %s', async (location) => {
  const port = await serve((_request, response) => response.writeHead(302, { location }).end());
  expect(await failureOf(hostOf(port).fetch(`http://pictures.test:${port}/`))).toMatchObject({
    failure: 'gone',
  });
});

test('checks the address again after a redirect to another name', async () => {
  let asked = 0;
  const port = await serve((_request, response) => {
    asked++;
    response.writeHead(302, { location: `http://inside.test:${port}/` }).end();
  });
  const resolve = async (name: string) => (name === 'inside.test' ? ['10.0.0.1'] : ['127.0.0.1']);
  const error = await failureOf(hostOf(port, { resolve }).fetch(`http://pictures.test:${port}/`));
  expect([error.failure, asked]).toEqual(['gone', 1]);
});

test.each([
  ['text/html', {}],
  ['image/svg+xml', {}],
  ['application/octet-stream', {}],
  ['image/png', { 'content-encoding': 'gzip' }],
  ['image/png', { 'content-length': '2000000' }],
])('takes no %s with %j', async (type, headers) => {
  const port = await serve((_request, response) =>
    response.writeHead(200, { 'content-type': type, ...headers }).end('x'),
  );
  expect(await failureOf(hostOf(port).fetch(`http://pictures.test:${port}/`))).toMatchObject({
    failure: 'gone',
  });
});

test.each([
  [404, 'gone'],
  [403, 'gone'],
  [410, 'gone'],
  [204, 'gone'],
  [429, 'failing'],
  [503, 'failing'],
])('treats the status %i as “%s”', async (status, failure) => {
  const port = await serve((_request, response) => response.writeHead(status).end());
  expect(await failureOf(hostOf(port).fetch(`http://pictures.test:${port}/`))).toMatchObject({ failure });
});

test('stops reading an endless file at its limit', async () => {
  let sent = 0;
  const port = await serve((_request, response) => {
    response.setHeader('content-type', 'image/png');
    const chunk = Buffer.alloc(64 * 1024);
    const send = () => {
      while (sent < 2 ** 30) {
        sent += chunk.length;
        if (!response.write(chunk)) return response.once('drain', send);
      }
      return response.end();
    };
    send();
  });
  const error = await failureOf(hostOf(port).fetch(`http://pictures.test:${port}/`));
  expect(error).toMatchObject({ failure: 'gone', message: expect.stringContaining('larger than') });
  expect(sent).toBeLessThan(32 * 2 ** 20);
});

test('fails for a host that is silent, stops, drips, disconnects or does not exist', async () => {
  const ports = {
    silent: await serve(() => undefined),
    stopping: await serve((_request, response) => {
      response.setHeader('content-type', 'image/png').write('half');
    }),
    dripping: await serve((_request, response) => {
      response.setHeader('content-type', 'image/png');
      const timer = setInterval(() => response.write('.'), 50);
      response.once('close', () => clearInterval(timer));
    }),
    breaking: await serve((_request, response) => {
      response.writeHead(200, { 'content-type': 'image/png', 'content-length': 100 });
      response.write('half', () => response.destroy());
    }),
    none: 1,
  };
  const failures = await Promise.all(
    Object.entries(ports).map(async ([name, port]) => {
      const started = performance.now();
      const { failure } = await failureOf(hostOf(port).fetch(`http://${name}.test:${port}/`));
      expect(performance.now() - started).toBeLessThan(5_000);
      return [name, failure];
    }),
  );
  expect(Object.fromEntries(failures)).toEqual({
    silent: 'unreachable',
    stopping: 'failing',
    dripping: 'failing',
    breaking: 'failing',
    none: 'unreachable',
  });
});

test('treats a name without an address as an unreachable host', async () => {
  const host = createHttpPictureHost({ resolve: async () => [] });
  expect(await failureOf(host.fetch('http://nowhere.test/'))).toMatchObject({ failure: 'unreachable' });
});
