import { setTimeout as delay } from 'node:timers/promises';
import type { Answer } from '../../apps/server/src/testing/upgrade/lost-answers.ts';
import type { Browser } from './browser.ts';

export const cards = {
  good: '4242424242424242',
  declined: '4000000000000002',
  asks: '4000002500003155',
};

export const address = {
  full_name: 'Ada Öberg',
  line1: 'Storgatan 1',
  city: 'Berlin',
  postal_code: '10115',
  country: 'DE',
};

export interface Wish {
  readonly lines: readonly (readonly [productId: number, quantity: number])[];
  readonly email: string;
  readonly codes?: readonly string[];
  readonly card?: string;
}

export async function fillCart(browser: Browser, { lines, codes = [] }: Wish): Promise<void> {
  for (const [product_id, quantity] of lines)
    await browser.ask('POST', '/cart/items', { product_id, quantity });
  for (const code of codes) await browser.ask('POST', '/cart/promo', { code });
}

/** Returns the confirmation, or undefined if the card was declined. */
export async function buy(browser: Browser, wish: Wish): Promise<Answer> {
  await fillCart(browser, wish);
  const checkout = await browser.ask('POST', '/checkout', {
    email: wish.email,
    shipping_address: address,
    shipping_method_id: 'express',
  });
  return browser
    .ask('POST', '/checkout/confirm', {
      checkout_id: checkout.checkout_id,
      payment_method: wish.card ?? cards.good,
      expected_total: checkout.breakdown.total,
    })
    .catch((error: Error) => {
      if (/payment-declined/.test(error.message)) return undefined;
      throw error;
    });
}

/** Repeats a request until the answer is as expected. */
export async function until<T>(ask: () => Promise<T>, isSo: (answer: T) => boolean): Promise<T> {
  const deadline = Date.now() + 60_000;
  for (;;) {
    const answer = await ask();
    if (isSo(answer)) return answer;
    if (Date.now() > deadline)
      throw new Error(`The expected answer never came: ${JSON.stringify(answer).slice(0, 400)}`);
    await delay(200);
  }
}
