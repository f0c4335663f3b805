import type { Money } from '@kindred/shop-types';

/**
 * What takes the money. A payment is opened (nothing moves), its reference is stored, then it is confirmed: a process that dies
 * in between leaves nothing behind that could charge somebody without the shop knowing.
 *
 * A decline is a value. An answer that did not come (time-out, connection, 5xx) throws `PaymentUnavailableError`: what happened is
 * then unknown, and `find` tells later.
 */
export interface PaymentGateway {
  /** Stored with every payment: `stripe`, `test`. */
  readonly provider: string;
  /** What a browser needs to collect a card, such as Stripe's publishable key. */
  readonly browserSettings: Readonly<Record<string, string>>;
  /** What the provider knows of a way to pay that its script gave out. Undefined: none of that name. */
  findMethod(method: string): Promise<PaymentMethod | undefined>;
  /** Idempotent by `paymentId`: asked again, it gives the same reference. */
  open(request: PaymentRequest): Promise<OpenedPayment>;
  /** Charges. Idempotent by `paymentId` and `method`. */
  confirm(request: PaymentConfirmation): Promise<PaymentOutcome>;
  /** What the provider says now. Undefined: it knows no such payment. */
  find(reference: string): Promise<PaymentOutcome | undefined>;
  /** Makes sure that it can never be charged. Gives `paid` when it was too late. */
  cancel(reference: string): Promise<PaymentOutcome>;
  /** Idempotent by `refundId`: asked again, it says how that refund stands. */
  refund(request: RefundRequest): Promise<RefundOutcome>;
  /** Checks the signature of a webhook over its raw body. @throws PaymentEventError */
  readEvent(rawBody: Buffer, headers: Readonly<Record<string, string | undefined>>): PaymentEvent;
  /** @throws when the provider cannot be reached; what `/readyz` asks. */
  check(): Promise<void>;
}

/** Never the whole number of a card. */
export interface PaymentMethod {
  /** The provider's name for it. */
  readonly id: string;
  /** `visa`, `mastercard`, `amex` ...; of what is no card, its kind: `klarna`. */
  readonly brand: string;
  readonly last4: string | null;
  /** MM/YY */
  readonly expiry: string | null;
}

export interface PaymentRequest {
  readonly paymentId: string;
  readonly orderId: string;
  readonly orderNumber: string;
  readonly amount: Money;
  readonly email: string;
}

export interface OpenedPayment {
  readonly reference: string;
}

export interface PaymentConfirmation {
  readonly paymentId: string;
  readonly reference: string;
  /** The provider's name for what pays: `pm_...`, or a card number of the test provider. */
  readonly method: string;
  /** Where a second step in the browser comes back to. */
  readonly returnUrl: string;
}

export type PaymentOutcome = {
  readonly reference: string;
  /** What the provider holds or asks for: compared with the order before it counts. */
  readonly amount: Money;
  /** Its refunds, whoever asked for them. The answer to a charge names none. */
  readonly refunds: readonly GatewayRefund[];
} & (
  | { readonly state: 'open' }
  /** The provider is at it; an event or `find` tells the end. */
  | { readonly state: 'processing' }
  | { readonly state: 'action-required'; readonly nextAction: NextAction }
  | { readonly state: 'paid' }
  | { readonly state: 'failed'; readonly failure: PaymentFailure }
  | { readonly state: 'cancelled' }
);

export interface NextAction {
  /** Where to send the browser; undefined when the provider's script does it with the secret. */
  readonly redirectUrl?: string;
  readonly clientSecret?: string;
}

export interface PaymentFailure {
  readonly code: PaymentFailureCode;
  /** For the shopper. */
  readonly message: string;
}

export const paymentFailureCodes = [
  'card-declined',
  'insufficient-funds',
  'expired-card',
  'incorrect-cvc',
  'authentication-failed',
  'invalid-method',
  'processing-error',
] as const;
export type PaymentFailureCode = (typeof paymentFailureCodes)[number];

export interface RefundRequest {
  readonly refundId: string;
  readonly reference: string;
  readonly amountMinor: number;
}

export type RefundOutcome =
  | { readonly state: 'succeeded' | 'requested'; readonly reference: string }
  | { readonly state: 'failed'; readonly reference: string | undefined; readonly message: string };

/** A refund as the provider has it. One that succeeded may fail days later: the bank sent the money back. */
export type GatewayRefund = RefundOutcome & {
  readonly reference: string;
  readonly amountMinor: number;
  /** What it was asked for with; undefined: somebody refunded at the provider itself. */
  readonly refundId: string | undefined;
};

/** A webhook's content. What it says is not applied as such: the gateway is asked what holds now, so order and repetition do not matter. */
export interface PaymentEvent {
  readonly providerEventId: string;
  readonly type: string;
  /** The payment it is about; undefined: none of ours, or of no interest. */
  readonly reference: string | undefined;
  /** What the event itself claims was paid, to be refused when it is not what was asked for. */
  readonly claimed: Money | undefined;
  readonly payload: Readonly<Record<string, unknown>>;
}

/** Nobody knows what the provider did. */
export class PaymentUnavailableError extends Error {
  override readonly name = 'PaymentUnavailableError';
}

/** A webhook that the provider has not sent, or not lately. */
export class PaymentEventError extends Error {
  override readonly name: string = 'PaymentEventError';
}

/** A webhook that is signed as the provider's, and is no event. */
export class PaymentEventShapeError extends PaymentEventError {
  override readonly name = 'PaymentEventShapeError';
}
