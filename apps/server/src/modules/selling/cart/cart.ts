import type { StoredCart, StoredCartLine } from '../../../ports/cart-store.ts';

/** The most units of one product in one order. */
export const maximumQuantity = 99;
/** A merge of two carts may exceed it, so that no line is lost. */
export const maximumLines = 100;
export const maximumPromoCodes = 10;

/** A product in a cart, or one that is added to it. */
export interface Sellable {
  /** Null if it cannot be bought. */
  readonly price: { readonly amount_minor: number; readonly currency: string } | null;
  /** The available stock. */
  readonly available: number;
}

export type Sellables = ReadonlyMap<number, Sellable>;

/** Limits a quantity to the stock. A line that is out of stock keeps its quantity. */
export function clampQuantity(quantity: number, available: number): number {
  return Math.min(quantity, maximumQuantity, available > 0 ? available : maximumQuantity);
}

/**
 * Adds to the line's quantity, up to the limit. The line keeps its position, and its search unless the request has a new one. A product
 * in the cart is no longer saved for later.
 */
export function addLine(cart: StoredCart, added: StoredCartLine, available: number): StoredCart {
  const before = cart.lines.find(({ productId }) => productId === added.productId);
  const quantity = clampQuantity((before?.quantity ?? 0) + added.quantity, available);
  const others = removeSavedLine(cart, added.productId);
  if (!before) return { ...others, lines: [...cart.lines, { ...added, quantity }] };
  const lines = cart.lines.map((line) =>
    line === before && added.searchId !== undefined ? { ...line, searchId: added.searchId } : line,
  );
  return setQuantity({ ...others, lines }, added.productId, quantity, available);
}

export function setQuantity(
  cart: StoredCart,
  productId: number,
  quantity: number,
  available: number,
): StoredCart {
  if (quantity === 0) return removeLine(cart, productId);
  const lines = cart.lines.map((line) =>
    line.productId === productId ? { ...line, quantity: clampQuantity(quantity, available) } : line,
  );
  return { ...cart, lines };
}

export function removeLine(cart: StoredCart, productId: number): StoredCart {
  return { ...cart, lines: cart.lines.filter((line) => line.productId !== productId) };
}

/** Saves a line for later, with the price that its owner saw. It replaces an older saved line of the product. */
export function saveLine(cart: StoredCart, productId: number, savedAt: string): StoredCart {
  const line = cart.lines.find((one) => one.productId === productId);
  if (!line) return cart;
  return {
    ...removeLine(cart, productId),
    saved: [...removeSavedLine(cart, productId).saved, { ...line, addedAt: savedAt }],
  };
}

export function removeSavedLine(cart: StoredCart, productId: number): StoredCart {
  return { ...cart, saved: cart.saved.filter((line) => line.productId !== productId) };
}

/** Marks current prices as seen, because a shopper who changes the cart has seen it. */
export function acknowledgePrices(cart: StoredCart, sellables: Sellables): StoredCart {
  const lines = cart.lines.map((line) => {
    const price = sellables.get(line.productId)?.price;
    return price ? { ...line, seenPriceMinor: price.amount_minor, currency: price.currency } : line;
  });
  return { ...cart, lines };
}

export interface MergedLine {
  readonly productId: number;
  readonly fromVisitor: number;
  readonly fromUser: number;
  readonly quantity: number;
  readonly isClamped: boolean;
}

/**
 * Combines both carts: quantities are added up and limited. A product that is in one cart and saved in the other is in the cart. The
 * visitor's country counts, because it was chosen later.
 */
export function mergeCarts(
  { visitor, user }: { visitor: StoredCart; user: StoredCart },
  sellables: Sellables,
): { cart: StoredCart; lines: MergedLine[] } {
  const ofVisitor = new Map(visitor.lines.map((line) => [line.productId, line]));
  const ofUser = new Map(user.lines.map((line) => [line.productId, line]));
  const merged = [...new Map([...ofUser, ...ofVisitor]).values()].map((line) => {
    const { productId } = line;
    const [fromVisitor, fromUser] = [ofVisitor, ofUser].map((lines) => lines.get(productId)?.quantity ?? 0);
    const wanted = fromVisitor + fromUser;
    const quantity = clampQuantity(wanted, sellables.get(productId)?.available ?? 0);
    const addedAt = [ofUser.get(productId)?.addedAt ?? line.addedAt, line.addedAt].sort()[0];
    const searchId = line.searchId ?? ofUser.get(productId)?.searchId;
    return {
      stored: { ...line, quantity, addedAt, ...(searchId !== undefined && { searchId }) },
      report: { productId, fromVisitor, fromUser, quantity, isClamped: quantity < wanted },
    };
  });
  merged.sort((a, b) =>
    a.stored.addedAt === b.stored.addedAt
      ? a.stored.productId - b.stored.productId
      : a.stored.addedAt < b.stored.addedAt
        ? -1
        : 1,
  );
  const inCart = new Set(merged.map(({ stored }) => stored.productId));
  const saved = [
    ...new Map([...visitor.saved, ...user.saved].map((line) => [line.productId, line])).values(),
  ];
  const waiting = user.lines.reduce((count, { quantity }) => count + quantity, 0);
  return {
    cart: {
      lines: merged.map(({ stored }) => stored),
      saved: saved.filter(({ productId }) => !inCart.has(productId)),
      promoCodes: [...new Set([...user.promoCodes, ...visitor.promoCodes])],
      country: visitor.country ?? user.country,
      mergedItemCount: waiting > 0 && visitor.lines.length > 0 ? waiting : user.mergedItemCount,
    },
    lines: merged.map(({ report }) => report),
  };
}
