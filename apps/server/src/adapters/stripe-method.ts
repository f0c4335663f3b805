import type Stripe from 'stripe';
import type { PaymentMethod } from '../ports/payment-gateway.ts';

export function methodFrom({
  id,
  type,
  card,
  sepa_debit,
  us_bank_account,
}: Stripe.PaymentMethod): PaymentMethod {
  if (!card)
    return { id, brand: type, last4: sepa_debit?.last4 ?? us_bank_account?.last4 ?? null, expiry: null };
  const month = String(card.exp_month).padStart(2, '0');
  return { id, brand: card.brand, last4: card.last4, expiry: `${month}/${String(card.exp_year).slice(-2)}` };
}
