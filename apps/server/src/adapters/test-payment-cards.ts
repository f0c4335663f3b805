import { cardBrandOf, cardDigitsOf } from '@kindred/shop-types';
import type { PaymentFailure, PaymentFailureCode, PaymentMethod } from '../ports/payment-gateway.ts';

/** The states of a refund to a card: the first one and, after the shop has asked for it once, the last one. */
export type RefundBehaviour =
  | 'succeed'
  | 'fail'
  | 'pend-then-succeed'
  | 'pend-then-fail'
  /** The bank returns the money to the shop. */
  | 'succeed-then-fail';

type CardBehaviour =
  | { readonly does: 'pay'; readonly refundsAs?: RefundBehaviour }
  | { readonly does: 'fail'; readonly code: PaymentFailureCode }
  /** Asks for a second step. `thenCode` is the failure after the shopper approves, or null if the payment succeeds. */
  | { readonly does: 'ask'; readonly thenCode: PaymentFailureCode | null }
  /** Takes the money but does not answer. */
  | { readonly does: 'pay-silently' }
  | { readonly does: 'say-nothing' };

/** Cards that Stripe also has behave the same there. */
const cards: Readonly<Record<string, CardBehaviour>> = {
  '4242424242424242': { does: 'pay' },
  '5555555555554444': { does: 'pay' },
  '378282246310005': { does: 'pay' },
  '4000000000007726': { does: 'pay', refundsAs: 'pend-then-succeed' },
  '4000000000005126': { does: 'pay', refundsAs: 'succeed-then-fail' },
  '4000000000000002': { does: 'fail', code: 'card-declined' },
  '4000000000009995': { does: 'fail', code: 'insufficient-funds' },
  '4000000000000069': { does: 'fail', code: 'expired-card' },
  '4000000000000127': { does: 'fail', code: 'incorrect-cvc' },
  '4000000000000119': { does: 'fail', code: 'processing-error' },
  '4000002500003155': { does: 'ask', thenCode: null },
  '4000008400001629': { does: 'ask', thenCode: 'card-declined' },
  '4000000000006999': { does: 'pay-silently' },
  '4000000000006998': { does: 'say-nothing' },
  '4000000000006997': { does: 'pay', refundsAs: 'fail' },
  '4000000000006996': { does: 'pay', refundsAs: 'pend-then-fail' },
};

/** Finds a card by its number, with or without blanks, or by its payment method. */
export function testCard(method: string): CardBehaviour {
  const number = numberOf(method) ?? cardDigitsOf(method);
  return Object.hasOwn(cards, number) ? cards[number] : { does: 'fail', code: 'invalid-method' };
}

/**
 * Names a card as a payment method. The name contains the last four digits, which no two test cards share, and the expiry, so nothing
 * has to be stored. Returns undefined if it is not a test card.
 */
export function nameTestCard({
  number,
  expiry,
}: {
  number: string;
  expiry: string;
}): PaymentMethod | undefined {
  if (!Object.hasOwn(cards, number)) return undefined;
  return findTestCard(`pm_test_${number.slice(-4)}_${expiry.replace('/', '')}`);
}

const nameForm = /^pm_test_(\d{4})_(0[1-9]|1[0-2])(\d{2})$/;

function numberOf(name: string): string | undefined {
  const last4 = nameForm.exec(name)?.[1];
  return last4 && Object.keys(cards).find((number) => number.endsWith(last4));
}

export function findTestCard(name: string): PaymentMethod | undefined {
  const number = numberOf(name);
  if (number === undefined) return undefined;
  const [, last4, month, year] = nameForm.exec(name)!;
  return { id: name, brand: cardBrandOf(number)!, last4, expiry: `${month}/${year}` };
}

export function testFailure(code: string | null): PaymentFailure {
  return {
    code: (code ?? 'processing-error') as PaymentFailureCode,
    message: `The test card said: ${code}.`,
  };
}
