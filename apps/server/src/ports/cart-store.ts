/** Whose cart: a person's once they are logged in, a browser's before. */
export type CartOwner =
  | { readonly kind: 'user'; readonly userId: string }
  | { readonly kind: 'visitor'; readonly visitorId: string };

export interface StoredCart {
  readonly lines: readonly StoredCartLine[];
  /** Put aside for later: not bought with the rest. A product is either here or in `lines`. */
  readonly saved: readonly StoredCartLine[];
  readonly promoCodes: readonly string[];
  /** Where its owner says it goes, for what they are told before the checkout. Null: they have not said. */
  readonly country: string | null;
  /** How many items waited in the account when a browser's cart came to them. Null: nothing to tell (any more). */
  readonly mergedItemCount: number | null;
}

export interface StoredCartLine {
  readonly productId: number;
  readonly quantity: number;
  /** The price that the owner was last shown, and in which currency. */
  readonly seenPriceMinor: number;
  readonly currency: string;
  /** UTC, ISO 8601; lines are shown in this order. */
  readonly addedAt: string;
  /** The search that led to it. */
  readonly searchId?: string | undefined;
}

/** There is no such person (any more), so they get no cart. */
export class CartOwnerGoneError extends Error {
  override readonly name = 'CartOwnerGoneError';
}

export const emptyCart: StoredCart = {
  lines: [],
  saved: [],
  promoCodes: [],
  country: null,
  mergedItemCount: null,
};

/**
 * Where carts are kept. A change is acknowledged once it would survive the end of any process; several at once on one cart
 * happen one after the other.
 */
export interface CartStore {
  /** An owner without a cart has an empty one. */
  read(owner: CartOwner): Promise<StoredCart>;
  /**
   * Replaces the cart by what `change` makes of it, and gives that. `change` may run more than once.
   * @throws CartOwnerGoneError
   */
  update(owner: CartOwner, change: (cart: StoredCart) => StoredCart): Promise<StoredCart>;
  /** Replaces both in one transaction: what a merge at log-in needs. */
  updateBoth(
    owners: readonly [CartOwner, CartOwner],
    change: (carts: readonly [StoredCart, StoredCart]) => readonly [StoredCart, StoredCart],
  ): Promise<readonly [StoredCart, StoredCart]>;
  /** Somebody changed these carts in a transaction of their own (a checkout that emptied one). */
  forget(owner: CartOwner): Promise<void>;
  /** What is wrong at the moment, though carts still work. */
  degradation(): string | undefined;
  close(): Promise<void>;
}
