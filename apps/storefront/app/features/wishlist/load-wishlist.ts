import type { WishlistItem } from '@kindred/contracts';
import type { RouterContextProvider, ShouldRevalidateFunctionArgs } from 'react-router';
import { askApi } from '../../shared/api-answers.ts';
import { parseProductId, productPath } from '../../shared/paths.ts';
import { moneyOf } from '../catalog/product-card-props.tsx';
import { reductionOf } from '../catalog/reduction.ts';
import { priceChange } from './price-change.ts';

const pageSize = 48;

/** The data of the wishlist's pages. */
export async function loadWishlist({ context, url }: { context: Readonly<RouterContextProvider>; url: URL }) {
  const { api, attempt, optional, required } = askApi(context);
  const cursor = url.searchParams.get('cursor') ?? undefined;
  const removedId = parseProductId(url.searchParams.get('removed') ?? '');
  const [{ answer: list }, removed] = await Promise.all([
    // An address with an invalid cursor opens the list at its start.
    attempt(api.wishlist({ limit: pageSize, ...(cursor !== undefined && { cursor }) })),
    removedId === undefined ? null : optional(api.product(removedId)),
  ]);
  const wishlist = list ?? (await required(api.wishlist({ limit: pageSize })));
  return {
    items: wishlist.items.map(wishOf),
    total: wishlist.total,
    mailsChanges: wishlist.mails_changes,
    nextCursor: wishlist.next_cursor,
    /** Without JavaScript: the product that was just removed, so that the page can offer to restore it. */
    removed: removed && { productId: removed.product_id, title: removed.title },
  };
}

export type WishlistPageData = Awaited<ReturnType<typeof loadWishlist>>;
export type Wish = WishlistPageData['items'][number];

function wishOf({ product, added_price }: WishlistItem) {
  return {
    productId: product.product_id,
    title: product.title,
    href: productPath(product),
    imageUrl: product.image_url,
    price: moneyOf(product.price),
    reduction: reductionOf(product),
    priceChange: priceChange(moneyOf(added_price), moneyOf(product.price)),
    availability: product.availability,
  };
}

export function revalidatesWishlist({
  actionStatus = 200,
  formData,
  defaultShouldRevalidate,
}: ShouldRevalidateFunctionArgs) {
  const isWishedElsewhere = formData?.has('add') === true && !formData.has('undo');
  // A failed change changed nothing, and the shop may not answer now.
  return actionStatus < 500 && (defaultShouldRevalidate || isWishedElsewhere);
}
