import type { Logger } from 'pino';
import type { Database, Transaction } from '../../../platform/postgres/database.ts';
import type { PaymentGateway } from '../../../ports/payment-gateway.ts';
import type { CancelReason, Order } from './order.ts';

export type AfterCommit = () => Promise<void>;

/** The dependencies of the use cases of orders. */
export interface OrderContext {
  readonly db: Database;
  readonly gateway: PaymentGateway;
  readonly logger: Pick<Logger, 'error' | 'info' | 'warn'>;
  readonly publicUrl: string;
  /** The base address of pictures. */
  readonly picturesUrl: string;
  readonly secret: string;
  readonly clock: () => Date;
  /** Called in the transaction in which an order is paid, to complete its checkout. Returns the work to do after the commit. */
  readonly onPaid: (tx: Transaction, order: Order) => Promise<AfterCommit | undefined>;
  /** Called in the transaction in which the money of a refund has moved, or could not be moved. */
  readonly onRefunded: (tx: Transaction, orderId: string) => Promise<void>;
  /** Called in the transaction in which an unpaid order is cancelled, to open its checkout again. */
  readonly onGivenUp: (tx: Transaction, order: Order, reason: CancelReason) => Promise<{ isInCart: boolean }>;
}
