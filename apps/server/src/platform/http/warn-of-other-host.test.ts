import Fastify from 'fastify';
import { expect, test } from 'vitest';
import { warnOfOtherHost } from './warn-of-other-host.ts';

async function warningsAfter(
  publicUrl: string,
  requests: readonly { host: string; accept?: string }[],
): Promise<string[]> {
  const lines: string[] = [];
  const app = Fastify({ logger: { level: 'warn', stream: { write: (line: string) => lines.push(line) } } });
  warnOfOtherHost(app, publicUrl);
  app.get('/', async () => 'A page');
  for (const headers of requests)
    await app.inject({ url: '/', headers: { accept: 'text/html', ...headers } });
  await app.close();
  return lines.map((line) => (JSON.parse(line) as { msg: string }).msg);
}

test('warns once if browsers open the shop under another host than the one of PUBLIC_URL', async () => {
  const warnings = await warningsAfter('http://localhost:3000', [
    { host: 'shop.example' },
    { host: 'other.example' },
  ]);
  expect(warnings).toEqual([
    'A browser asked for shop.example, but PUBLIC_URL is http://localhost:3000: links in mails, the sitemap and canonical addresses lead there. Set PUBLIC_URL to the address that shoppers use.',
  ]);
});

test('does not warn of its own host under any port, of this machine’s names, or of programs', async () => {
  const warnings = await warningsAfter('https://shop.example', [
    { host: 'shop.example' },
    { host: 'Shop.example:8443' },
    { host: '127.0.0.1:3000' },
    { host: '[::1]:3000' },
    { host: 'localhost' },
    { host: '10.0.0.7:3000', accept: '*/*' },
  ]);
  expect(warnings).toEqual([]);
});
