/** @file Stripe's handling of the payments of its test cards, as far as the shop uses it. https://docs.stripe.com/testing */
import { randomBytes } from 'node:crypto';

export type Json = Record<string, unknown>;

export interface Intent extends Json {
  id: string;
  amount: number;
  amount_received: number;
  currency: string;
  status: string;
  metadata: Json;
  latest_charge: Charge | null;
  last_payment_error: Json | null;
  next_action: Json | null;
}

interface Charge extends Json {
  id: string;
  amount_refunded: number;
}

export interface Refund extends Json {
  id: string;
  amount: number;
  payment_intent: string;
  metadata: Json;
  status: string;
}

export class StripeRefusal extends Error {
  readonly status: number;
  readonly body: Json;

  constructor(status: number, body: Json) {
    super(String(body.message));
    this.status = status;
    this.body = body;
  }
}

export function refuse(message: string, details: Json = {}, status = 400): never {
  throw new StripeRefusal(status, { type: 'invalid_request_error', message, ...details });
}

const declines: Readonly<Record<string, Json>> = {
  pm_card_chargeDeclined: { code: 'card_declined', decline_code: 'generic_decline' },
  pm_card_chargeDeclinedInsufficientFunds: { code: 'card_declined', decline_code: 'insufficient_funds' },
  pm_card_chargeDeclinedExpiredCard: { code: 'expired_card' },
  pm_card_chargeDeclinedIncorrectCvc: { code: 'incorrect_cvc' },
  pm_card_chargeDeclinedProcessingError: { code: 'processing_error' },
};

const asking = new Set(['pm_card_authenticationRequired', 'pm_card_threeDSecureRequired']);
const askingInVain = 'pm_card_threeDSecureRequiredChargeDeclined';
/** How refunds of a card begin, and how they end. Stripe has no card whose pending refund fails, though refunds may. */
const refundsOfCards: Readonly<Record<string, readonly [first: string, last: string]>> = {
  pm_card_visa: ['succeeded', 'succeeded'],
  pm_card_mastercard: ['succeeded', 'succeeded'],
  pm_card_pendingRefund: ['pending', 'succeeded'],
  pm_card_pendingRefundFail: ['pending', 'failed'],
  pm_card_refundFail: ['succeeded', 'failed'],
  pm_card_createDispute: ['succeeded', 'succeeded'],
};
const paying = new Set(Object.keys(refundsOfCards));

function newId(prefix: string): string {
  return `${prefix}_${randomBytes(12).toString('hex')}`;
}

export interface StripeBooks {
  readonly intents: ReadonlyMap<string, Intent>;
  /** The number of charges. */
  readonly charges: () => number;
  method(id: string): Json;
  create(params: URLSearchParams): Intent;
  find(id: string): Intent;
  confirm(id: string, params: URLSearchParams): Intent;
  /** The shopper's action on the bank's page. */
  finishAction(id: string, isApproved: boolean): void;
  cancel(id: string): Intent;
  refund(params: URLSearchParams): Refund;
  refundsOf(id: string | null): Refund[];
  /** As the card has it. */
  endRefund(id: string): Refund;
}

function metadataOf(params: URLSearchParams): Json {
  const entries = [...params].map(([key, value]) => [/^metadata\[(\w+)\]$/.exec(key)?.[1], value]);
  return Object.fromEntries(entries.filter(([key]) => key !== undefined));
}

