import { randomUUID } from 'node:crypto';
import type { OrderAccess } from '@kindred/contracts';
import { expect, test } from 'vitest';
import { createLogger } from '../platform/logger.ts';
import { sql } from '../platform/postgres/sql.ts';
import { goodPassword, logIn, newEmail, tokenMailedTo } from '../testing/account-fixture.ts';
import { findPlentiful } from '../testing/belongings.ts';
import { createShopper, goodCard } from '../testing/shopper.ts';
import { createTestShop, smallSize, type TestShop } from '../testing/test-shop.ts';

const newPassword = 'amber quarry 17 boats';
const wrongPassword = 'copper meadow 55 sails';
const name = { first_name: 'Wilhelmina', last_name: 'Quackenbush' };
const address = {
  full_name: 'Wilhelmina Quackenbush',
  line1: 'Zwiebelgasse 77',
  city: 'Kleinmachnow',
  postal_code: 'KM14 9ZQ',
  country: 'GB',
  phone: '+49 30 5550199',
};

async function createLoggedShop() {
  const lines: string[] = [];
  const logger = createLogger({ level: 'debug', destination: { write: (line) => void lines.push(line) } });
  const shop = await createTestShop({
    size: smallSize,
    logger,
  });
  return { shop, lines };
}

function expectNothingOf(secrets: readonly string[], lines: readonly string[]): void {
  for (const secret of secrets) {
    const told = lines.filter((line) => line.toLowerCase().includes(secret.toLowerCase()));
    expect(told, secret).toEqual([]);
  }
}

/** Acts as a shopper who registers, shops, forgets the password and returns. Returns all their personal data. */
async function live(shop: TestShop): Promise<string[]> {
  const email = newEmail();
  const visitor = createShopper(shop.app, { email });
  const { send } = visitor;
  await send('POST', '/auth/register', { email, password: 'short', ...name });
  await send('POST', '/auth/register', { email, password: goodPassword, ...name });
  await send('POST', '/auth/register', { email, password: goodPassword, ...name });
  const verification = await tokenMailedTo(shop.db, email, 'verify-email');
  await send('POST', '/auth/verify-email', { token: verification });
  await send('POST', '/auth/verify-email', { token: verification });
  await send('POST', '/auth/login', { email, password: wrongPassword });
  const { browser, login } = await logIn(shop, email);
  const client = createShopper(shop.app, { email, token: login.access_token });
  await client.send('POST', '/me/addresses', { ...address, country: 'Germany' });
  await client.send('POST', '/me/addresses', address);
  await client.send('PATCH', '/me', { ...name, age: 200 });
  await client.send('POST', '/newsletter', { email });
  await client.send('GET', `/nothing?email=${email}&token=${login.access_token}`);

  const [productId] = await findPlentiful(shop);
  await client.fillCheckout([{ productId, quantity: 1 }]);
  const { body: checkout } = await client.send<Parameters<typeof client.confirm>[0]>('PATCH', '/checkout', {
    shipping_address: address,
  });
  for (const card of ['4000000000000002', '4000002500000000', goodCard])
    await client.confirm(checkout, { card });
  const { body: orders } = await client.send<{ items: { order_number: string; order_id: string }[] }>(
    'GET',
    '/orders',
  );
  const placed = orders.items.at(0)!;
  await send('POST', '/orders/lookup', { order_number: 'K-999999', email });
  const found = await send<OrderAccess>('POST', '/orders/lookup', {
    order_number: placed.order_number,
    email,
  });
  await send('GET', `/orders/${placed.order_id}?access=${found.body.access_token}`);
  await shop.app.inject({
    method: 'POST',
    url: '/api/v1/payments/webhooks/test',
    payload: { email, name: address.full_name, card: goodCard },
  });

  await send('POST', '/auth/forgot-password', { email });
  await shop.services.jobs.runDue();
  const reset = await tokenMailedTo(shop.db, email, 'reset-password');
  await send('POST', '/auth/reset-password', { token: reset, password: 'short' });
  await send('POST', '/auth/reset-password', { token: reset, password: newPassword });
  const again = await logIn(shop, email, newPassword);
  await send('POST', '/auth/refresh', { refresh_token: again.login.refresh_token });
  await send('POST', '/auth/refresh', { refresh_token: again.login.refresh_token });
  await shop.services.jobs.runDue();
  return [
    email,
    ...[goodPassword, newPassword, wrongPassword],
    ...[name.first_name, name.last_name, address.line1, address.city, address.phone, address.postal_code],
    ...[verification, reset, found.body.access_token],
    ...[login.access_token, login.refresh_token, again.login.access_token, again.login.refresh_token],
    ...browser.cookies.values(),
    ...[goodCard, '4000000000000002', '4000002500000000'],
  ];
}

