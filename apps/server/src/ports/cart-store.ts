/** The owner of a cart: a user after the log-in, a browser before. */
export type CartOwner =
  | { readonly kind: 'user'; readonly userId: string }
  | { readonly kind: 'visitor'; readonly visitorId: string };

export interface StoredCart {
  readonly lines: readonly StoredCartLine[];
  /** Products that are saved for later and not bought with the rest. A product is either here or in `lines`. */
  readonly saved: readonly StoredCartLine[];
  readonly promoCodes: readonly string[];
  /** The country that the owner chose for estimates before the checkout, or null. */
  readonly country: string | null;
  /** How many items the account's cart had when a browser's cart was merged into it. Null if there is nothing to report (any more). */
  readonly mergedItemCount: number | null;
}

export interface StoredCartLine {
  readonly productId: number;
  readonly quantity: number;
  /** The price that the owner last saw, and its currency. */
  readonly seenPriceMinor: number;
  readonly currency: string;
  /** In UTC, ISO 8601. Lines are shown in this order. */
  readonly addedAt: string;
  /** The search that led to the product. */
  readonly searchId?: string | undefined;
}

/** The user does not exist (any more), so they get no cart. */
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
 * Stores carts. It acknowledges a change only when the change would survive the end of any process. Concurrent changes of one cart happen
 * one after the other.
 */
export interface CartStore {
  /** An owner without a cart has an empty one. */
  read(owner: CartOwner): Promise<StoredCart>;
  /**
   * Replaces the cart with the result of `change`, and returns it. `change` may run more than once.
   * @throws CartOwnerGoneError
   */
  update(owner: CartOwner, change: (cart: StoredCart) => StoredCart): Promise<StoredCart>;
  /** Replaces both carts in one transaction, for the merge at a log-in. */
  updateBoth(
    owners: readonly [CartOwner, CartOwner],
    change: (carts: readonly [StoredCart, StoredCart]) => readonly [StoredCart, StoredCart],
  ): Promise<readonly [StoredCart, StoredCart]>;
  /** Drops a cached cart after another transaction changed it, such as a checkout that emptied it. */
  forget(owner: CartOwner): Promise<void>;
  /** Returns a current problem, although carts still work. */
  degradation(): string | undefined;
  close(): Promise<void>;
}
