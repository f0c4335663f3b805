/** @file Accounts in a real browser, from registration to deletion, with their carts, orders and devices. */
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { placeOrder, productsForSale, testAddress } from './api-orders.ts';
import { type ApiMember, createApiMember, createApiVisitor, testPassword } from './api-visitor.ts';
import { openBrowser } from './browser.ts';
import { press, status, tabTo, typeInto } from './keyboard.ts';
import { openDemoShop } from './open-demo-shop.ts';
import { mailTo } from './outbox.ts';
import { visit as visitWith } from './visit.ts';

const desktop = { width: 1440, height: 900 };
const shop = openDemoShop({ viewport: desktop });
const { visit } = shop;

const phone = { width: 360, height: 780 };

const newEmail = () => `${randomUUID()}@example.com`;
const main = (page: Page) => page.getByRole('main');
const field = (page: Page, label: string) => main(page).getByLabel(label, { exact: true });
const button = (page: Page, name: string) => main(page).getByRole('button', { name, exact: true });
const pathOf = (page: Page) => new URL(page.url()).pathname;

async function createMember(): Promise<ApiMember> {
  const member = await createApiMember(shop.url);
  const { link } = await mailTo(shop.url, member.email, 'Confirm your email address');
  const token = new URL(link!, shop.url).searchParams.get('token');
  await createApiVisitor(shop.url).send('POST', '/auth/verify-email', { token });
  return member;
}

async function logIn(page: Page, email: string, password = testPassword): Promise<void> {
  await page.goto('/login');
  await field(page, 'Email').fill(email);
  await field(page, 'Password').fill(password);
  await button(page, 'Log in').click();
  await page.waitForURL('**/account');
}

test.each([phone, desktop])(
  'by keyboard alone at $width px: registration, profile and addresses',
  async (viewport) => {
    await visit(
      async (page) => {
        const email = newEmail();
        await page.goto('/register');
        await press(button(page, 'Create account'));
        const summary = page.getByRole('alert').filter({ hasText: '2 things need your attention' });
        await summary.waitFor();
        expect(await summary.evaluate((element) => element === document.activeElement)).toBe(true);
        await typeInto(field(page, 'Email'), 'ada');
        await typeInto(field(page, 'Password'), testPassword);
        await main(page).getByText('Enter an email address like name@example.com').first().waitFor();
        await page.keyboard.press('Shift+Tab');
        await page.keyboard.press('ControlOrMeta+a');
        await page.keyboard.type(email);
        await typeInto(field(page, 'First name'), 'Ada');
        await page.keyboard.press('Enter');
        await page.getByRole('heading', { name: 'Check your inbox' }).waitFor();

        const mail = await mailTo(shop.url, email, 'Confirm your email address');
        expect(mail.link).toMatch(/^\/verify-email\?token=/);
        await page.goto(mail.link!);
        await press(button(page, 'Confirm address'));
        await status(page, 'You can log in now').waitFor();

        await typeInto(field(page, 'Email'), email);
        await typeInto(field(page, 'Password'), testPassword);
        await page.keyboard.press('Enter');
        await page.getByRole('heading', { name: 'Hello, Ada' }).waitFor();

        const navigation = page.getByRole('navigation', { name: 'Account' });
        await press(navigation.getByRole('link', { name: 'Profile' }));
        await page.getByRole('heading', { name: 'Profile' }).waitFor();
        await typeInto(field(page, 'Age'), '200');
        await press(button(page, 'Save details'));
        await main(page).getByText('Enter an age from 0 to 150').first().waitFor();
        await typeInto(field(page, 'Age'), '41');
        await tabTo(field(page, 'Gender'));
        await page.keyboard.type('Oth');
        await typeInto(field(page, 'Home address'), 'Storgatan 1, Umeå');
        await press(button(page, 'Save details'));
        await status(page, 'Your details are saved').waitFor();
        expect(await field(page, 'Gender').inputValue()).toBe('Other');

        await press(navigation.getByRole('link', { name: 'Addresses' }));
        await press(main(page).getByRole('link', { name: 'Add an address' }));
        await typeInto(field(page, 'Full name'), 'Ada Öberg');
        await tabTo(field(page, 'Country'));
        await page.keyboard.type('United States');
        await press(button(page, 'Save address'));
        await main(page).getByRole('link', { name: 'Choose a state' }).waitFor();
        await press(main(page).getByRole('link', { name: 'Enter a street address' }));
        await page.keyboard.type('12 Harbour Street');
        await typeInto(field(page, 'City'), 'Portland');
        await tabTo(field(page, 'State'));
        await page.keyboard.type('Maine');
        await typeInto(field(page, 'Postal code'), '04101');
        await press(button(page, 'Save address'));
        await status(page, 'The address is saved').waitFor();
        await main(page).getByText('Portland, ME 04101').waitFor();

        await press(page.getByRole('button', { name: 'Log out', exact: true }));
        await status(page, 'You are logged out').waitFor();
        await page.getByRole('link', { name: 'Log in', exact: true }).first().waitFor();
      },
      { viewport },
    );
  },
);

