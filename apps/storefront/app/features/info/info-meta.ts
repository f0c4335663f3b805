import type { ShopPage } from '@kindred/contracts';
import { pageMeta } from '../../shared/seo.ts';
import type { Site } from '../../shared/site.ts';

export function infoMeta(page: ShopPage | undefined, site: Site) {
  if (!page) return [];
  const { title, description, slug } = page;
  return pageMeta({ title, description, site, canonicalPath: `/${slug}` });
}
