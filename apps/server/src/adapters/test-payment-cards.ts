import type { PaymentFailure, PaymentFailureCode } from '../ports/payment-gateway.ts';

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

/** By its number, blanks or not. */
export function testCard(method: string): CardBehaviour {
  const number = method.replaceAll(/[\s-]/g, '');
  return Object.hasOwn(cards, number) ? cards[number] : { does: 'fail', code: 'invalid-method' };
}

export function testFailure(code: string | null): PaymentFailure {
  return {
    code: (code ?? 'processing-error') as PaymentFailureCode,
    message: `The test card said: ${code}.`,
  };
}
