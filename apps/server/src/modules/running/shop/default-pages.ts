/** @file The default pages, one file each. The title, the description and the date are in the lines above the first blank line. */
import { readFile } from 'node:fs/promises';
import { ShopPageSlug } from '@kindred/contracts';
import type { WrittenPage } from './shop.ts';

export const pageSlugs: readonly ShopPageSlug[] = ShopPageSlug.anyOf.map((one) => one.const);

export function readDefaultPages(): Promise<WrittenPage[]> {
  return Promise.all(
    pageSlugs.map(async (slug) => {
      const text = await readFile(new URL(`pages/${slug}.md`, import.meta.url), 'utf8');
      return { slug, ...parsePage(text.replaceAll('\r\n', '\n')) };
    }),
  );
}

function parsePage(text: string): Omit<WrittenPage, 'slug'> {
  const end = text.indexOf('\n\n');
  const fields = new Map(
    text
      .slice(0, end)
      .split('\n')
      .map((line) => [line.slice(0, line.indexOf(': ')), line.slice(line.indexOf(': ') + 2)]),
  );
  return {
    title: fields.get('title') ?? '',
    description: fields.get('description') ?? '',
    updatedAt: new Date(fields.get('updated') ?? ''),
    body: text.slice(end).trim(),
  };
}
