import type { FeaturedSlide, Shop, ShopPage, ShopPageSlug } from '@kindred/contracts';
import type { Database } from '../../../platform/postgres/database.ts';
import type { Notifications } from '../../../platform/postgres/notifications.ts';
import { remember } from '../../../platform/remember.ts';
import { readDefaultPages } from './default-pages.ts';
import { defaultShop } from './default-shop.ts';
import { defaultSlides } from './default-slides.ts';
import { renderPage } from './render-page.ts';
import { applySettings, type WrittenPage } from './shop.ts';
import { findPages, findSettings } from './shop-repository.ts';

/** Triggers of the migration “shop” notify this channel of every change. */
const channel = 'kindred_shop';

/** Every page needs this data, so each node caches it and is notified of changes. */
export interface ShopMemory {
  shop(): Promise<Shop>;
  /** The slides of the home page, with those that are not on. */
  slides(): Promise<readonly FeaturedSlide[]>;
  pages(): Promise<readonly WrittenPage[]>;
  page(slug: ShopPageSlug): Promise<ShopPage>;
  /** Drops the cache after a change by this node, without waiting for the notification. */
  forget(): void;
}

/** A node without notifications reads again after this time. While the database is down, the cached data stay valid for a day. */
const kept = { forMs: 60_000, graceMs: 24 * 60 * 60_000 };

/** Reads the shop's data for a command. The server has a `ShopMemory`. */
export const readShop = async (db: Database): Promise<Shop> =>
  applySettings(defaultShop, await findSettings(db));

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
    slides: async () => (await settings()).featured ?? defaultSlides,
    pages: allPages,
    async page(slug) {
      const all = await allPages();
      return renderPage(all.find((page) => page.slug === slug)!, await shop());
    },
    forget,
  };
}
