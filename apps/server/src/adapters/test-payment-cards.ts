import { cardBrandOf, cardDigitsOf } from '@kindred/shop-types';
import type { PaymentFailure, PaymentFailureCode, PaymentMethod } from '../ports/payment-gateway.ts';

/** What becomes of a refund to a card: how it begins and, once somebody has looked at it, how it ends. */
export type RefundBehaviour =
  | 'succeed'
  | 'fail'
  | 'pend-then-succeed'
  | 'pend-then-fail'
  /** The bank sends the money back. */
  | 'succeed-then-fail';

type CardBehaviour =
  | { readonly does: 'pay'; readonly refundsAs?: RefundBehaviour }
  | { readonly does: 'fail'; readonly code: PaymentFailureCode }
  /** Asks for a second step; `thenCode`: what comes of it when it is approved, null for the money. */
  | { readonly does: 'ask'; readonly thenCode: PaymentFailureCode | null }
  /** Takes the money and gives no answer. */
  | { readonly does: 'pay-silently' }
  | { readonly does: 'say-nothing' };

/** Those that Stripe has too do the same there. */
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

/** By its number, blanks or not, or by the name that it was given as a way to pay. */
export function testCard(method: string): CardBehaviour {
  const number = numberOf(method) ?? cardDigitsOf(method);
  return Object.hasOwn(cards, number) ? cards[number] : { does: 'fail', code: 'invalid-method' };
}

/**
 * A card as a way to pay. Its name holds what may be known of it, the last four digits (no two test cards share them) and the expiry, so
 * nothing has to be stored. Undefined: it is no test card.
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
