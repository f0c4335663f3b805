/** @file A shopper on the checkout pages, by their visible text. */
import type { Page } from 'playwright-core';
import { testAddress } from './api-orders.ts';

export const goodCard = '4242424242424242';
export const cards = {
  declined: '4000000000000002',
  asks: '4000002500003155',
} as const;

export function payButton(page: Page) {
  return page.getByRole('button', { name: /^Pay \$[\d,.]+$/ });
}

/** On phones a bar hides products and total. */
export const unfoldSummary = (page: Page): Promise<void> => pressBar(page, /^Show order/);
export const foldSummary = (page: Page): Promise<void> => pressBar(page, /^Hide order/);

async function pressBar(page: Page, name: RegExp): Promise<void> {
  const bar = page.getByRole('button', { name });
  if (await bar.isVisible()) await bar.click();
}

export async function fillContact(page: Page, email = 'ada@example.com'): Promise<void> {
  await page.getByLabel('Email').fill(email);
  await page.getByRole('button', { name: 'Continue to delivery' }).click();
  await page.getByLabel('Full name').waitFor();
}

export async function fillAddress(page: Page): Promise<void> {
  await page.getByLabel('Full name').fill(testAddress.full_name);
  await page.getByLabel('Address', { exact: true }).fill(testAddress.line1);
  await page.getByLabel('City').fill(testAddress.city);
  await page.getByLabel('State').selectOption(testAddress.region);
  await page.getByLabel('Postal code').fill(testAddress.postal_code);
}

export async function fillDelivery(page: Page): Promise<void> {
  await fillAddress(page);
  await page.getByRole('button', { name: 'Continue to payment' }).click();
  await page
    .getByRole('heading', { name: 'Payment', exact: true })
    .and(page.locator('#step-heading'))
    .waitFor();
}

export async function fillCard(page: Page, number: string = goodCard): Promise<void> {
  await page.getByLabel('Card number').fill(number);
  await page.getByLabel('Expiry').fill('0434');
  await page.getByLabel('Security code').fill('123');
  await page.getByRole('button', { name: 'Review order' }).click();
  await payButton(page).waitFor();
}

/** Goes from the first step to the button that pays. */
export async function goToReview(page: Page, { card = goodCard }: { card?: string } = {}): Promise<void> {
  await page.goto('/checkout');
  await fillContact(page);
  await fillDelivery(page);
  await fillCard(page, card);
}

export async function waitForOrder(page: Page): Promise<string> {
  await page.waitForURL(/\/orders\/[0-9a-f-]{36}\?(access=|placed=)/);
  return /\/orders\/([0-9a-f-]{36})/.exec(page.url())![1];
}
