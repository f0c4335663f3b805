/** @file Shoppers and administrators as callers of the HTTP API of a running shop. */
import type { Answer } from '../../apps/server/src/testing/upgrade/lost-answers.ts';
import type { Look, Memory } from '../../apps/server/src/testing/upgrade/memory.ts';

export interface Browser {
  readonly cookies: Map<string, string>;
  /** Throws if the shop refuses. */
  ask(method: 'DELETE' | 'GET' | 'PATCH' | 'POST', path: string, body?: unknown): Promise<Answer>;
}

/** `token` is for an API client, which sends no cookies. */
export function openBrowser(url: string, { token }: { token?: string } = {}): Browser {
  const cookies = new Map<string, string>();
  const ask: Browser['ask'] = async (method, path, body) => {
    const isKnownByCookie = token === undefined && cookies.has('kindred_access');
    const csrf =
      isKnownByCookie && method !== 'GET' ? (await ask('GET', '/auth/csrf')).csrf_token : undefined;
    const response = await fetch(`${url}/api/v1${path}`, {
      method,
      headers: {
        ...(token === undefined ? cookieOf(cookies) : { authorization: `Bearer ${token}` }),
        ...(csrf !== undefined && { 'x-csrf-token': csrf }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(/(confirm|refund)$/.test(path) && { 'idempotency-key': crypto.randomUUID() }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    for (const text of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(text)!;
      if (value === '') cookies.delete(name!);
      else cookies.set(name!, value!);
    }
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    return text === '' ? undefined : JSON.parse(text);
  };
  return { cookies, ask };
}

function cookieOf(cookies: ReadonlyMap<string, string>): Record<string, string> {
  const text = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  return text === '' ? {} : { cookie: text };
}

export async function logIn(url: string, { email, password }: { email: string; password: string }) {
  const { access_token, refresh_token } = await openBrowser(url).ask('POST', '/auth/login', {
    email,
    password,
  });
  return { browser: openBrowser(url, { token: access_token }), refreshToken: refresh_token as string };
}

/** Logs in with the password. */
export async function lookerAt(url: string, { member, admin, visitorId }: Memory): Promise<Look> {
  const guest = openBrowser(url);
  guest.cookies.set('kindred_visitor', visitorId);
  const browsers = {
    guest,
    member: (await logIn(url, member)).browser,
    admin: (await logIn(url, admin)).browser,
    stranger: openBrowser(url),
  };
  return (who, path) => browsers[who].ask('GET', path);
}
