import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import type { Product, ReviewList } from '@kindred/contracts';
import { pictureAt, pictureFormats, pictureWidths } from '@kindred/shop-types';
import Fastify, { type FastifyInstance } from 'fastify';
import { pino } from 'pino';
import { Registry } from 'prom-client';
import sharp from 'sharp';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { createDemoDrawnPictures } from '../../../adapters/demo-drawn-pictures.ts';
import { createDiskPictureStore } from '../../../adapters/disk-picture-store.ts';
import { createHttpPictureHost } from '../../../adapters/http-picture-host.ts';
import { registerErrorHandler } from '../../../platform/http/error-handler.ts';
import { sql } from '../../../platform/postgres/sql.ts';
import { createTestShop, smallSize, type TestShop } from '../../../testing/test-shop.ts';
import { createPictureMetrics } from './picture-metrics.ts';
import { pictureRoutes } from './picture-routes.ts';
import { createPictures } from './pictures.ts';

let shop: TestShop;
let products: Product[];
beforeAll(async () => {
  // Its data is the demo's, but it starts without the demo.
  shop = await createTestShop({ size: smallSize, env: { KINDRED_DEMO: '0' } });
  const { rows } = await shop.db.execute<{ product_id: number }>(
    sql`select product_id from products order by product_id`,
  );
  products = await Promise.all(
    rows.map(({ product_id }) => shop.get<Product>(`/api/v1/products/${product_id}`)),
  );
});
const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});
afterAll(() => shop.close());

let now = Date.parse('2026-01-01');

/** A node that serves the shop's pictures. It may fetch from one port of this machine. */
async function openNode({
  port = 0,
  folder = mkdtempSync(join(tmpdir(), 'kindred-pictures-')),
}: {
  port?: number;
  folder?: string;
} = {}) {
  const metrics = createPictureMetrics(new Registry());
  const logger = pino({ level: 'silent' });
  const pictures = createPictures({
    db: shop.db,
    store: createDiskPictureStore({ folder, limitBytes: 10_000_000 }),
    host: createHttpPictureHost({
      mayReach: (endpoint) => endpoint.address === '127.0.0.1' && endpoint.port === port,
      resolve: async () => ['127.0.0.1'],
      limits: { idleMs: 300, wholeMs: 1_000 },
    }),
    drawnPictures: createDemoDrawnPictures({ logger }),
    clock: () => new Date(now),
    metrics,
    logger,
  });
  const app: FastifyInstance = Fastify();
  registerErrorHandler(app);
  await app.register(pictureRoutes({ pictures, metrics }));
  const close = async () => {
    await app.close();
    await pictures.close();
  };
  closers.push(async () => {
    await close();
    rmSync(folder, { recursive: true, force: true });
  });
  const outcomes = async () =>
    Object.fromEntries(
      (await metrics.pictures.get()).values.map(({ labels, value }) => [labels.outcome, value]),
    );
  return { app, folder, outcomes, close, get: (url: string) => app.inject({ url }) };
}

/** Starts a host of pictures that records its requests. */
async function openHost(listener: RequestListener) {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url!);
    listener(request, response);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  closers.unshift(async () => {
    server.closeAllConnections();
    await new Promise((closed) => server.close(closed));
  });
  const { port } = server.address() as AddressInfo;
  return { port, asked, addressOf: (path: string) => `http://pictures.test:${port}/${path}` };
}

let last = 0;
/** Changes the first picture of one of the last products. Returns the path at which the shop serves it. */
async function nameInCatalogue(url: string, largeUrl = url): Promise<string> {
  const { product_id } = products.at(--last)!;
  await shop.db.execute(sql`
    update product_images set url = ${url}, large_url = ${largeUrl} where product_id = ${product_id} and position = 0`);
  const { image_url } = await shop.get<Product>(`/api/v1/products/${product_id}`);
  return image_url!;
}

const photo = (width: number, height = width) =>
  sharp({
    create: {
      width,
      height,
      channels: 3,
      background: '#a33',
      noise: { type: 'gaussian', mean: 99, sigma: 30 },
    },
  });

const send =
  (bytes: Buffer, type = 'image/jpeg'): RequestListener =>
  (_request, response) =>
    response.setHeader('content-type', type).end(bytes);

const forGood = 'public, max-age=31536000, immutable';