test('addresses can be edited, made the default and deleted', async () => {
  const member = await createMember();
  await visit(
    async (page, context) => {
      await member.lendTo(context);
      for (const city of ['Berlin', 'Hamburg']) {
        await page.goto('/account/addresses/new');
        await field(page, 'Country').selectOption('DE');
        expect(await main(page).getByLabel('State', { exact: true }).count()).toBe(0);
        await field(page, 'Full name').fill('Ada Öberg');
        await field(page, 'Address').fill('Hafenstraße 1');
        await field(page, 'Postal code').fill('10115');
        await field(page, 'City').fill(city);
        await button(page, 'Save address').click();
        await main(page).getByText(`10115 ${city}`).waitFor();
      }
      const cards = main(page).getByRole('listitem').filter({ hasText: '10115' });
      expect(await cards.first().textContent()).toContain('Berlin');
      await cards.nth(1).getByRole('button', { name: 'Use as default' }).click();
      await status(page, 'Your default address is changed').waitFor();
      expect(await cards.first().textContent()).toMatch(/Hamburg[\s\S]*Default|Default[\s\S]*Hamburg/);

      await cards.nth(1).getByRole('link', { name: 'Edit' }).click();
      await field(page, 'City').fill('Potsdam');
      await button(page, 'Save address').click();
      await main(page).getByText('10115 Potsdam').waitFor();

      await cards.nth(1).getByText('Delete', { exact: false }).first().click();
      await cards.nth(1).getByRole('button', { name: 'Delete address' }).click();
      await status(page, 'The address is deleted').waitFor();
      expect(await cards.count()).toBe(1);

      const gone = await member.send<{ address_id: string }>('POST', '/me/addresses', testAddress);
      await page.reload();
      await member.send('DELETE', `/me/addresses/${gone.address_id}`);
      await main(page).getByRole('button', { name: 'Use as default' }).click();
      await page.getByRole('alert').filter({ hasText: 'No such address' }).waitFor();
    },
    { viewport: phone },
  );
});

