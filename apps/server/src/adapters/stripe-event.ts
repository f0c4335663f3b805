import Stripe from 'stripe';
import { type PaymentEvent, PaymentEventError, PaymentEventShapeError } from '../ports/payment-gateway.ts';
import { assertEventShape } from './payment-event-shape.ts';
import { fromStripeAmount } from './stripe-amount.ts';

const toleranceSeconds = 300;

/** @throws PaymentEventError */
export function readStripeEvent({
  rawBody,
  signature,
  webhookSecret,
}: {
  rawBody: Buffer;
  signature: string | undefined;
  webhookSecret: string;
}): PaymentEvent {
  const event = verified(rawBody, signature, webhookSecret);
  assertEventShape(event);
  const object = event.data?.object as Followed | undefined;
  if (typeof object !== 'object' || object === null)
    throw new PaymentEventShapeError('An event of Stripe needs the object that it is about.');
  return {
    providerEventId: event.id,
    type: event.type,
    reference: referenceOf(object),
    claimed:
      event.type === 'payment_intent.succeeded' && object.object === 'payment_intent'
        ? fromStripeAmount(object.amount_received, object.currency)
        : undefined,
    // Not the object itself, which contains a client secret and the payer.
    payload: {
      object: object.object,
      object_id: object.id,
      status: object.status,
      amount: object.amount,
      currency: object.currency,
      created: event.created,
      livemode: event.livemode,
      api_version: event.api_version,
    },
  };
}

function verified(rawBody: Buffer, signature = '', webhookSecret: string): Stripe.Event {
  try {
    return Stripe.webhooks.constructEvent(rawBody, signature, webhookSecret, toleranceSeconds);
  } catch (error) {
    throw new PaymentEventError('The event is not signed by Stripe, or it is too old.', { cause: error });
  }
}

/** The objects whose events the shop uses. It ignores events about others. */
type Followed = Stripe.Charge | Stripe.PaymentIntent | Stripe.Refund;

function referenceOf(object: Followed): string | undefined {
  switch (object.object) {
    case 'payment_intent':
      return object.id;
    case 'charge':
    case 'refund': {
      const intent = object.payment_intent;
      return (typeof intent === 'string' ? intent : intent?.id) ?? undefined;
    }
    default:
      return undefined;
  }
}