test('serves every picture of the demo in every width and format', async () => {
  const { get } = await openNode();
  const [{ images }] = products;
  for (const width of pictureWidths)
    for (const format of pictureFormats) {
      const response = await get(pictureAt(images[0].url, width, format));
      expect(response.statusCode).toBe(200);
      expect(response.headers).toMatchObject({
        'content-type': `image/${format === 'jpg' ? 'jpeg' : format}`,
        'cache-control': forGood,
        'cross-origin-resource-policy': 'cross-origin',
      });
      expect(response.headers['set-cookie']).toBeUndefined();
      const made = await sharp(response.rawPayload).metadata();
      expect([made.format, made.width, made.height]).toEqual([
        { avif: 'heif', webp: 'webp', jpg: 'jpeg' }[format],
        width,
        width,
      ]);
    }
});

test('the shop itself serves the pictures that its API names', async () => {
  for (const { image_url, images } of products.slice(0, 2))
    for (const url of [image_url!, images[0].url, images[0].large_url]) {
      const response = await shop.app.inject({ url });
      expect([response.statusCode, response.headers['cache-control']]).toEqual([200, forGood]);
    }
});

test('serves the photo of a review for a day, until the review is rejected or gone', async () => {
  const host = await openHost(send(await photo(600, 400).jpeg().toBuffer()));
  const { rows } = await shop.db.execute<{ review_id: string; product_id: number }>(sql`
    update reviews set photos = ${[host.addressOf('mug.jpg')]}::text[]
    where review_id = (select max(review_id) from reviews) returning review_id::text, product_id`);
  const { review_id, product_id } = rows[0];
  const { items } = await shop.get<ReviewList>(`/api/v1/products/${product_id}/reviews?with_photos=true`);
  const [shown] = items.find((review) => review.review_id === review_id)!.photos;
  const node = await openNode({ port: host.port });
  const read = async () => (await node.get(pictureAt(shown.url, 320, 'webp'))).statusCode;
  const { headers, rawPayload } = await node.get(pictureAt(shown.url, 320, 'webp'));
  expect(headers['cache-control']).toBe('public, max-age=86400');
  expect(await sharp(rawPayload).metadata()).toMatchObject({ width: 320, height: 213 });
  await expect.poll(() => readdirSync(node.folder)).toHaveLength(1);

  const mark = (status: string) =>
    shop.db.execute(
      sql`update reviews set status = ${status}::review_status where review_id = ${review_id}::bigint`,
    );
  await mark('rejected');
  expect(await read()).toBe(404);
  await mark('published');
  expect(await read()).toBe(200);
  await shop.db.execute(sql`delete from reviews where review_id = ${review_id}::bigint`);
  expect(await read()).toBe(404);
  expect(host.asked).toEqual(['/mug.jpg']);
});

test.each([
  ['a width that is not listed', (path: string) => path.replace('/480/', '/481/'), 400],
  ['a huge width', (path: string) => path.replace('/480/', '/99999999999/'), 400],
  ['another format', (path: string) => path.replace('.jpg', '.svg'), 400],
  ['an unknown key', (path: string) => path.replace(/-[0-9a-f]{16}/, '-0123456789abcdef'), 404],
  ['an unknown review', (path: string) => path.replace(/\/\d+-/, '/r999999999999-'), 404],
  ['another product', (path: string) => path.replace(/\/\d+-/, '/999999999-'), 404],
  ['no key', (path: string) => path.replace(/-[0-9a-f]{16}/, ''), 400],
  ['an address instead of a name', () => '/media/pictures/480/http%3A%2F%2Fpictures.test%2Fa.jpg', 400],
  ['a way out', () => '/media/pictures/480/..%2f..%2fetc%2fpasswd.jpg', 400],
])('%s: refused', async (_, change, status) => {
  const { get, folder } = await openNode();
  expect((await get(change(products[0].image_url!))).statusCode).toBe(status);
  expect(readdirSync(folder)).toEqual([]);
});

