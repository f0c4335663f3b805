import { changeWishlist } from '../../features/wishlist/change-wishlist.ts';
import { loadWishlist } from '../../features/wishlist/load-wishlist.ts';
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

export default function AccountWishlist({ loaderData: { wishlist } }: Route.ComponentProps) {
  return <WishlistView wishlist={wishlist} path={path} />;
}