test('a device that its owner logs out is out immediately; a new password logs out all others', async () => {
  const member = await createMember();
  await visit(async (page) => {
    await logIn(page, member.email);
    await visit(async (other) => {
      await logIn(other, member.email);
      await page.goto('/account/profile');
      await main(page).getByText('This device').waitFor();
      // The member's own API client, the other browser, and this one.
      expect(
        await main(page)
          .getByRole('button', { name: /^Log out .*last used/ })
          .count(),
      ).toBe(2);
      await main(page)
        .getByRole('button', { name: /^Log out Chrome/ })
        .click();
      await status(page, 'The device is logged out').waitFor();
      await other.goto('/account');
      expect(other.url()).toContain('/login?return_to=%2Faccount');

      await logIn(other, member.email);
      await field(page, 'Current password').fill('not the password');
      await field(page, 'New password').fill('another harbour 17 lamps');
      await button(page, 'Change password').click();
      await main(page).getByText('Your password is incorrect').first().waitFor();
      await field(page, 'Current password').fill(testPassword);
      await field(page, 'New password').fill('short');
      await button(page, 'Change password').click();
      await main(page).getByText('at least 10 characters: it has 5').first().waitFor();
      await field(page, 'New password').fill('another harbour 17 lamps');
      await button(page, 'Change password').click();
      await status(page, 'Your password is changed').waitFor();
      for (const label of ['Current password', 'New password'])
        await expect.poll(() => field(page, label).inputValue()).toBe('');
      await other.goto('/account');
      expect(pathOf(other)).toBe('/login');
      expect(
        await main(page)
          .getByRole('button', { name: /^Log out .*last used/ })
          .count(),
      ).toBe(0);
    });
  });
});

test('a shopper replaces a forgotten password, and logs in by a link without one', async () => {
  const { email } = await createMember();
  await visit(async (page) => {
    await page.goto('/account/forgot');
    expect(pathOf(page)).toBe('/forgot-password');
    await field(page, 'Email').fill(email);
    await button(page, 'Send link').click();
    await page.getByRole('heading', { name: 'Check your inbox' }).waitFor();
    const reset = await mailTo(shop.url, email, 'Choose a new password');
    // The address in mails of earlier versions.
    await page.goto(reset.link!.replace('/reset-password', '/account/reset'));
    expect(pathOf(page)).toBe('/reset-password');
    await field(page, 'New password').fill('password1234');
    await button(page, 'Save password').click();
    await main(page).getByText('very common and easy to guess').first().waitFor();
    await field(page, 'New password').fill('another harbour 17 lamps');
    await button(page, 'Save password').click();
    await status(page, 'Log in with the new one').waitFor();
    await page.goto(reset.link!);
    await field(page, 'New password').fill('a third harbour 17 lamps');
    await button(page, 'Save password').click();
    await page.getByRole('heading', { name: 'This link no longer works' }).waitFor();

    await page.goto('/login?return_to=/account/addresses');
    await field(page, 'Email').fill(email);
    await button(page, 'Email me a log-in link').click();
    await page.getByRole('heading', { name: 'Check your inbox' }).waitFor();
    const { link } = await mailTo(shop.url, email, 'Your link to log in');
    await page.goto(link!);
    // A mail scanner opens the link too, which must not use it up.
    await fetch(shop.url + link);
    await button(page, 'Log in').click();
    await page.waitForURL('**/account');
  });
});

test('a link changes the email address, and the old address is notified', async () => {
  const member = await createMember();
  const email = newEmail();
  await visit(async (page) => {
    await logIn(page, member.email);
    await page.goto('/account/profile');
    await main(page).getByText('Change email address').click();
    await field(page, 'New email').fill(email);
    await field(page, 'Your password').fill(testPassword);
    await button(page, 'Send link').click();
    await status(page, `We sent a link to ${email}`).waitFor();
    await expect.poll(() => field(page, 'Your password').inputValue()).toBe('');
    await mailTo(shop.url, member.email, 'about to get a new email address');
    const { link } = await mailTo(shop.url, email, 'Confirm your new email address');
    await page.goto(link!);
    await button(page, 'Use this address').click();
    await status(page, 'Your email address is changed').waitFor();
    await main(page).getByText(email).waitFor();
    await mailTo(shop.url, member.email, 'now has a new email address');
  });
});

