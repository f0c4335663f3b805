import type { Money } from '@kindred/shop-types';

/**
 * Takes payments. A payment is opened (no money moves), its reference is stored, and then it is confirmed. So a process that dies in between
 * leaves no payment that could charge a shopper without the shop knowing.
 *
 * A decline is a value. If no answer arrives (time-out, connection, 5xx), the gateway throws `PaymentUnavailableError`: the outcome is then
 * unknown, and `find` returns it later.
 */
export interface PaymentGateway {
  /** The name that is stored with every payment: `stripe`, `test`. */
  readonly provider: string;
  /** The settings that a browser needs to collect a card, such as Stripe's publishable key. */
  readonly browserSettings: Readonly<Record<string, string>>;
  /** Returns a payment method that the provider's script issued, or undefined if it does not exist. */
  findMethod(method: string): Promise<PaymentMethod | undefined>;
  /** Idempotent by `paymentId`: a repeated call returns the same reference. */
  open(request: PaymentRequest): Promise<OpenedPayment>;
  /** Charges. Idempotent by `paymentId` and `method`. */
  confirm(request: PaymentConfirmation): Promise<PaymentOutcome>;
  /** Returns the current outcome, or undefined if the provider does not know the payment. */
  find(reference: string): Promise<PaymentOutcome | undefined>;
  /** Makes sure that the payment can never be charged. Returns `paid` if it was too late. */
  cancel(reference: string): Promise<PaymentOutcome>;
  /** Idempotent by `refundId`: a repeated call returns the state of the refund. */
  refund(request: RefundRequest): Promise<RefundOutcome>;
  /** Checks the signature of a webhook over its raw body. @throws PaymentEventError */
  readEvent(rawBody: Buffer, headers: Readonly<Record<string, string | undefined>>): PaymentEvent;
  /** For `/readyz`. @throws if the provider cannot be reached */
  check(): Promise<void>;
}

/** A payment method. It never has the whole number of a card. */
export interface PaymentMethod {
  /** The provider's id. */
  readonly id: string;
  /** `visa`, `mastercard`, `amex` and so on, or the kind if it is not a card: `klarna`. */
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
  /** The provider's id of the payment method: `pm_...`, or a card number of the test provider. */
  readonly method: string;
  /** The address to which a second step in the browser returns. */
  readonly returnUrl: string;
}

export type PaymentOutcome = {
  readonly reference: string;
  /** The amount at the provider, which is compared with the order before it counts. */
  readonly amount: Money;
  /** All its refunds, including those made in the provider's dashboard. The answer to a charge has none. */
  readonly refunds: readonly GatewayRefund[];
} & (
  | { readonly state: 'open' }
  /** The provider is processing it. An event or `find` reports the outcome. */
  | { readonly state: 'processing' }
  | { readonly state: 'action-required'; readonly nextAction: NextAction }
  | { readonly state: 'paid' }
  | { readonly state: 'failed'; readonly failure: PaymentFailure }
  | { readonly state: 'cancelled' }
);

export interface NextAction {
  /** The address to which to send the browser. Undefined if the provider's script does it with the secret. */
  readonly redirectUrl?: string;
  readonly clientSecret?: string;
}

export interface PaymentFailure {
  readonly code: PaymentFailureCode;
  /** A message for the shopper. */
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

/** A refund at the provider. A successful refund may fail days later, if the bank returns the money. */
export type GatewayRefund = RefundOutcome & {
  readonly reference: string;
  readonly amountMinor: number;
  /** The id of the request. Undefined for a refund that was made in the provider's dashboard. */
  readonly refundId: string | undefined;
};

/** The content of a webhook. The shop does not apply it but asks the gateway for the current state, so order and repetition do not matter. */
export interface PaymentEvent {
  readonly providerEventId: string;
  readonly type: string;
  /** The payment of the event. Undefined if it is not the shop's, or not relevant. */
  readonly reference: string | undefined;
  /** The amount that the event claims was paid. The event is rejected if it differs from the requested amount. */
  readonly claimed: Money | undefined;
  readonly payload: Readonly<Record<string, unknown>>;
}

/** The outcome at the provider is unknown. */
export class PaymentUnavailableError extends Error {
  override readonly name = 'PaymentUnavailableError';
}

/** A webhook that the provider did not send, or sent too long ago. */
export class PaymentEventError extends Error {
  override readonly name: string = 'PaymentEventError';
}

/** A webhook that the provider signed but that is not an event. */
export class PaymentEventShapeError extends PaymentEventError {
  override readonly name = 'PaymentEventShapeError';
}
