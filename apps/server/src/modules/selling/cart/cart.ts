import type { StoredCart, StoredCartLine } from '../../../ports/cart-store.ts';

/** Of one product in one order. */
export const maximumQuantity = 99;
/** A merge of two carts may go beyond it: nothing is lost. */
export const maximumLines = 100;
export const maximumPromoCodes = 10;

/** What is known of a product that is in a cart or goes into one. */
export interface Sellable {
  /** Null: it cannot be bought. */
  readonly price: { readonly amount_minor: number; readonly currency: string } | null;
  /** How many there are. */
  readonly available: number;
}

export type Sellables = ReadonlyMap<number, Sellable>;

/** As many as there are; where there are none, the line waits as it is. */
export function clampQuantity(quantity: number, available: number): number {
  return Math.min(quantity, maximumQuantity, available > 0 ? available : maximumQuantity);
}

/**
 * The quantity after adding, clamped; the place in the cart stays, and so does the search that led to it unless another one did
 * now. What is in the cart is not saved for later, too.
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

/** Puts a line aside, with what its owner was shown of it; in place of an older one of the product. */
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

/** Takes today's prices as seen: who changes a cart has looked at it. */
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
 * Everything of both: quantities are added up, and clamped. What one has in the cart and the other put aside is in the cart; the
 * browser's choice of a country is the later one.
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
