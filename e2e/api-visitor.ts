/** @file A caller of the shop's HTTP API with a browser's cookies, who prepares the state for a page. */
import { randomUUID } from 'node:crypto';
import type { BrowserContext } from 'playwright-core';
import { kindred } from './shop-process.ts';

export interface ApiVisitor {
  /** @throws Error with the answer's text if it is not a success. */
  send<Body = unknown>(
    method: 'DELETE' | 'GET' | 'PATCH' | 'POST' | 'PUT',
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<Body>;
  /** Copies this visitor's cookies into a browser, which then acts as this visitor. */
  lendTo(context: BrowserContext): Promise<void>;
}

/** `token` identifies a caller without cookies, such as an administrator. */
export function createApiVisitor(shopUrl: string, { token }: { token?: string } = {}): ApiVisitor {
  const cookies = new Map<string, string>();

  async function send<Body>(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Body> {
    const answer = await fetch(`${shopUrl}/api/v1${path}`, {
      method,
      headers: {
        ...(cookies.size > 0 && {
          cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        }),
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(method === 'POST' && { 'idempotency-key': randomUUID() }),
        ...headers,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    for (const text of answer.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(text)!;
      if (value === '') cookies.delete(name);
      else cookies.set(name, value);
    }
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${text.slice(0, 500)}`);
    return (text === '' ? undefined : JSON.parse(text)) as Body;
  }

  return {
    send,
    lendTo: (context) =>
      context.addCookies([...cookies].map(([name, value]) => ({ name, value, url: shopUrl }))),
  };
}

export const testPassword = 'violet harbour 92 lamps';

export interface ApiMember extends ApiVisitor {
  readonly email: string;
}

/** Creates an account and logs in. The address is not verified. */
export async function createApiMember(
  shopUrl: string,
  { email = `${randomUUID()}@example.com`, firstName = 'Ada' } = {},
): Promise<ApiMember> {
  const visitor = createApiVisitor(shopUrl);
  await visitor.send('POST', '/auth/register', {
    email,
    password: testPassword,
    first_name: firstName,
    last_name: 'Öberg',
  });
  await visitor.send('POST', '/auth/login', { email, password: testPassword, set_cookies: true });
  const { csrf_token } = await visitor.send<{ csrf_token: string }>('GET', '/auth/csrf');
  const send: ApiVisitor['send'] = (method, path, body, headers) =>
    visitor.send(method, path, body, { 'x-csrf-token': csrf_token, ...headers });
  return { ...visitor, send, email };
}

/** Returns an administrator of the shop whose data folder (or database) `settings` name. */
export async function createApiMerchant(
  shopUrl: string,
  settings: Record<string, string>,
): Promise<ApiVisitor> {
  const { token } = await kindred<{ token: string }>(['token', '--admin'], settings);
  return createApiVisitor(shopUrl, { token });
}
