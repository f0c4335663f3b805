import type { Api } from '../api.ts';
import type {
  FeaturedList,
  Shop,
  ShopChange,
  ShopPage,
  ShopPageContent,
  ShopPageList,
  ShopPageSlug,
} from '../contracts.ts';

/** The shop's name, company and pages. */
export function shopMethods({ get }: Api) {
  return {
    shop: () => get<Shop>('/shop'),
    /** The slides of the home page. */
    featured: () => get<FeaturedList>('/featured'),
    shopPages: () => get<ShopPageList>('/shop/pages'),
    shopPage: (slug: ShopPageSlug) => get<ShopPage>(`/shop/pages/${slug}`),
  };
}

/** For administrators. */
export function shopAdminMethods({ send }: Api) {
  return {
    changeShop: (change: ShopChange) => send<Shop>('PATCH', '/admin/shop', change),
    writeShopPage: (slug: ShopPageSlug, content: ShopPageContent) =>
      send<ShopPage>('PUT', `/admin/shop/pages/${slug}`, content),
  };
}
