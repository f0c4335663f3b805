import type { Shop, ShopPage } from '@kindred/contracts';
import { presentTime } from '@kindred/shop-types';
import { fillPlaceholders } from './placeholders.ts';
import type { WrittenPage } from './shop.ts';

/** Headings in the text; the first level is reserved for the page's title. */
const heading = /<h([12])>(.*?)<\/h\1>/gs;

/** Renders Markdown as HTML. HTML in the text is escaped, and links that would run scripts are removed. */
export async function renderPage(page: WrittenPage, shop: Shop): Promise<ShopPage> {
  const { slug, title, description, body, updatedAt } = page;
  const [{ micromark }, { decodeXML }] = await Promise.all([import('micromark'), import('entities')]);
  const sections: ShopPage['sections'] = [];
  const ids = new Set<string>();
  const html = micromark(fillPlaceholders(body, shop)).replace(heading, (_, __, inner: string) => {
    const text = decodeXML(inner.replace(/<[^>]*>/g, ''));
    const id = unusedId(text, ids);
    sections.push({ id, title: text });
    return `<h2 id="${id}">${inner}</h2>`;
  });
  return { slug, title, description, updated_at: presentTime(updatedAt), body, html, sections };
}

/** Sections with the same name get different anchors. */
function unusedId(text: string, ids: Set<string>): string {
  const name =
    text
      .normalize('NFKD')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '') || 'section';
  let id = name;
  for (let count = 2; ids.has(id); count++) id = `${name}-${count}`;
  ids.add(id);
  return id;
}
