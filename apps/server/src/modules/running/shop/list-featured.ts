import type { FeaturedItem, FeaturedList, FeaturedSlide } from '@kindred/contracts';
import { presentTime } from '@kindred/shop-types';
import type { Database } from '../../../platform/postgres/database.ts';
import { type CatalogEntry, findEntries } from '../../catalogue/catalog/index.ts';

/** The slides that are on. A campaign of which no product is listed any more is left out. */
export async function listFeatured(
  db: Database,
  { slides, now }: { slides: readonly FeaturedSlide[]; now: Date },
): Promise<FeaturedList> {
  const current = slides.filter((slide) => isOn(slide, now));
  const entries = await findEntries(db, [...new Set(current.flatMap(productsOf))]);
  return { items: current.flatMap((slide) => present(slide, entries) ?? []) };
}

function isOn({ starts_at: start, ends_at: end }: FeaturedSlide, now: Date): boolean {
  return (start == null || Date.parse(start) <= +now) && (end == null || Date.parse(end) > +now);
}

function productsOf(slide: FeaturedSlide): readonly number[] {
  if (slide.kind === 'campaign') return slide.product_ids ?? [];
  return slide.product_id == null ? [] : [slide.product_id];
}

function present(slide: FeaturedSlide, entries: ReadonlyMap<number, CatalogEntry>): FeaturedItem | undefined {
  const asked = new Set(productsOf(slide));
  const products = [...asked].flatMap((id) => entries.get(id)?.product ?? []);
  const { title, text, ends_at: end } = slide;
  const shown = { title, text, ends_at: end == null ? null : presentTime(end) };
  if (slide.kind === 'graph') return { kind: slide.kind, ...shown, product: products[0] ?? null };
  const { href, link_text, image_url = null } = slide;
  if (asked.size > 0 && products.length === 0 && image_url === null) return undefined;
  return { kind: slide.kind, ...shown, href, link_text, image_url, products };
}