test('fetches a picture of another host once for all concurrent requests, and never again', async () => {
  const bytes = await photo(600).jpeg().toBuffer();
  const host = await openHost(send(bytes));
  const path = await nameInCatalogue(host.addressOf('lamp.jpg'));
  const node = await openNode({ port: host.port });
  const sizes = [320, 320, 320, 160] as const;
  const answers = await Promise.all(sizes.map((width) => node.get(pictureAt(path, width, 'webp'))));
  for (const [index, { rawPayload }] of answers.entries())
    expect((await sharp(rawPayload).metadata()).width).toBe(sizes[index]);
  expect(host.asked).toEqual(['/lamp.jpg']);

  await expect.poll(() => readdirSync(node.folder).filter((name) => name.endsWith('.webp'))).toHaveLength(2);
  const again = await node.get(pictureAt(path, 320, 'webp'));
  expect(again.rawPayload).toEqual(answers[0].rawPayload);
  await node.close();
  const restarted = await openNode({ port: host.port, folder: node.folder });
  expect((await restarted.get(pictureAt(path, 320, 'webp'))).rawPayload).toEqual(answers[0].rawPayload);
  expect(host.asked).toHaveLength(1);
  expect(await restarted.outcomes()).toEqual({ kept: 1 });
});

test('keeps the same bytes that it sent', async () => {
  const { get, folder, close } = await openNode();
  const { rawPayload } = await get(products[0].image_url!);
  await close();
  const [name] = readdirSync(folder);
  expect(readFileSync(join(folder, name))).toEqual(rawPayload);
});

test('makes the picture although the disk cannot keep it', async () => {
  const parent = mkdtempSync(join(tmpdir(), 'kindred-pictures-'));
  const folder = join(parent, 'pictures');
  writeFileSync(folder, 'in the way');
  const { get, close } = await openNode({ folder });
  for (const _ of [1, 2]) {
    const { statusCode, headers } = await get(products[0].image_url!);
    expect([statusCode, headers['cache-control']]).toEqual([200, forGood]);
  }
  await close();
  rmSync(parent, { recursive: true });
});

test('never enlarges a picture, and rotates it as the camera was held', async () => {
  const bytes = await photo(300, 200).withMetadata({ orientation: 6 }).jpeg().toBuffer();
  const host = await openHost(send(bytes));
  const path = await nameInCatalogue(host.addressOf('small.jpg'));
  const { get } = await openNode({ port: host.port });
  const { width, height, orientation } = await sharp(
    (await get(pictureAt(path, 1600, 'webp'))).rawPayload,
  ).metadata();
  expect([width, height, orientation]).toEqual([200, 300, undefined]);
});

test('takes the first frame of an animation, and puts white behind transparency', async () => {
  const frames = await sharp([await photo(60).png().toBuffer(), await photo(60).png().toBuffer()], {
    join: { animated: true },
  })
    .gif()
    .toBuffer();
  const glass = await sharp({ create: { width: 90, height: 90, channels: 4, background: '#00000000' } })
    .png()
    .toBuffer();
  const host = await openHost((request, response) =>
    request.url === '/moving.gif'
      ? send(frames, 'image/gif')(request, response)
      : send(glass, 'image/png')(request, response),
  );
  const { get } = await openNode({ port: host.port });
  const still = await get(pictureAt(await nameInCatalogue(host.addressOf('moving.gif')), 80, 'webp'));
  expect(await sharp(still.rawPayload).metadata()).toMatchObject({ width: 60, height: 60 });
  const flat = await get(pictureAt(await nameInCatalogue(host.addressOf('glass.png')), 80, 'jpg'));
  const { dominant } = await sharp(flat.rawPayload).stats();
  expect(Math.min(dominant.r, dominant.g, dominant.b)).toBeGreaterThan(240);
});

test('uses the smaller file if the large one is gone', async () => {
  const bytes = await photo(500).jpeg().toBuffer();
  const host = await openHost((request, response) => {
    if (request.url === '/large.jpg') response.writeHead(404).end();
    else send(bytes)(request, response);
  });
  const path = await nameInCatalogue(host.addressOf('small.jpg'), host.addressOf('large.jpg'));
  const { get } = await openNode({ port: host.port });
  expect((await get(path)).headers['cache-control']).toBe(forGood);
  expect(host.asked).toEqual(['/large.jpg', '/small.jpg']);
});

