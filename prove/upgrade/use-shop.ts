/** @file Uses the shop of 72f2cac over its HTTP API until its database has rows of every kind. */
import type pg from 'pg';
import type { Answer } from '../../apps/server/src/testing/upgrade/lost-answers.ts';
import type { Memory } from '../../apps/server/src/testing/upgrade/memory.ts';
import { type Browser, logIn, openBrowser } from './browser.ts';
import { address, buy, cards, fillCart, until } from './buy.ts';

export const admin = { email: 'olga@shop.example', password: 'brass kettle 55 maps' };
const member = { email: 'ada@mail.example', password: 'violet harbour 92 lamps' };

interface Place {
  readonly url: string;
  readonly database: pg.Client;
}

async function tokenMailedTo({ database }: Place, email: string, kind: string): Promise<string> {
  const find = async () =>
    (
      await database.query(
        'select data from mails where recipient = $1 and kind = $2 order by created_at desc limit 1',
        [email, kind],
      )
    ).rows[0]?.data;
  const data = await until(find, (found) => found !== undefined);
  return new URL(data.link ?? data.confirm_link).searchParams.get('token')!;
}

/** To be called while mails are delivered. */
export async function useShop(place: Place): Promise<Memory> {
  const { url } = place;
  const { items: products } = await openBrowser(url).ask('GET', '/products?limit=100');
  const ids = products
    .filter((one: Answer) => one.availability === 'in_stock')
    .sort((one: Answer, other: Answer) => one.price.amount_minor - other.price.amount_minor)
    .map((one: Answer) => one.product_id as number);
  const [first, second, third, fourth, fifth] = ids as [number, number, number, number, number];
  const dear = ids.at(-1)!;

  const boss = (await logIn(url, admin)).browser;
  const guest = openBrowser(url);
  await guest.ask('POST', '/auth/register', { ...member, first_name: 'Ada', last_name: 'Öberg' });
  await guest.ask('POST', '/auth/verify-email', {
    token: await tokenMailedTo(place, member.email, 'verify-email'),
  });
  const ada = (await logIn(url, member)).browser;
  await ada.ask('PATCH', '/me', { age: 36, gender: 'Female' });
  await ada.ask('POST', '/me/addresses', { ...address, is_default: true });
  await ada.ask('POST', '/me/addresses', {
    ...address,
    line1: 'Kastanienallee 7',
    city: 'Wien',
    country: 'AT',
  });
  for (const product_id of [third, first, dear]) await ada.ask('POST', '/me/wishlist', { product_id });

  await placeMemberOrders({ ada, boss, first, second, third, dear });
  const guestOrders = await placeGuestOrders({ url, boss, products: [first, second, fourth, fifth] });
  await writeReviews({ ada, boss, first, second, third });
  await leaveTraces({ guest, ada, products: ids });
  await fillCart(ada, { lines: [[fourth, 2]], email: member.email });
  await ada.ask('POST', '/checkout', { shipping_address: address });

  const newsletterToken = await subscribe(place);
  await leaveForGood(place);
  // Waits until all mails are sent and all refunds are made.
  await until(
    async () =>
      (await place.database.query("select count(*)::int as n from mails where state <> 'sent'")).rows[0].n,
    (waiting) => waiting === 0,
  );
  await until(
    async () =>
      (await place.database.query("select count(*)::int as n from refunds where status = 'requested'"))
        .rows[0].n,
    (waiting) => waiting === 0,
  );
  const { refreshToken } = await logIn(url, member);
  return {
    member: { ...member, refreshToken },
    admin,
    visitorId: guest.cookies.get('kindred_visitor')!,
    guestOrders,
    newsletterToken,
  };
}

async function placeMemberOrders({
  ada,
  boss,
  first,
  second,
  third,
  dear,
}: Record<'ada' | 'boss', Browser> & Record<'first' | 'second' | 'third' | 'dear', number>): Promise<void> {
  const { email } = member;
  const ship = (order: Answer, tracking_number: string) =>
    boss.ask('POST', `/admin/orders/${order.order_id}/ship`, { carrier: 'DHL', tracking_number });

  const { order: delivered } = await buy(ada, {
    email,
    lines: [
      [first, 3],
      [second, 1],
      [dear, 1],
    ],
    codes: ['WELCOME10'],
  });
  await ship(delivered, '00340434161094000001');
  await boss.ask('POST', `/admin/orders/${delivered.order_id}/deliver`);
  await boss.ask('POST', `/admin/orders/${delivered.order_id}/refund`, {
    lines: [{ product_id: first, quantity: 1 }],
    reason: 'One was broken',
    restock: false,
  });
  const { order: shipped } = await buy(ada, {
    email,
    lines: [
      [third, 2],
      [dear, 2],
    ],
    codes: ['FREESHIP', 'FIFTEEN'],
  });
  await ship(shipped, '00340434161094000002');
  const { order: partly } = await buy(ada, {
    email,
    lines: [
      [second, 3],
      [third, 1],
    ],
  });
  await boss.ask('POST', `/admin/orders/${partly.order_id}/refund`, {
    lines: [{ product_id: second, quantity: 1 }],
    reason: 'Changed her mind',
  });
  await buy(ada, { email, lines: [[first, 1]] });
  const { order: returned } = await buy(ada, { email, lines: [[second, 1]] });
  await ship(returned, '00340434161094000003');
  await boss.ask('POST', `/admin/orders/${returned.order_id}/deliver`);
  await boss.ask('POST', `/admin/orders/${returned.order_id}/refund`, { reason: 'Too small' });
}