test('a guest’s orders join the account that confirms their address', async () => {
  const guest = createApiVisitor(shop.url);
  const email = newEmail();
  const [{ product_id: productId, title }] = await productsForSale(guest, { count: 1 });
  const { orderNumber } = await placeOrder(guest, { lines: [{ productId }], email });
  await visit(async (page) => {
    await page.goto('/register');
    await field(page, 'Email').fill(email);
    await field(page, 'Password').fill(testPassword);
    await button(page, 'Create account').click();
    await page.getByRole('heading', { name: 'Check your inbox' }).waitFor();
    await logIn(page, email);
    await main(page).getByText('Confirm your email address').waitFor();
    await main(page).getByText('No orders yet').waitFor();
    const { link } = await mailTo(shop.url, email, 'Confirm your email address');
    await page.goto(link!);
    await button(page, 'Confirm address').click();
    await status(page, 'Your email address is confirmed').waitFor();
    await main(page).getByText(orderNumber).waitFor();
    await main(page).getByText(title).waitFor();
  });
});

test('after wrong passwords, the page says how long to wait and offers other ways', async () => {
  const { email } = await createMember();
  await visit(async (page) => {
    await page.goto('/login');
    await field(page, 'Email').fill(email);
    for (let tries = 0; tries < 6; tries++) {
      await field(page, 'Password').fill(`not the password ${tries}`);
      const answered = page.waitForResponse((answer) => answer.request().method() === 'POST');
      await button(page, 'Log in').click();
      await answered;
    }
    const alert = page
      .getByRole('alert')
      .filter({ hasText: /try again in \d+ minutes, or ask for an email/ });
    await alert.waitFor();
    expect(await field(page, 'Email').inputValue()).toBe(email);
  });
});

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? 'with' : 'without';
  test(`input sent after the log-in has ended comes back after the next log-in, ${how} JavaScript`, async () => {
    const member = await createMember();
    const other = await createMember();
    const [place, name] = ['12 Harbour Street', 'Grace Öberg'];
    await visit(
      async (page, context) => {
        await logIn(page, member.email);
        await page.goto('/account/addresses/new');
        await field(page, 'Full name').fill(name);
        await field(page, 'Address').fill(place);
        await field(page, 'Country').selectOption('DE');
        await field(page, 'Postal code').fill('10115');
        await field(page, 'City').fill('Berlin');
        await member.send('DELETE', '/me/sessions');
        await button(page, 'Save address').click();
        await page.waitForURL('**/login?**');
        const kept = await context.cookies();

        await field(page, 'Email').fill(member.email);
        await field(page, 'Password').fill(testPassword);
        await button(page, 'Log in').click();
        await page.waitForURL('**/account/addresses/new');
        await main(page).getByText('Not saved yet').waitFor();
        expect(await field(page, 'Full name').inputValue()).toBe(name);
        expect(await field(page, 'Address').inputValue()).toBe(place);

        // Another person with this browser does not see it.
        await context.clearCookies();
        await context.addCookies(kept);
        await field(page, 'Full name').waitFor();
        await page.goto('/login?return_to=/account/addresses/new');
        await field(page, 'Email').fill(other.email);
        await field(page, 'Password').fill(testPassword);
        await button(page, 'Log in').click();
        await page.waitForURL('**/account/addresses/new');
        expect(await field(page, 'Address').inputValue()).toBe('');
      },
      { javaScriptEnabled },
    );
  });
}

test('a form that was opened for one account does not change another', async () => {
  const [member, other] = [await createMember(), await createMember()];
  const [{ product_id: productId }] = await productsForSale(member, { count: 1 });
  await visit(async (page, context) => {
    await member.lendTo(context);
    await page.goto('/account/profile');
    await field(page, 'First name').fill('Grace');
    await other.lendTo(context);
    await button(page, 'Save details').click();
    await status(page, 'You are now logged in to a different account').waitFor();
    expect(pathOf(page)).toBe('/account');
    for (const one of [member, other])
      expect(await one.send('GET', '/me')).toMatchObject({ first_name: 'Ada' });

    await member.lendTo(context);
    await page.goto(`/p/${productId}/-/review`);
    await main(page).getByLabel('4 stars, Very good').check();
    await other.lendTo(context);
    await button(page, 'Submit review').click();
    await status(page, 'You are now logged in to a different account').waitFor();
    expect(await other.send('GET', '/me/reviews')).toMatchObject({ items: [] });
  });
});

