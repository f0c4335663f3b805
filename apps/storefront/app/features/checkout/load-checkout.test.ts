import type { KindredClient } from '@kindred/client';
import { RouterContextProvider } from 'react-router';
import { expect, test, vi } from 'vitest';
import { apiContext, logContext } from '../../shared/request-context.ts';
import { loadCheckout } from './load-checkout.ts';

test.each([
  { draft: { country: 'FR' }, country: 'FR' },
  { draft: {}, country: 'DE' },
])(
  'until a delivery option is chosen, the estimate is for the address’s country, $country',
  async ({ draft, country }) => {
    const cart = vi.fn(async () => null);
    const checkout = {
      state: 'open',
      draft,
      missing: ['shipping_method_id'],
      shipping_address: { full_name: 'Ada', line1: 'Torstraße 1', city: 'Berlin', country: 'DE' },
      shipping_method_id: null,
      payment_method: null,
      breakdown: { total_price: { amount_minor: 100, currency: 'USD' } },
    };
    const context = new RouterContextProvider();
    context.set(apiContext, {
      beginCheckout: async () => checkout,
      cart,
      session: async () => null,
      shippingMethods: async () => ({ items: [] }),
    } as unknown as KindredClient);
    context.set(logContext, { warn: vi.fn(), error: vi.fn() });

    await loadCheckout(context, new URL('http://shop.example/checkout?step=delivery'));
    expect(cart).toHaveBeenCalledWith({ country });
  },
);
