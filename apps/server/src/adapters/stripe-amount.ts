/** @file Stripe also counts in minor units, but not always in the same ones: a króna is 1 unit here and 100 at Stripe. */
import { type Money, minorUnitDigits } from '@kindred/shop-types';

/** Source: https://docs.stripe.com/currencies. All other currencies have two digits there, even ISK and UGX. */
const withoutDigits = new Set('BIF CLP DJF GNF JPY KMF KRW MGA PYG RWF VND VUV XAF XOF XPF'.split(' '));
const withThreeDigits = new Set('BHD JOD KWD OMR TND'.split(' '));

function stripeDigits(currency: string): number {
  if (withoutDigits.has(currency)) return 0;
  return withThreeDigits.has(currency) ? 3 : 2;
}

/** @throws RangeError if Stripe cannot charge exactly this amount */
export function toStripeAmount({ amountMinor, currency }: Money): number {
  const amount = amountMinor * 10 ** (stripeDigits(currency) - minorUnitDigits(currency));
  const step = withThreeDigits.has(currency) ? 10 : 1;
  if (!Number.isSafeInteger(amount) || amount % step !== 0)
    throw new RangeError(
      `Stripe cannot charge exactly ${amountMinor} ${currency} (minor units): their last digit has to be 0.`,
    );
  return amount;
}

/** The result is not an integer if Stripe's amount has a fraction of our minor unit. The shop never asks for such an amount. */
export function fromStripeAmount(amount: number, currency: string): Money {
  const code = currency.toUpperCase();
  return { amountMinor: amount / 10 ** (stripeDigits(code) - minorUnitDigits(code)), currency: code };
}