/** A file of a few kilobytes with 30,000 by 30,000 pixels. */
function bomb(): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const frame = Buffer.alloc(8);
    frame.writeUInt32BE(data.length);
    frame.writeUInt32BE(crc32(body), 4);
    return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(30_000);
  header.writeUInt32BE(30_000, 4);
  header.set([1, 0, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.alloc((30_000 / 8 + 1) * 30_000))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

test('sends a placeholder of the same size for a while if the file is gone, broken or not a picture', async () => {
  const whole = await photo(400).jpeg().toBuffer();
  const files: Record<string, RequestListener> = {
    '/gone': (_request, response) => response.writeHead(410).end(),
    '/page': (_request, response) => response.setHeader('content-type', 'text/html').end('<p>Moved</p>'),
    '/text': send(Buffer.from('this is not a picture')),
    '/vector': send(
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'),
      'image/png',
    ),
    '/half': send(whole.subarray(0, whole.length / 2)),
    '/bomb': send(bomb(), 'image/png'),
  };
  const host = await openHost((request, response) => files[request.url!]!(request, response));
  const { get, folder, outcomes } = await openNode({ port: host.port });
  const names = Object.keys(files);
  for (const name of names) {
    const path = await nameInCatalogue(host.addressOf(name.slice(1)));
    for (const format of pictureFormats) {
      const response = await get(pictureAt(path, 320, format));
      expect([name, response.statusCode, response.headers['cache-control']]).toEqual([
        name,
        200,
        'public, max-age=600',
      ]);
      expect(await sharp(response.rawPayload).metadata()).toMatchObject({ width: 320, height: 320 });
    }
  }
  expect(host.asked).toEqual(names);
  expect(await outcomes()).toEqual({ placeholder: names.length * pictureFormats.length });
  expect(readdirSync(folder)).toEqual([]);
});

test('fetches again when that time is over', async () => {
  let isGone = true;
  const bytes = await photo(400).jpeg().toBuffer();
  const host = await openHost((request, response) => {
    if (isGone) response.writeHead(404).end();
    else send(bytes)(request, response);
  });
  const path = await nameInCatalogue(host.addressOf('lamp.jpg'));
  const { get } = await openNode({ port: host.port });
  const lifetime = async () => (await get(path)).headers['cache-control'];
  expect(await lifetime()).toBe('public, max-age=600');
  isGone = false;
  now += 599_000;
  expect(await lifetime()).toBe('public, max-age=1');
  now += 1_000;
  expect(await lifetime()).toBe(forGood);
});

test('stops asking a host that does not answer, for all its pictures', async () => {
  const host = await openHost(() => undefined);
  const { get } = await openNode({ port: host.port });
  const paths = [];
  for (const name of ['a', 'b', 'c']) paths.push(await nameInCatalogue(host.addressOf(`${name}.jpg`)));
  for (const path of paths) expect((await get(path)).headers['cache-control']).toBe('public, max-age=60');
  expect(host.asked).toEqual(['/a.jpg']);
});

test('does not fetch addresses in the shop’s own network', async () => {
  const { get } = await openNode();
  for (const address of [
    'http://127.0.0.1:22/',
    'http://169.254.169.254/latest',
    'http://[::1]/',
    'http://10.0.0.1/x.jpg',
  ]) {
    const response = await get(await nameInCatalogue(address));
    expect([response.statusCode, response.headers['cache-control']]).toEqual([200, 'public, max-age=600']);
  }
});

test('leaves a path on the shop’s own host as it is if the shop does not draw it', async () => {
  expect(await nameInCatalogue('/images/lamp.jpg')).toBe('/images/lamp.jpg');
});

test('a changed picture has another address', async () => {
  const host = await openHost(() => undefined);
  const [one, other] = [
    await nameInCatalogue(host.addressOf('1.jpg')),
    await nameInCatalogue(host.addressOf('2.jpg')),
  ];
  expect(one.split('-')[1]).not.toBe(other.split('-')[1]);
});

test('rejects requests that would wait too long, and says when to retry', async () => {
  const { get, outcomes } = await openNode();
  const paths = products
    .flatMap(({ images }) => images.slice(1))
    .flatMap(({ url }) => pictureWidths.slice(0, 4).map((width) => pictureAt(url, width, 'jpg')));
  const asked = [...new Set(paths)].slice(0, 280);
  const answers = await Promise.all(asked.map((path) => get(path)));
  const turnedAway = answers.filter(({ statusCode }) => statusCode === 503);
  expect(turnedAway.length).toBeGreaterThan(0);
  expect(turnedAway[0].headers).toMatchObject({ 'retry-after': '2', 'cache-control': 'no-store' });
  expect(await outcomes()).toEqual({
    made: answers.filter(({ statusCode }) => statusCode === 200).length,
    turned_away: turnedAway.length,
  });
  expect(asked).toHaveLength((await outcomes()).made + turnedAway.length);
  // The queue has room again.
  expect((await get(paths.at(-1)!)).statusCode).toBe(200);
});
