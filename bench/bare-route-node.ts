/** @file A Fastify route that only sends recorded answers, from a file of JSON texts: `/0` is the first. */
import { readFileSync } from 'node:fs';
import Fastify from 'fastify';

const [, , file] = process.argv as [string, string, string];

const answers = (JSON.parse(readFileSync(file, 'utf8')) as string[]).map(
  (text) => JSON.parse(text) as unknown,
);
const app = Fastify();
app.get<{ Params: { at: string } }>('/:at', async ({ params }) => answers[Number(params.at)]);
process.stdout.write(`${await app.listen({ host: '127.0.0.1', port: 0 })}\n`);