export function createStripeBooks(): StripeBooks {
  const intents = new Map<string, Intent>();
  const refunds = new Map<string, Refund>();
  let charges = 0;

  function find(id: string): Intent {
    return (
      intents.get(id) ??
      refuse(`No such payment_intent: '${id}'`, { code: 'resource_missing', param: 'intent' }, 404)
    );
  }

  function unexpected(intent: Intent): never {
    return refuse(`This PaymentIntent could not be used because its status is ${intent.status}.`, {
      code: 'payment_intent_unexpected_state',
      payment_intent: intent,
    });
  }

  function take(intent: Intent): Intent {
    charges++;
    return Object.assign(intent, {
      status: 'succeeded',
      amount_received: intent.amount,
      last_payment_error: null,
      next_action: null,
      latest_charge: {
        id: newId('ch'),
        object: 'charge',
        amount: intent.amount,
        amount_refunded: 0,
        currency: intent.currency,
        payment_intent: intent.id,
      },
    });
  }

  function decline(intent: Intent, error: Json): Json {
    const full = {
      type: 'card_error',
      message: `The card said: ${error.decline_code ?? error.code}.`,
      ...error,
    };
    Object.assign(intent, { status: 'requires_payment_method', last_payment_error: full, next_action: null });
    return full;
  }

  function ask(intent: Intent, method: string, returnUrl: string | null): Intent {
    if (returnUrl === null) refuse('A return_url is needed.', { param: 'return_url' });
    const url = `https://hooks.stripe.com/redirect/authenticate/${intent.id}`;
    return Object.assign(intent, {
      status: 'requires_action',
      payment_method: method,
      next_action: { type: 'redirect_to_url', redirect_to_url: { url, return_url: returnUrl } },
    });
  }

  function endRefund(refund: Refund, status: string): void {
    const charge = find(refund.payment_intent).latest_charge!;
    const counts = (state: string) => state === 'succeeded' || state === 'pending';
    charge.amount_refunded += (Number(counts(status)) - Number(counts(refund.status))) * refund.amount;
    refund.status = status;
    if (status === 'failed') refund.failure_reason = 'expired_or_canceled_card';
  }

  return {
    intents,
    charges: () => charges,
    find,

    method(id) {
      const isKnown = paying.has(id) || asking.has(id) || id === askingInVain || Object.hasOwn(declines, id);
      if (!isKnown) refuse(`No such PaymentMethod: '${id}'`, { code: 'resource_missing' }, 404);
      const card = { brand: 'visa', last4: '4242', exp_month: 4, exp_year: 2034 };
      return { id, object: 'payment_method', type: 'card', card };
    },

    create(params) {
      const amount = Number(params.get('amount'));
      if (!Number.isInteger(amount) || amount < 1) refuse('Invalid positive integer', { param: 'amount' });
      const id = newId('pi');
      const intent: Intent = {
        id,
        object: 'payment_intent',
        amount,
        amount_received: 0,
        currency:
          params.get('currency') ?? refuse('Missing required param: currency.', { param: 'currency' }),
        client_secret: `${id}_secret_${randomBytes(8).toString('hex')}`,
        metadata: metadataOf(params),
        status: 'requires_payment_method',
        payment_method: null,
        latest_charge: null,
        last_payment_error: null,
        next_action: null,
      };
      intents.set(id, intent);
      return intent;
    },

    confirm(id, params) {
      const intent = find(id);
      const method = params.get('payment_method') ?? '';
      if (!['requires_payment_method', 'requires_confirmation'].includes(intent.status)) unexpected(intent);
      if (asking.has(method) || method === askingInVain) return ask(intent, method, params.get('return_url'));
      if (paying.has(method)) return take(Object.assign(intent, { payment_method: method }));
      if (!Object.hasOwn(declines, method))
        refuse(`No such PaymentMethod: '${method}'`, { code: 'resource_missing', param: 'payment_method' });
      throw new StripeRefusal(402, { ...decline(intent, declines[method]), payment_intent: intent });
    },

    finishAction(id, isApproved) {
      const intent = find(id);
      if (intent.status !== 'requires_action') unexpected(intent);
      if (!isApproved) decline(intent, { code: 'payment_intent_authentication_failure' });
      else if (intent.payment_method === askingInVain) decline(intent, declines.pm_card_chargeDeclined);
      else take(intent);
    },

    cancel(id) {
      const intent = find(id);
      if (intent.status === 'succeeded' || intent.status === 'canceled') unexpected(intent);
      return Object.assign(intent, { status: 'canceled', next_action: null });
    },

    refund(params) {
      const intent = find(params.get('payment_intent') ?? '');
      if (!intent.latest_charge) refuse('This PaymentIntent does not have a successful charge to refund.');
      if (intent.payment_method === 'pm_card_createDispute')
        refuse('The charge has been charged back.', { code: 'charge_disputed' });
      const amount = Number(params.get('amount'));
      if (intent.latest_charge.amount_refunded + amount > intent.amount)
        refuse('Refund amount is greater than unrefunded amount on charge.', { param: 'amount' });
      const refund: Refund = {
        id: newId('re'),
        object: 'refund',
        amount,
        currency: intent.currency,
        payment_intent: intent.id,
        charge: intent.latest_charge.id,
        metadata: metadataOf(params),
        status: 'new',
      };
      endRefund(refund, refundsOfCards[String(intent.payment_method)]?.[0] ?? 'succeeded');
      refunds.set(refund.id, refund);
      return refund;
    },

    refundsOf: (id) =>
      [...refunds.values()].filter((refund) => refund.payment_intent === find(id ?? '').id).reverse(),

    endRefund(id) {
      const refund = refunds.get(id) ?? refuse(`No such refund: '${id}'`, { code: 'resource_missing' }, 404);
      endRefund(refund, refundsOfCards[String(find(refund.payment_intent).payment_method)]![1]);
      return refund;
    },
  };
}
