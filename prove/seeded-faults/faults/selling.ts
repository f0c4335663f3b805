import { faultsIn } from '../fault.ts';

const quoteTests = ['modules/selling/pricing/quote.test.ts'] as const;
const cartTests = ['modules/selling/cart/cart.test.ts'] as const;
const saleTests = ['modules/catalogue/sales/sales.test.ts'] as const;
const orderTests = ['modules/selling/orders/order-routes.test.ts'] as const;

export const selling = faultsIn('apps/server/src', [
  {
    what: 'a sale may be over before it begins',
    file: 'modules/catalogue/sales/change-sales.ts',
    find: 'endsAt <= startsAt || endsAt <= now',
    replace: 'endsAt < startsAt',
    tests: saleTests,
  },
  {
    what: 'a sale price that rises still counts from the old price',
    file: 'modules/catalogue/sales/sale-repository.ts',
    find: '${price.amount_minor} <= price_minor and',
    replace: '${price.amount_minor} > 0 and',
    tests: saleTests,
  },
  {
    what: 'a file begins a sale that is over',
    file: 'modules/running/import/merge-sales.ts',
    find: 'case when s.sale_ends_at <= now() then null else s.sale_minor end',
    replace: 's.sale_minor',
    tests: ['modules/running/import/import-sales.test.ts'],
  },
  {
    what: 'an amount takes more off than the goods cost',
    file: 'modules/selling/pricing/discounts.ts',
    find: 'Math.min(promotion.amountMinor, goods)',
    replace: 'promotion.amountMinor',
    tests: quoteTests,
  },
  {
    what: 'a code counts a moment longer than it runs',
    file: 'modules/selling/pricing/promotion.ts',
    find: 'basket.now >= endsAt',
    replace: 'basket.now > endsAt',
    tests: quoteTests,
  },
  {
    what: 'shipping is free by the price before discounts',
    file: 'modules/selling/pricing/quote.ts',
    find: 'netMinor >= freeFromMinor',
    replace: 'sumOf(subtotals) >= freeFromMinor',
    tests: quoteTests,
  },
  {
    what: 'shipping is taxed where it is not',
    file: 'modules/selling/pricing/quote.ts',
    find: 'taxRate?.taxesShipping ? shippingMinor : 0',
    replace: 'shippingMinor',
    tests: quoteTests,
  },
  {
    what: 'the tax that a price holds is computed as if it were added',
    file: 'modules/selling/pricing/shipping-and-tax.ts',
    find: '10_000 + (rate.isInclusive ? rate.basisPoints : 0)',
    replace: '10_000',
    tests: quoteTests,
  },
  {
    what: 'the rows of codes are not locked before their uses are counted',
    file: 'modules/selling/pricing/promotion-use-repository.ts',
    find: '= any(${ids}::int[]) order by promotion_id for no key update`',
    replace: '= any(${ids}::int[]) order by promotion_id`',
    tests: ['modules/selling/pricing/pricing-repository.test.ts'],
    or: {
      find: '= any(${ids}::int[]) order by promotion_id for no key update`',
      replace: '= any(${ids}::int[]) order by promotion_id`',
    },
  },
  {
    what: 'a sold-out line is set to nothing',
    file: 'modules/selling/cart/cart.ts',
    find: 'available > 0 ? available : maximumQuantity',
    replace: 'available >= 0 ? available : maximumQuantity',
    tests: cartTests,
  },
  {
    what: 'a merge forgets the codes of the visitor',
    file: 'modules/selling/cart/cart.ts',
    find: '[...new Set([...user.promoCodes, ...visitor.promoCodes])]',
    replace: '[...user.promoCodes]',
    tests: cartTests,
  },
  {
    what: 'the row of a cart is read without its lock',
    file: 'adapters/postgres-cart-store.ts',
    find: 'from carts where ${isOf(owner)} for update`',
    replace: 'from carts where ${isOf(owner)}`',
    tests: ['adapters/postgres-cart-store.test.ts'],
  },
  {
    what: 'goods that are sold stay on the shelf',
    file: 'modules/catalogue/inventory/stock-repository.ts',
    find: 'sale: { onHand: -1, reserved: -1 }',
    replace: 'sale: { onHand: 0, reserved: -1 }',
    tests: orderTests,
  },
  {
    what: 'a shopper pays a total that they were not shown',
    file: 'modules/selling/checkout/as-shown.ts',
    find: 'totalMinor === expectedTotal.amount_minor && ',
    replace: '',
    tests: ['modules/selling/checkout/checkout-routes.test.ts', 'security/input.test.ts'],
  },
  {
    what: 'the row of a checkout is read without its lock',
    file: 'modules/selling/checkout/checkout-repository.ts',
    find: '${belongsTo(owner)} for update`',
    replace: '${belongsTo(owner)}`',
    tests: ['modules/selling/checkout/checkout-concurrency.test.ts'],
  },
  {
    what: 'the last one cannot be bought',
    file: 'modules/catalogue/inventory/stock-repository.ts',
    find: '.filter((line) => line.requested > line.available)',
    replace: '.filter((line) => line.requested >= line.available)',
    tests: ['modules/selling/checkout/checkout-concurrency.test.ts'],
  },
  {
    what: 'the token of one order opens every order',
    file: 'modules/selling/orders/order-access.ts',
    find: 'return payload.sub === orderId;',
    replace: 'return payload.sub !== undefined;',
    tests: orderTests,
  },
  {
    what: 'amounts go to Stripe with too many or too few noughts',
    file: 'adapters/stripe-amount.ts',
    find: 'const amount = amountMinor * 10 ** (stripeDigits(currency) - minorUnitDigits(currency));',
    replace: 'const amount = amountMinor * 10 ** (minorUnitDigits(currency) - stripeDigits(currency));',
    tests: ['adapters/stripe-payment-gateway.test.ts'],
  },
  {
    what: 'an event about another amount is believed when the currency is right',
    file: 'modules/selling/payments/apply-payment-event.ts',
    find: 'claimed.amountMinor !== payment.amountMinor ||',
    replace: 'claimed.amountMinor !== payment.amountMinor &&',
    tests: ['modules/selling/payments/payment-webhooks.test.ts'],
  },
  {
    what: 'an event that comes before its payment is given up at once',
    file: 'modules/selling/payments/apply-payment-event.ts',
    find: 'if (!isLast) throw',
    replace: 'if (isLast) throw',
    tests: ['modules/selling/payments/payment-webhooks.test.ts'],
  },
]);