test('the log has requests and times, but no personal data', async () => {
  const { shop, lines } = await createLoggedShop();
  try {
    const secrets = await live(shop);
    expect(lines.some((line) => line.includes('/api/v1/checkout/confirm'))).toBe(true);
    expect(lines.some((line) => line.includes('jobs: '))).toBe(true);
    expectNothingOf(secrets, lines);
  } finally {
    await shop.close();
  }
});

test('the log of a failure has no personal data', async () => {
  const { shop, lines } = await createLoggedShop();
  const email = newEmail();
  /** Runs `work` while a table is renamed. */
  async function without(table: string, work: () => Promise<unknown>): Promise<void> {
    const [found, gone] = [sql.identifier(table), sql.identifier(`${table}_gone`)];
    await shop.db.execute(sql`alter table ${found} rename to ${gone}`);
    const before = lines.length;
    await work();
    expect(
      lines.slice(before).some((line) => line.includes('"level":50')),
      table,
    ).toBe(true);
    await shop.db.execute(sql`alter table ${gone} rename to ${found}`);
  }

  try {
    const visitor = createShopper(shop.app, { email });
    const { send } = visitor;
    const register = () => send('POST', '/auth/register', { email, password: goodPassword, ...name });
    await without('users', register);
    await without('mails', register);
    await register();
    const { login } = await logIn(shop, email);
    const client = createShopper(shop.app, { email, token: login.access_token });
    await without('sessions', () => send('POST', '/auth/login', { email, password: goodPassword }));
    await without('sessions', () => send('POST', '/auth/refresh', { refresh_token: login.refresh_token }));
    await without('addresses', () => client.send('POST', '/me/addresses', address));
    await without('users', () => client.send('PATCH', '/me', name));
    const [productId] = await findPlentiful(shop);
    const checkout = await client.fillCheckout([{ productId, quantity: 1 }]);
    await without('checkouts', () => client.send('PATCH', '/checkout', { shipping_address: address }));
    await without('orders', () => client.confirm(checkout));
    await without('payments', () => client.confirm(checkout, { key: randomUUID() }));
    await without('test_payments', () => client.confirm(checkout, { key: randomUUID() }));
    await without('orders', () => send('POST', '/orders/lookup', { order_number: 'K-100001', email }));
    await without('mail_tokens', () => send('POST', '/auth/verify-email', { token: 'a-token-of-a-mail' }));
    await without('newsletter_subscriptions', () => send('POST', '/newsletter', { email }));
    await send('POST', '/auth/forgot-password', { email });
    await without('users', () => shop.services.jobs.runDue());

    // A constraint whose error quotes the rejected row.
    await shop.db.execute(
      sql`alter table addresses add constraint no_such_city check (city <> ${sql.raw(`'${address.city}'`)})`,
    );
    await client.send('POST', '/me/addresses', address);
    expect(lines.some((line) => line.includes('no_such_city'))).toBe(true);
    await shop.db.execute(sql`alter table addresses drop constraint no_such_city`);

    expectNothingOf(
      [
        email,
        goodPassword,
        ...[name.first_name, name.last_name, address.line1, address.phone, address.postal_code],
        ...[login.access_token, login.refresh_token, 'a-token-of-a-mail', goodCard],
      ],
      lines,
    );
  } finally {
    await shop.close();
  }
});
