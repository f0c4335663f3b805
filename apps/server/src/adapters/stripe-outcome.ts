import type Stripe from 'stripe';
import type {
  GatewayRefund,
  PaymentFailure,
  PaymentFailureCode,
  PaymentOutcome,
  RefundOutcome,
} from '../ports/payment-gateway.ts';
import { fromStripeAmount } from './stripe-amount.ts';

/** By Stripe's error code, or its decline code, which is more specific. https://docs.stripe.com/declines/codes */
const failureCodes: Readonly<Record<string, PaymentFailureCode>> = {
  insufficient_funds: 'insufficient-funds',
  card_velocity_exceeded: 'insufficient-funds',
  withdrawal_count_limit_exceeded: 'insufficient-funds',
  expired_card: 'expired-card',
  invalid_expiry_month: 'invalid-method',
  invalid_expiry_year: 'invalid-method',
  incorrect_cvc: 'incorrect-cvc',
  invalid_cvc: 'incorrect-cvc',
  authentication_required: 'authentication-failed',
  payment_intent_authentication_failure: 'authentication-failed',
  invalid_number: 'invalid-method',
  incorrect_number: 'invalid-method',
  payment_method_invalid_parameter: 'invalid-method',
  payment_method_unactivated: 'invalid-method',
  payment_method_provider_decline: 'card-declined',
  payment_method_provider_timeout: 'processing-error',
  processing_error: 'processing-error',
  issuer_not_available: 'processing-error',
  reenter_transaction: 'processing-error',
  try_again_later: 'processing-error',
};

interface StripeFailure {
  readonly code?: string | undefined;
  readonly decline_code?: string | undefined;
  readonly message?: string | undefined;
}

export function failureFrom({ code, decline_code, message }: StripeFailure): PaymentFailure {
  return {
    code: failureCodes[decline_code ?? ''] ?? failureCodes[code ?? ''] ?? 'card-declined',
    message: message ?? 'The payment did not go through.',
  };
}

export function outcomeFrom(
  intent: Stripe.PaymentIntent,
  refunds: readonly Stripe.Refund[] = [],
): PaymentOutcome {
  const isPaid = intent.status === 'succeeded';
  const common = {
    reference: intent.id,
    amount: fromStripeAmount(isPaid ? intent.amount_received : intent.amount, intent.currency),
    refunds: refunds.map(refundFrom),
  };
  switch (intent.status) {
    case 'requires_payment_method':
      return intent.last_payment_error
        ? { ...common, state: 'failed', failure: failureFrom(intent.last_payment_error) }
        : { ...common, state: 'open' };
    case 'requires_confirmation':
      return { ...common, state: 'open' };
    case 'requires_action': {
      const redirectUrl = intent.next_action?.redirect_to_url?.url;
      const nextAction = redirectUrl ? { redirectUrl } : { clientSecret: intent.client_secret ?? '' };
      return { ...common, state: 'action-required', nextAction };
    }
    case 'processing':
    case 'requires_capture':
      return { ...common, state: 'processing' };
    case 'succeeded':
      return { ...common, state: 'paid' };
    case 'canceled':
      return { ...common, state: 'cancelled' };
    default:
      throw new Error(
        `Stripe reports payment ${intent.id} as “${intent.status}”, a status that the shop does not know`,
      );
  }
}

function refundOutcomeFrom({ id, status, failure_reason }: Stripe.Refund): RefundOutcome {
  if (status === 'succeeded') return { state: 'succeeded', reference: id };
  if (status === 'failed' || status === 'canceled')
    return { state: 'failed', reference: id, message: `Stripe says: ${failure_reason ?? status}.` };
  return { state: 'requested', reference: id };
}

export function refundFrom(refund: Stripe.Refund): GatewayRefund {
  return {
    ...refundOutcomeFrom(refund),
    reference: refund.id,
    refundId: refund.metadata?.refund_id,
    amountMinor: fromStripeAmount(refund.amount, refund.currency).amountMinor,
  };
}
