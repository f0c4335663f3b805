import { changeWishlist } from '../../features/wishlist/change-wishlist.ts';
import { loadWishlist, revalidatesWishlist } from '../../features/wishlist/load-wishlist.ts';
import { WishlistView } from '../../features/wishlist/wishlist-view.tsx';
import { privatePageMeta } from '../../shared/seo.ts';
import { siteOf } from '../../shared/site.ts';
import type { Route } from './+types/wishlist';

const path = '/account/wishlist';

export function meta({ matches }: Route.MetaArgs) {
  return privatePageMeta('Wishlist', siteOf(matches));
}

export async function loader(args: Route.LoaderArgs) {
  return { wishlist: await loadWishlist(args) };
}

export function action(args: Route.ActionArgs) {
  return changeWishlist(args, path);
}

/** A heart on another page may be answered after this page opens. A product removed here keeps its place, so that it can be restored. */
export const shouldRevalidate = revalidatesWishlist;

export default function AccountWishlist({ loaderData: { wishlist } }: Route.ComponentProps) {
  return <WishlistView wishlist={wishlist} path={path} />;
}
