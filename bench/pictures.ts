/** @file Measures how long a picture takes to make, and how fast stored pictures are sent, against the same files from @fastify/static. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { Agent, request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import Fastify from 'fastify';
import sharp from 'sharp';
import { createDiskPictureStore } from '../apps/server/src/adapters/disk-picture-store.ts';
import { createMediaModule } from '../apps/server/src/modules/catalogue/media/index.ts';
import { createLogger } from '../apps/server/src/platform/logger.ts';
import { createMetrics } from '../apps/server/src/platform/metrics.ts';
import type { Database } from '../apps/server/src/platform/postgres/database.ts';
import { type BenchmarkReport, type Contender, runContest } from './contest.ts';

const ROUNDS = 5;
const PICTURES = 64;
const REQUESTS = 1_000;
const CLIENTS = 16;
const key = '0123456789abcdef';
const pathOf = (product: number, width: number, format: string) =>
  `/media/pictures/${width}/${product}-${key}.${format}`;

/** A photo has grain; a flat colour would be too easy for the encoders. */
const photo = (size: number) =>
  sharp({
    create: {
      width: size,
      height: size,
      channels: 3,
      background: '#a86f4d',
      noise: { type: 'gaussian', mean: 128, sigma: 24 },
    },
  })
    .blur(1.2)
    .jpeg({ quality: 88 })
    .toBuffer();

export const picturesBenchmark = {
  summary:
    'stored pictures over HTTP, load generator included, against @fastify/static; the time to make one',

  async run(): Promise<BenchmarkReport> {
    const folder = mkdtempSync(join(tmpdir(), 'kindred-bench-'));
    const original = await photo(1_500);
    const media = createMediaModule({
      // Returns one row of the catalogue, because the look-up is not measured.
      db: { execute: async () => ({ rows: [address] }) } as unknown as Database,
      store: createDiskPictureStore({ folder: join(folder, 'pictures'), limitBytes: 2 ** 30 }),
      host: { fetch: async () => original },
      drawnPictures: { draw: async () => undefined },
      clock: () => new Date(),
      registry: createMetrics().registry,
      cdnUrl: undefined,
      logger: createLogger({ level: 'silent', destination: process.stderr }),
    });
    const address = { url: 'https://pictures.test/1.jpg', large_url: 'https://pictures.test/1.jpg' };
    const app = Fastify();
    for (const pages of media.pages ?? []) await app.register(pages);
    const files = join(folder, 'static');
    mkdirSync(files);
    await app.register(fastifyStatic, { root: files, prefix: '/static/', immutable: true, maxAge: '365d' });
    await app.listen({ port: 0, host: '127.0.0.1' });
    const { port } = app.server.address() as AddressInfo;
    const agent = new Agent({ keepAlive: true, maxSockets: CLIENTS });
    const get = (path: string) =>
      new Promise<Buffer>((done, failed) => {
        httpRequest({ port, path, agent, host: '127.0.0.1' }, (response) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.on('end', () =>
            response.statusCode === 200
              ? done(Buffer.concat(chunks))
              : failed(new Error(`${path}: ${response.statusCode}`)),
          );
        })
          .once('error', failed)
          .end();
      });

    try {
      const disagreements: string[] = [];
      const notes: string[] = [];
      let product = 1_000;
      for (const format of ['avif', 'webp', 'jpg'])
        for (const width of [320, 800]) {
          const times: number[] = [];
          let bytes = 0;
          for (let round = 0; round < ROUNDS; round++) {
            const started = performance.now();
            bytes = (await get(pathOf(product++, width, format))).length;
            times.push(performance.now() - started);
          }
          times.sort((a, b) => a - b);
          notes.push(
            `made of a JPEG of 1,500 x 1,500 (${kilobytes(original.length)}): ${width} ${format}, ${times[ROUNDS >> 1]!.toFixed(0)} ms, ${kilobytes(bytes)}`,
          );
        }

      const paths: string[] = [];
      const peers: string[] = [];
      for (let number = 1; number <= PICTURES; number++) {
        const bytes = await get(pathOf(number, 320, 'avif'));
        writeFileSync(join(files, `${number}.avif`), bytes);
        paths.push(pathOf(number, 320, 'avif'));
        peers.push(`/static/${number}.avif`);
        if (!(await get(peers.at(-1)!)).equals(bytes)) disagreements.push(`Picture ${number} differs.`);
      }
      const loadOf = (name: string, addresses: readonly string[]): Contender => ({
        name,
        async run() {
          let sent = 0;
          const client = async () => {
            while (sent < REQUESTS) await get(addresses[sent++ % addresses.length]!);
          };
          await Promise.all(Array.from({ length: CLIENTS }, client));
        },
      });
      const measurements = await runContest(
        [loadOf('stored pictures', paths), loadOf('@fastify/static, the same files', peers)],
        ROUNDS,
      );
      const [ours, theirs] = measurements.map(({ medianMs }) => (1_000 * REQUESTS) / medianMs);
      notes.unshift(`kept: ${ours!.toFixed(0)} pictures/s; @fastify/static: ${theirs!.toFixed(0)} files/s`);
      return {
        name: 'pictures',
        setting: `${PICTURES} stored pictures of 320 pixels, AVIF, ${CLIENTS} clients, time for ${REQUESTS} answers`,
        rounds: ROUNDS,
        measurements,
        notes,
        absent: [],
        disagreements,
      };
    } finally {
      agent.destroy();
      await app.close();
      await media.close?.();
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

function kilobytes(bytes: number): string {
  return `${(bytes / 1_000).toFixed(1)} kB`;
}
