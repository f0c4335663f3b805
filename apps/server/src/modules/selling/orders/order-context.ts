import type { Logger } from 'pino';
import type { Database, Transaction } from '../../../platform/postgres/database.ts';
import type { PaymentGateway } from '../../../ports/payment-gateway.ts';
import type { CancelReason, Order } from './order.ts';

export type AfterCommit = () => Promise<void>;

/** What every use case of orders works with. */
export interface OrderContext {
  readonly db: Database;
  readonly gateway: PaymentGateway;
  readonly logger: Pick<Logger, 'error' | 'info' | 'warn'>;
  readonly publicUrl: string;
  /** What the paths of pictures are put behind. */
  readonly picturesUrl: string;
  readonly secret: string;
  readonly clock: () => Date;
  /** Told in the transaction in which an order is paid: the checkout behind it is done. Gives what is to do once it is committed. */
  readonly onPaid: (tx: Transaction, order: Order) => Promise<AfterCommit | undefined>;
  /** Told in the transaction in which an order that was not paid is given up: its checkout is open again. */
  readonly onGivenUp: (tx: Transaction, order: Order, reason: CancelReason) => Promise<{ isInCart: boolean }>;
}
