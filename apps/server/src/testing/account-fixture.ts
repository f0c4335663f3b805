/** @file People with an account, and the mails that they get. */
import { randomUUID } from 'node:crypto';
import type { CsrfToken, LoginAnswer } from '@kindred/contracts';
import { createAccount } from '../modules/people/accounts/index.ts';
import type { Database } from '../platform/postgres/database.ts';
import { sql } from '../platform/postgres/sql.ts';
import { quickPasswords } from './quick-passwords.ts';
import { createShopper, type Shopper } from './shopper.ts';
import type { TestShop } from './test-shop.ts';

export const goodPassword = 'violet harbour 92 lamps';

export interface Member {
  readonly userId: string;
  readonly email: string;
  /** Sends a request with the cookies and the CSRF token of a browser. */
  readonly send: Shopper['send'];
  readonly browser: Shopper;
  readonly login: LoginAnswer;
}

export function newEmail(): string {
  return `${randomUUID()}@example.com`;
}

/** A person with a verified account, logged in with a browser. */
export async function createMember(
  shop: Pick<TestShop, 'app' | 'db'>,
  { role = 'shopper', isVerified = true }: { role?: 'shopper' | 'admin'; isVerified?: boolean } = {},
): Promise<Member> {
  const email = newEmail();
  const { userId } = (await createAccount(shop.db, {
    email,
    password: goodPassword,
    firstName: 'Ada',
    lastName: 'Öberg',
    role,
    isVerified,
    passwords: quickPasswords,
  }))!;
  const { browser, login } = await logIn(shop, email);
  const { body } = await browser.send<CsrfToken>('GET', '/auth/csrf');
  const send: Shopper['send'] = (method, path, content, headers = {}) =>
    browser.send(method, path, content, { 'x-csrf-token': body.csrf_token, ...headers });
  return { userId, email, send, browser, login };
}

export async function logIn(
  shop: Pick<TestShop, 'app'>,
  email: string,
  password = goodPassword,
): Promise<{ browser: Shopper; login: LoginAnswer }> {
  const browser = createShopper(shop.app);
  const { status, body } = await browser.send<LoginAnswer>('POST', '/auth/login', {
    email,
    password,
    set_cookies: true,
  });
  if (status !== 200) throw new Error(`log-in: ${status} ${JSON.stringify(body)}`);
  return { browser, login: body };
}

/** Guesses an account's password from one address after another until the account accepts no more guesses. Returns the number of guesses. */
export async function spendStrangersTries(shop: Pick<TestShop, 'app'>, email: string): Promise<number> {
  for (let tries = 0; tries < 100; tries++) {
    const { statusCode } = await shop.app.inject({
      method: 'POST',
      url: '/api/v1/auth/login',
      payload: { email, password: 'not the password' },
      remoteAddress: `10.1.${tries}.1`,
    });
    if (statusCode === 429) return tries;
  }
  throw new Error('An account takes a hundred guesses of strangers.');
}

/** The kinds and data of the mails to an address, oldest first. */
export async function mailsTo(
  db: Database,
  recipient: string,
): Promise<{ kind: string; data: Record<string, string> }[]> {
  const { rows } = await db.execute<{ kind: string; data: Record<string, string> }>(
    sql`select kind, data from mails where recipient = ${recipient} order by created_at`,
  );
  return rows;
}

/** Mails that no current account with that address caused: one of an earlier account, one that a visitor requested. */
export async function mailAsOthers(db: Database, recipient: string): Promise<void> {
  await db.execute(sql`
    insert into mails (kind, recipient, data, created_at)
    values ('password-changed', ${recipient}, '{}', now() - interval '1 day'),
      ('newsletter-confirm', ${recipient}, '{"link": "https://shop.example/newsletter/confirm"}', now())`);
}

/** The token in the link of the newest mail of a kind. */
export async function tokenMailedTo(db: Database, recipient: string, kind: string): Promise<string> {
  const mail = (await mailsTo(db, recipient)).findLast((one) => one.kind === kind);
  const token = mail && new URL(mail.data.link).searchParams.get('token');
  if (!token) throw new Error(`No mail ${kind} with a link was sent to ${recipient}.`);
  return token;
}
