import type { Cart, CartNotice } from '@kindred/contracts';
import type { CartOwner, StoredCart } from '../../../ports/cart-store.ts';
import { catalogProblem, findOffers, type Offer } from '../../catalogue/catalog/index.ts';
import {
  acknowledgePrices,
  addLine,
  clampQuantity,
  maximumLines,
  removeLine,
  removeSavedLine,
  type Sellable,
  saveLine,
  setQuantity,
} from './cart.ts';
import { accountGone, cartProblem } from './cart-errors.ts';
import { clampNotice } from './cart-notices.ts';
import { currencyOf, sellableOf } from './present-cart.ts';
import { type Carts, showCart } from './read-cart.ts';

type Offers = ReadonlyMap<number, Offer>;

/**
 * Changes the cart under its lock, and returns it with the notices that the owner has not seen yet. An owner who changes a product has
 * seen its price. An owner who changes the cart on its page (`looksAtAll`) has seen all of it.
 */
async function changeCart(
  carts: Carts,
  owner: CartOwner,
  change: (cart: StoredCart, offers: Offers) => { cart: StoredCart; told?: CartNotice },
  { productId, looksAtAll = true }: { productId: number; looksAtAll?: boolean },
): Promise<Cart> {
  const { db, cartStore } = carts;
  const known = await cartStore.read(owner);
  const offers = await findOffers(db, [
    ...[...known.lines, ...known.saved].map((line) => line.productId),
    productId,
  ]);
  const looked = [...offers].filter(([id]) => looksAtAll || id === productId);
  const sellables = new Map(looked.map(([id, offer]) => [id, sellableOf(offer)]));
  let seen: StoredCart | undefined;
  let told: CartNotice | undefined;
  const changed = await cartStore
    .update(owner, (cart) => {
      const result = change(cart, offers);
      [seen, told] = [cart, result.told];
      return acknowledgePrices(result.cart, sellables);
    })
    .catch(accountGone);
  return showCart(carts, {
    owner,
    cart: changed,
    ...(seen ? { seen } : {}),
    offers,
    told: told ? [told] : [],
  });
}

/** @throws ProblemError `product-not-found`, `not-for-sale`, `out-of-stock` */
function sellable(offers: Offers, productId: number): Sellable & { price: NonNullable<Sellable['price']> } {
  const offer = offers.get(productId);
  if (!offer?.isListed) throw catalogProblem('product-not-found', `No product ${productId} is listed.`);
  const { price, available } = sellableOf(offer);
  if (!price) throw cartProblem('not-for-sale', `${offer.product.title} cannot be bought.`);
  if (available === 0) throw cartProblem('out-of-stock', `${offer.product.title} is out of stock.`);
  return { price, available };
}

function clamped(productId: number, wanted: number, available: number): { told?: CartNotice } {
  const got = clampQuantity(wanted, available);
  return got < wanted ? { told: clampNotice(productId, { wanted, got }) } : {};
}

/** @throws ProblemError */
function withAdded(
  cart: StoredCart,
  offers: Offers,
  {
    productId,
    quantity,
    addedAt,
    searchId,
  }: { productId: number; quantity: number; addedAt: string; searchId: string | undefined },
): { cart: StoredCart; told?: CartNotice } {
  const { price, available } = sellable(offers, productId);
  const { amount_minor: seenPriceMinor, currency } = price;
  const others = removeLine(cart, productId).lines;
  const paidIn = currencyOf(others, offers);
  if (paidIn !== undefined && paidIn !== currency)
    throw cartProblem('mixed-currencies', `The cart is in ${paidIn}, this product in ${currency}.`);
  if (others.length >= maximumLines)
    throw cartProblem('cart-full', `A cart can have ${maximumLines} different products.`);
  const before = cart.lines.find((line) => line.productId === productId)?.quantity ?? 0;
  return {
    cart: addLine(
      cart,
      {
        productId,
        quantity,
        seenPriceMinor,
        currency,
        addedAt,
        ...(searchId !== undefined && { searchId }),
      },
      available,
    ),
    ...clamped(productId, before + quantity, available),
  };
}

/** @throws ProblemError */
export async function addToCart(
  carts: Carts,
  owner: CartOwner,
  {
    productId,
    quantity,
    searchId,
  }: {
    productId: number;
    quantity: number;
    /** The search that led to the product. */
    searchId: string | undefined;
  },
): Promise<Cart> {
  const addedAt = carts.clock().toISOString();
  return changeCart(
    carts,
    owner,
    (cart, offers) => withAdded(cart, offers, { productId, quantity, addedAt, searchId }),
    {
      productId,
      looksAtAll: false,
    },
  );
}

/** @throws ProblemError */
export async function changeQuantity(
  carts: Carts,
  owner: CartOwner,
  { productId, quantity }: { productId: number; quantity: number },
): Promise<Cart> {
  if (quantity === 0) return removeFromCart(carts, owner, productId);
  return changeCart(
    carts,
    owner,
    (cart, offers) => {
      if (!cart.lines.some((line) => line.productId === productId)) throw cartProblem('not-in-cart');
      const { available } = sellable(offers, productId);
      return {
        cart: setQuantity(cart, productId, quantity, available),
        ...clamped(productId, quantity, available),
      };
    },
    { productId },
  );
}

/** Changes nothing if the product is not in the cart. */
export async function removeFromCart(carts: Carts, owner: CartOwner, productId: number): Promise<Cart> {
  return changeCart(carts, owner, (cart) => ({ cart: removeLine(cart, productId) }), { productId });
}

/**
 * The saved line keeps the price that its owner saw.
 * @throws ProblemError `not-in-cart`, `saved-full`
 */
export async function saveForLater(carts: Carts, owner: CartOwner, productId: number): Promise<Cart> {
  const savedAt = carts.clock().toISOString();
  return changeCart(
    carts,
    owner,
    (cart) => {
      if (!cart.lines.some((line) => line.productId === productId)) throw cartProblem('not-in-cart');
      if (cart.saved.length >= maximumLines)
        throw cartProblem('saved-full', `${maximumLines} products can be saved for later.`);
      return { cart: saveLine(cart, productId, savedAt) };
    },
    { productId },
  );
}

/** @throws ProblemError `not-saved`, or the reason why it cannot be bought */
export async function moveToCart(carts: Carts, owner: CartOwner, productId: number): Promise<Cart> {
  const addedAt = carts.clock().toISOString();
  return changeCart(
    carts,
    owner,
    (cart, offers) => {
      const line = cart.saved.find((one) => one.productId === productId);
      if (!line) throw cartProblem('not-saved');
      const { quantity, searchId } = line;
      return withAdded(cart, offers, { productId, quantity, addedAt, searchId });
    },
    { productId },
  );
}

/** Changes nothing if the product is not saved. */
export async function removeSaved(carts: Carts, owner: CartOwner, productId: number): Promise<Cart> {
  return changeCart(carts, owner, (cart) => ({ cart: removeSavedLine(cart, productId) }), {
    productId,
    looksAtAll: false,
  });
}
