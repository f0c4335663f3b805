/** @file A shopper with a browser at each node, and what the shop should know about them. */
import { randomUUID } from 'node:crypto';
import type { Feedback, FeedbackKind, LoginAnswer } from '@kindred/contracts';
import { createAccount } from '../../modules/people/accounts/index.ts';
import { goodPassword, newEmail } from '../account-fixture.ts';
import { quickPasswords } from '../quick-passwords.ts';
import { createShopper, type Shopper } from '../shopper.ts';
import type { Product, World } from './world.ts';

interface Said {
  readonly feedbackId: string;
  readonly kind: FeedbackKind;
  readonly itemId: number;
  readonly productId: number;
}

const opinions: readonly FeedbackKind[] = ['like', 'dislike', 'hide'];
/** How many viewed items count. */
const mostViewed = 20;

export class Person {
  readonly #world: World;
  #browsers: readonly [Shopper, Shopper];
  #token: string | undefined;
  isOptedOut = false;
  readonly bought = new Set<number>();
  readonly inCart = new Set<number>();
  /** By item, the newest last. */
  #views: number[] = [];
  #said: Said[] = [];
  /** Removed from the history, and not viewed again. */
  readonly #forgotten = new Set<number>();

  constructor(world: World) {
    this.#world = world;
    this.#browsers = this.#open();
  }

  #open(): readonly [Shopper, Shopper] {
    const [one, other] = this.#world.nodes.map(({ app }) =>
      createShopper(app, this.#token === undefined ? {} : { token: this.#token }),
    );
    return [one, other];
  }

  /** Sends a request to a node. Both nodes get the same cookies. */
  send<Body>(node: 0 | 1, ...[method, path, body, headers]: Parameters<Shopper['send']>) {
    return this.#as(node, (browser) => browser.send<Body>(method, path, body, headers));
  }

  async #as<Outcome>(node: 0 | 1, work: (browser: Shopper) => Promise<Outcome>): Promise<Outcome> {
    const outcome = await work(this.#browsers[node]);
    const other = this.#browsers[1 - node].cookies;
    other.clear();
    for (const [name, value] of this.#browsers[node].cookies) other.set(name, value);
    return outcome;
  }

  /** Items that no shelf may show, with the reason. */
  whyNot(itemId: number): string | undefined {
    if (this.isOptedOut) return undefined;
    if (this.bought.has(itemId)) return 'bought';
    if (this.inCart.has(itemId)) return 'in the cart';
    return this.#said.find((one) => one.itemId === itemId && ['own', 'dislike', 'hide'].includes(one.kind))
      ?.kind;
  }

  /** Whether a reason may not name the item. */
  isNoReason(itemId: number): boolean {
    return (
      this.isOptedOut ||
      this.#forgotten.has(itemId) ||
      this.#said.some((one) => one.itemId === itemId && ['without', 'dislike', 'hide'].includes(one.kind))
    );
  }

  /** The viewed items that count. */
  get seen(): ReadonlySet<number> {
    const newest = [...new Set(this.#views.toReversed())];
    return new Set(newest.slice(0, mostViewed).filter((itemId) => !this.isNoReason(itemId)));
  }

  async view(node: 0 | 1, { productId, itemId }: Product): Promise<void> {
    const { body } = await this.send<{ accepted: number }>(node, 'POST', '/events', {
      events: [{ kind: 'view', product_id: productId }],
    });
    if (body.accepted === 0) return;
    this.#views.push(itemId);
    this.#forgotten.delete(itemId);
  }

  async putInCart(node: 0 | 1, { productId, itemId }: Product): Promise<void> {
    const { status } = await this.send(node, 'POST', '/cart/items', { product_id: productId, quantity: 1 });
    if (status >= 400) return;
    this.inCart.add(itemId);
    this.#forgotten.delete(itemId);
  }

  /** Buys the product, if nothing else is in the cart. */
  async buy(node: 0 | 1, { productId, itemId, isSold }: Product): Promise<void> {
    if (!isSold || this.inCart.size > 0) return;
    const { status, body } = await this.#as(node, async (browser) =>
      browser.confirm(await browser.fillCheckout([{ productId, quantity: 1 }])),
    );
    if (status !== 201) throw new Error(`buy: ${status} ${JSON.stringify(body)}`);
    this.bought.add(itemId);
    this.#forgotten.delete(itemId);
  }

  async say(node: 0 | 1, kind: FeedbackKind, { productId, itemId }: Product): Promise<string | undefined> {
    const { status, body } = await this.send<Feedback & { code?: string }>(
      node,
      'POST',
      '/recommendations/feedback',
      { kind, product_id: productId },
    );
    if (this.isOptedOut) return body.code === 'opted-out' ? undefined : `opted out, but ${status}`;
    if (status >= 400) return undefined;
    const isReplaced = (one: Said) =>
      one.feedbackId === body.feedback_id ||
      (opinions.includes(kind) && opinions.includes(one.kind) && one.kind !== kind && one.itemId === itemId);
    this.#said = this.#said.filter((one) => !isReplaced(one));
    this.#said.push({ feedbackId: body.feedback_id, kind, itemId, productId });
    if (kind === 'like' || kind === 'own') this.#forgotten.delete(itemId);
    return undefined;
  }

  async takeBack(node: 0 | 1, number: number): Promise<void> {
    if (this.#said.length === 0) return;
    const [{ feedbackId }] = this.#said.splice(number % this.#said.length, 1);
    await this.send(node, 'DELETE', `/recommendations/feedback/${feedbackId}`);
  }

  async forget(node: 0 | 1, { productId, itemId }: Product): Promise<void> {
    await this.send(node, 'DELETE', `/me/recommendation-history/${productId}`);
    if (this.isOptedOut) return;
    this.#views = this.#views.filter((id) => id !== itemId);
    this.#forgotten.add(itemId);
  }

  async reset(node: 0 | 1): Promise<void> {
    await this.send(node, 'DELETE', '/me/recommendation-preferences');
    this.#views = [];
    this.#said = [];
    this.#forgotten.clear();
  }

  async choose(node: 0 | 1, isOptedOut: boolean): Promise<void> {
    await this.send(node, 'PATCH', '/me/recommendation-preferences', { is_opted_out: isOptedOut });
    this.isOptedOut = isOptedOut;
    if (!isOptedOut) return;
    this.#views = [];
    this.#said = [];
    this.#forgotten.clear();
  }

  /** Makes an account, and logs in with what the browser did so far. */
  async logIn(node: 0 | 1): Promise<void> {
    if (this.#token !== undefined) return;
    const email = newEmail();
    await createAccount(this.#world.shop.db, {
      email,
      password: goodPassword,
      firstName: 'Ada',
      lastName: randomUUID().slice(0, 8),
      role: 'shopper',
      isVerified: true,
      passwords: quickPasswords,
    });
    const { body } = await this.send<LoginAnswer>(node, 'POST', '/auth/login', {
      email,
      password: goodPassword,
    });
    this.#token = body.access_token;
    const { cookies } = this.#browsers[node];
    this.#browsers = this.#open();
    for (const browser of this.#browsers)
      for (const [name, value] of cookies) browser.cookies.set(name, value);
  }
}
