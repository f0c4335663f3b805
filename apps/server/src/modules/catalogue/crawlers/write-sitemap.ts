/** @file Sitemaps in the format of https://www.sitemaps.org/protocol.html */
import { presentTime } from '@kindred/shop-types';

/** A page, or another sitemap. */
export interface SitemapAddress {
  /** A path of the shop. */
  readonly path: string;
  readonly changedAt?: Date | string | undefined;
}

const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n';
const namespace = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"';
const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

const inXml = (text: string): string => text.replace(/[&<>"']/g, (sign) => entities[sign]!);

function elementOf(name: 'sitemap' | 'url', { path, changedAt }: SitemapAddress, publicUrl: string): string {
  const changed = changedAt === undefined ? '' : `<lastmod>${presentTime(changedAt)}</lastmod>`;
  return `<${name}><loc>${inXml(publicUrl + path)}</loc>${changed}</${name}>\n`;
}

/** Writes a list of pages batch by batch. The first part of the text waits for the first batch. */
export async function* writeUrlset(
  batches: AsyncIterable<readonly SitemapAddress[]>,
  publicUrl: string,
): AsyncGenerator<string> {
  let before = `${declaration}<urlset ${namespace}>\n`;
  for await (const batch of batches) {
    yield before + batch.map((address) => elementOf('url', address, publicUrl)).join('');
    before = '';
  }
  yield `${before}</urlset>\n`;
}

/** Writes the list of the shop's sitemaps. */
export function writeSitemapIndex(sitemaps: readonly SitemapAddress[], publicUrl: string): string {
  const elements = sitemaps.map((address) => elementOf('sitemap', address, publicUrl)).join('');
  return `${declaration}<sitemapindex ${namespace}>\n${elements}</sitemapindex>\n`;
}
