import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { type Exchange, makeBody, sendFile, serve, sha256Of } from '../../../testing/servers/file-server.ts';
import { type FetchProgress, fetchAmazon2023 } from './fetch-files.ts';

const bodies: Record<string, Buffer> = {
  'raw/meta_categories/meta_Gift_Cards.jsonl': makeBody(40_000, 1),
  'raw/review_categories/Gift_Cards.jsonl': makeBody(200_000, 2),
  'benchmark/5core/rating_only/Gift_Cards.csv': makeBody(500, 3),
};
const [meta, reviews, ratings] = Object.keys(bodies) as [string, string, string];

async function setUp(answer?: (exchange: Exchange, body: Buffer) => void) {
  const folder = mkdtempSync(join(tmpdir(), 'kindred-fetch-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const asked: string[] = [];
  const { address } = await serve((exchange) => {
    const path = exchange.request.url!.slice('/mirror/'.length);
    asked.push(path);
    const body = bodies[path];
    if (body === undefined) exchange.response.writeHead(404).end();
    else if (answer !== undefined) answer(exchange, body);
    else sendFile(exchange, { body, etag: '"1"' });
  });
  const manifest = join(folder, 'manifest.csv');
  const lines = Object.entries(bodies).map(([path, body]) => `${path},${sha256Of(body)},${body.length}\n`);
  writeFileSync(manifest, lines.join(''));
  const out = join(folder, 'out');
  return {
    out,
    asked,
    manifest,
    options: {
      kinds: ['meta', 'reviews'] as const,
      category: 'Gift_Cards',
      folder: out,
      from: `${address}/mirror`,
      manifest,
      firstWaitMs: 1,
    },
  };
}

it('fetches the files of a category, prints the next commands, and fetches nothing twice', async () => {
  const { options, out, asked } = await setUp();
  const progress: FetchProgress[] = [];
  const first = await fetchAmazon2023({ ...options, onProgress: (now) => progress.push(now) });
  expect(first.files).toMatchObject([
    { kind: 'meta', category: 'Gift_Cards', path: meta, status: 'downloaded', resumedFrom: 0 },
    { kind: 'reviews', path: reviews, status: 'downloaded', file: join(out, reviews) },
  ]);
  expect(readFileSync(join(out, reviews)).equals(bodies[reviews]!)).toBe(true);
  expect(first.next).toEqual([
    `kindred import meta ${join(out, meta)}`,
    `kindred import reviews ${join(out, reviews)}`,
  ]);
  expect(progress.at(-1)).toMatchObject({
    bytesDone: 240_000,
    bytesTotal: 240_000,
    fileNumber: 2,
    secondsLeft: 0,
  });
  expect(progress.at(-1)!.bytesPerSecond).toBeGreaterThan(0);
  expect(asked).toEqual([meta, reviews]);

  const second = await fetchAmazon2023(options);
  expect(second.files.map(({ status }) => status)).toEqual(['already_there', 'already_there']);
  expect(asked).toHaveLength(2);
  expect(readdirSync(dirname(join(out, reviews)))).toEqual(['Gift_Cards.jsonl']);
});

it('fetches only bare ratings if asked to', async () => {
  const { options, asked } = await setUp();
  expect((await fetchAmazon2023({ ...options, kinds: ['ratings-5core'] })).next).toEqual([
    expect.stringMatching(/^kindred import reviews .*benchmark.5core.rating_only.Gift_Cards\.csv$/),
  ]);
  expect(asked).toEqual([ratings]);
});

it.each([
  ['size', Buffer.from('mine')],
  ['sha256', makeBody(200_000, 99)],
])('does not overwrite a file of the same name with another %s', async (what, mine) => {
  const { options, out, asked } = await setUp();
  mkdirSync(dirname(join(out, reviews)), { recursive: true });
  writeFileSync(join(out, reviews), mine);
  await expect(fetchAmazon2023({ ...options, kinds: ['reviews'] })).rejects.toThrow(
    new RegExp(`already exists, but it is not the official file \\(its ${what} differs\\): move it away`),
  );
  expect(readFileSync(join(out, reviews)).equals(mine)).toBe(true);
  expect(asked).toEqual([]);
});

it('fails while another process fetches the same file', async () => {
  let go = () => {};
  const isAsked = new Promise<void>((resolve) => {
    go = resolve;
  });
  let answerFirst = () => {};
  const { options } = await setUp((exchange, body) => {
    answerFirst = () => sendFile(exchange, { body });
    go();
  });
  const first = fetchAmazon2023({ ...options, kinds: ['reviews'] });
  await isAsked;
  await expect(fetchAmazon2023({ ...options, kinds: ['reviews'] })).rejects.toThrow(
    /Another process is fetching .*Gift_Cards\.jsonl/,
  );
  answerFirst();
  expect((await first).files[0]!.status).toBe('downloaded');
});

it('reports a lack of disk space before the first byte', async () => {
  const { options, manifest, out, asked } = await setUp();
  writeFileSync(manifest, `${reviews},${'a'.repeat(64)},900000000000000\n`);
  await expect(fetchAmazon2023({ ...options, kinds: ['reviews'] })).rejects.toThrow(
    /raw\/review_categories\/Gift_Cards\.jsonl does not fit into .*: [\d,]+ MB are missing/,
  );
  expect(asked).toEqual([]);
  expect(existsSync(join(out, reviews))).toBe(false);
});

it('reports where it cannot write', async () => {
  const { options, out } = await setUp();
  writeFileSync(out, 'a file, not a folder');
  await expect(fetchAmazon2023(options)).rejects.toThrow(/out.*cannot be created: /);
});
