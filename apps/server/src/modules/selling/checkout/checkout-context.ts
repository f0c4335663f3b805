import type { CartStore } from '../../../ports/cart-store.ts';
import type { OrderContext } from '../orders/index.ts';

/** The points of a checkout between which a process may die. */
export type CheckoutStep =
  | 'received'
  | 'prepared-uncommitted'
  | 'prepared'
  | 'payment-opened'
  | 'reference-stored'
  | 'payment-confirmed'
  | 'settled-uncommitted'
  | 'settled'
  | 'answered';

export interface CheckoutContext {
  readonly orders: OrderContext;
  readonly cartStore: CartStore;
  readonly clock: () => Date;
  /** Called at each step, for tracing and for tests that end the process there. */
  readonly onStep: (step: CheckoutStep, orderId: string | undefined) => Promise<void> | void;
}
