import type { Shop, ShopPage, ShopPageSlug } from '@kindred/contracts';
import type { Database } from '../../../platform/postgres/database.ts';
import type { Notifications } from '../../../platform/postgres/notifications.ts';
import { remember } from '../../../platform/remember.ts';
import { readDefaultPages } from './default-pages.ts';
import { defaultShop } from './default-shop.ts';
import { renderPage } from './render-page.ts';
import { applySettings, type WrittenPage } from './shop.ts';
import { findPages, findSettings } from './shop-repository.ts';

/** Triggers of the migration “shop” tell of every change here. */
const channel = 'kindred_shop';

/** Asked for by every page: kept in each node, which hears of a change at once. */
export interface ShopMemory {
  shop(): Promise<Shop>;
  pages(): Promise<readonly WrittenPage[]>;
  page(slug: ShopPageSlug): Promise<ShopPage>;
  /** This node has changed something: it need not wait to hear of it. */
  forget(): void;
}

/** A node that hears nothing looks again after this long; while the database is away, what was known stays good for a day. */
const kept = { forMs: 60_000, graceMs: 24 * 60 * 60_000 };

export function createShopMemory({
  db,
  notifications,
}: {
  db: Database;
  notifications: Pick<Notifications, 'subscribe'>;
}): ShopMemory {
  const defaultPages = remember(readDefaultPages, { forMs: Number.POSITIVE_INFINITY });
  const settings = remember(() => findSettings(db), kept);
  const pages = remember(() => findPages(db), kept);

  function forget(): void {
    settings.forget();
    pages.forget();
  }
  notifications.subscribe(channel, forget);

  const shop = async () => applySettings(defaultShop, await settings());

  async function allPages(): Promise<readonly WrittenPage[]> {
    const [defaults, written] = await Promise.all([defaultPages(), pages()]);
    return defaults.map((page) => written.find(({ slug }) => slug === page.slug) ?? page);
  }

  return {
    shop,
    pages: allPages,
    async page(slug) {
      const all = await allPages();
      return renderPage(all.find((page) => page.slug === slug)!, await shop());
    },
    forget,
  };
}
