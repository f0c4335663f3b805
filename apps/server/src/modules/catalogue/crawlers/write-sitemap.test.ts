import fc from 'fast-check';
import { expect, test } from 'vitest';
import { writeSitemapIndex, writeUrlset } from './write-sitemap.ts';

async function textOf(parts: AsyncIterable<string>): Promise<string> {
  let text = '';
  for await (const part of parts) text += part;
  return text;
}

const readXml = (xml: string): string =>
  xml.replace(
    /&(amp|lt|gt|quot|apos);/g,
    (_, name: string) => ({ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" })[name]!,
  );

test('an address survives the writing, whatever signs it has, and adds no element', async () => {
  const paths = fc.array(fc.string({ unit: fc.constantFrom(...'/p<>&"\'a;]-'), maxLength: 12 }), {
    maxLength: 6,
  });
  await fc.assert(
    fc.asyncProperty(fc.array(paths, { maxLength: 3 }), async (batches) => {
      async function* given() {
        for (const batch of batches) yield batch.map((path) => ({ path }));
      }
      const xml = await textOf(writeUrlset(given(), 'https://fern.example'));
      expect([...xml.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, text]) => readXml(text!))).toEqual(
        batches.flat().map((path) => `https://fern.example${path}`),
      );
      expect(xml.match(/<(?!\?xml|urlset|\/urlset|url>|\/url>|loc>|\/loc>)/g)).toBeNull();
    }),
    { numRuns: 60 },
  );
});

test('says when a page changed, if that is known', () => {
  const xml = writeSitemapIndex(
    [
      { path: '/sitemaps/pages.xml' },
      { path: '/sitemaps/products-0.xml', changedAt: new Date('2026-03-01T12:00:00Z') },
    ],
    'https://fern.example',
  );
  expect(xml).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<sitemap><loc>https://fern.example/sitemaps/pages.xml</loc></sitemap>
<sitemap><loc>https://fern.example/sitemaps/products-0.xml</loc><lastmod>2026-03-01T12:00:00.000Z</lastmod></sitemap>
</sitemapindex>
`);
});