async function placeGuestOrders({
  url,
  boss,
  products: [first, second, fourth, fifth],
}: {
  url: string;
  boss: Browser;
  products: [number, number, number, number];
}): Promise<Memory['guestOrders']> {
  const orders: Record<string, { orderId: string; access: string }> = {};
  async function place(name: string, product: number, card = cards.good) {
    const browser = openBrowser(url);
    const placed = await buy(browser, { email: `${name}@mail.example`, lines: [[product, 2]], card });
    if (!placed) return undefined;
    const orderId = placed.order.order_id as string;
    orders[name] = { orderId, access: placed.access_token };
    return { browser, orderId, path: `/orders/${orderId}?access=${placed.access_token}` };
  }
  await place('paid', first);
  const cancelled = (await place('cancelled', second))!;
  await cancelled.browser.ask('POST', cancelled.path.replace('?', '/cancel?'));
  await place('declined', fourth, cards.declined);
  await place('pending', fifth, cards.asks);
  const goodwill = (await place('goodwill', fourth))!;
  await boss.ask('POST', `/admin/orders/${goodwill.orderId}/refund`, {
    amount_minor: 100,
    reason: 'It came late',
  });
  const refunded = (await place('refunded', fifth))!;
  await boss.ask('POST', `/admin/orders/${refunded.orderId}/refund`, { reason: 'None was left' });
  return orders;
}

async function writeReviews({
  ada,
  boss,
  first,
  second,
  third,
}: Record<'ada' | 'boss', Browser> & Record<'first' | 'second' | 'third', number>): Promise<void> {
  const write = (product: number, rating: number, title: string, text: string) =>
    ada.ask('POST', `/products/${product}/reviews`, { rating, title, text });
  await write(first, 5, 'Lovely', 'Just right for the hall.');
  await write(second, 2, 'Look here', 'Cheaper at www.elsewhere.example');
  const { review_id } = await write(third, 1, 'Hm', 'See http://spam.example');
  await boss.ask('POST', `/admin/reviews/${review_id}/reject`, { note: 'An advertisement' });
  const { items } = await ada.ask('GET', `/products/${first}/reviews`);
  const other = items.find((one: Answer) => one.title !== 'Lovely');
  await ada.ask('POST', `/products/${first}/reviews/${other.review_id}/helpful`);
}

/** A guest browses and leaves a cart. */
async function leaveTraces({
  guest,
  ada,
  products,
}: Record<'guest' | 'ada', Browser> & { products: readonly number[] }): Promise<void> {
  await fillCart(guest, {
    lines: [
      [products[1]!, 2],
      [products.at(-2)!, 1],
    ],
    email: 'unknown@mail.example',
    codes: ['FREESHIP'],
  });
  await guest.ask('POST', '/checkout', { email: 'unknown@mail.example' });
  for (const browser of [guest, ada]) {
    const { request_id, items } = await browser.ask('GET', '/recommendations?context=home&limit=12');
    const { product_id } = items[0].product;
    await browser.ask('POST', '/events', {
      events: [
        { kind: 'click', product_id, request_id, position: 1 },
        { kind: 'view', product_id },
        { kind: 'search', query: 'lamp' },
      ],
    });
  }
}

/** One subscriber confirms, one does not, and one unsubscribes. */
async function subscribe(place: Place): Promise<string> {
  const browser = openBrowser(place.url);
  const tokens: string[] = [];
  for (const name of ['reader', 'waiting', 'gone']) {
    const email = `${name}@mail.example`;
    await browser.ask('POST', '/newsletter', { email });
    tokens.push(await tokenMailedTo(place, email, 'newsletter-confirm'));
  }
  await browser.ask('POST', '/newsletter/confirm', { token: tokens[0] });
  await browser.ask('POST', '/newsletter/confirm', { token: tokens[2] });
  await browser.ask('POST', '/newsletter/unsubscribe', { token: tokens[2] });
  return tokens[0]!;
}

/** A member deletes their account. */
async function leaveForGood(place: Place): Promise<void> {
  const eve = { email: 'eve@mail.example', password: 'amber quarry 17 boats' };
  const stranger = openBrowser(place.url);
  await stranger.ask('POST', '/auth/register', { ...eve, first_name: 'Eve', last_name: 'Ott' });
  const token = await tokenMailedTo(place, eve.email, 'verify-email');
  await stranger.ask('POST', '/auth/verify-email', { token });
  const { browser } = await logIn(place.url, eve);
  await browser.ask('DELETE', '/me', { password: eve.password });
}

/** To be called while the mail server is unreachable. */
export async function useShopWithoutMails({ url }: Place, memory: Memory): Promise<void> {
  const tokens = await openBrowser(url).ask('POST', '/auth/refresh', {
    refresh_token: memory.member.refreshToken,
  });
  memory.member.refreshToken = tokens.refresh_token;
  await openBrowser(url).ask('POST', '/auth/forgot-password', { email: memory.member.email });
  await openBrowser(url).ask('POST', '/newsletter', { email: 'late@mail.example' });
}