test('without JavaScript: log in, change details, add an address, log out', async () => {
  const member = await createMember();
  await visit(
    async (page) => {
      await page.goto('/account/addresses/new');
      expect(page.url()).toContain('/login?return_to=%2Faccount%2Faddresses%2Fnew');
      await field(page, 'Email').fill(member.email);
      await field(page, 'Password').fill(testPassword);
      await button(page, 'Log in').click();
      await page.waitForURL('/account/addresses/new');
      await field(page, 'Full name').fill('Ada Öberg');
      await field(page, 'Address').fill('12 Harbour Street');
      await field(page, 'Country').selectOption('US');
      await field(page, 'Postal code').fill('04101');
      await field(page, 'City').fill('Portland');
      await button(page, 'Save address').click();
      // Only the chosen country has the field for the state.
      const state = main(page).getByLabel('State', { exact: true });
      await state.selectOption('ME');
      expect(await field(page, 'Address').inputValue()).toBe('12 Harbour Street');
      await button(page, 'Save address').click();
      await main(page).getByText('Portland, ME 04101').waitFor();
      await status(page, 'The address is saved').waitFor();

      await page.goto('/account/profile');
      await field(page, 'Last name').fill('Lovelace');
      await button(page, 'Save details').click();
      await status(page, 'Your details are saved').waitFor();
      expect(await field(page, 'Last name').inputValue()).toBe('Lovelace');
      await page.getByRole('button', { name: 'Log out', exact: true }).click();
      await status(page, 'You are logged out').waitFor();
    },
    { javaScriptEnabled: false },
  );
});

test('after a log-out, Back shows nothing personal, not even from the browser’s memory', async () => {
  const member = await createMember();
  const remembering = await openBrowser({ keepsPagesInMemory: true });
  try {
    await visitWith(remembering, { baseURL: shop.url, viewport: desktop }, async (page) => {
      await logIn(page, member.email);
      await page.goto('/account/profile');
      await main(page).getByText(member.email).waitFor();
      await page.goto('/');
      await page.goto('/account');
      await page.getByRole('button', { name: 'Log out', exact: true }).click();
      await status(page, 'You are logged out').waitFor();
      for (let back = 0; back < 3; back++) {
        await page.goBack();
        const login = page.getByRole('link', { name: 'Log in', exact: true }).first();
        const personal = page.getByText(/Hello, Ada|@example\.com/).first();
        await login.or(personal).first().waitFor();
        expect(await personal.isVisible()).toBe(false);
        await login.waitFor();
        expect(await page.content()).not.toContain(member.email);
      }
    });
  } finally {
    await remembering.close();
  }
});

test('a shopper downloads their data and deletes the account', async () => {
  const member = await createMember();
  await visit(async (page) => {
    await logIn(page, member.email);
    await page.goto('/account/privacy');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      main(page).getByRole('link', { name: 'Download your data' }).click(),
    ]);
    const file = JSON.parse(await readFile(await download.path(), 'utf8')) as { profile: { email: string } };
    expect(file.profile.email).toBe(member.email);

    await field(page, 'Your password').fill(testPassword);
    await button(page, 'Delete my account').click();
    await status(page, 'Your account is deleted').waitFor();
    await page.getByRole('link', { name: 'Log in', exact: true }).first().waitFor();
    await page.goto('/login');
    await field(page, 'Email').fill(member.email);
    await field(page, 'Password').fill(testPassword);
    const answered = page.waitForResponse((answer) => answer.request().method() === 'POST');
    await button(page, 'Log in').click();
    expect((await answered).status()).toBe(401);
    await main(page).getByText('Incorrect email or password').waitFor();
  });
});
