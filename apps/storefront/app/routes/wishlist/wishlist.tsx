import { Container } from '@kindred/ui';
import { changeWishlist, type WishlistAnswer } from '../../features/wishlist/change-wishlist.ts';
import { loadWishlist, revalidatesWishlist } from '../../features/wishlist/load-wishlist.ts';
import { WishlistView } from '../../features/wishlist/wishlist-view.tsx';
import { unreachableText } from '../../shared/form-errors.ts';
import { answerOr } from '../../shared/reach-shop.ts';
import { privatePageMeta } from '../../shared/seo.ts';
import { siteOf } from '../../shared/site.ts';
import type { Route } from './+types/wishlist';

const path = '/wishlist';

export const headers = () => ({ 'cache-control': 'private, no-store' });

export function meta({ matches }: Route.MetaArgs) {
  return privatePageMeta('Wishlist', siteOf(matches));
}

export async function loader(args: Route.LoaderArgs) {
  return { wishlist: await loadWishlist(args) };
}

export function action(args: Route.ActionArgs) {
  return changeWishlist(args, path);
}

/** If the shop cannot be reached, the page stays and shows the reason where the shopper clicked. */
export function clientAction({ serverAction }: Route.ClientActionArgs) {
  return answerOr<WishlistAnswer, WishlistAnswer>(serverAction(), {
    state: 'failed',
    message: unreachableText,
  });
}

/** A heart on another page may be answered after this page opens. A product removed here keeps its place, so that it can be restored. */
export const shouldRevalidate = revalidatesWishlist;

export default function WishlistPage({ loaderData: { wishlist } }: Route.ComponentProps) {
  return (
    <Container className="pt-6 md:pt-10">
      <div className="mx-auto max-w-4xl">
        <WishlistView wishlist={wishlist} path={path} />
      </div>
    </Container>
  );
}
