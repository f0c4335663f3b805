import { RouterContextProvider } from 'react-router';
import { expect, test } from 'vitest';
import { isOverHttpsContext } from '../../shared/request-context.ts';
import { leadToLogin, takeDraft } from './draft.ts';

const context = new RouterContextProvider();
context.set(isOverHttpsContext, true);

const url = new URL('http://shop.test/account/addresses/new');
const ada = { user_id: 'ada' };

function post(fields: Record<string, string>): Request {
  return new Request(url, { method: 'POST', body: new URLSearchParams(fields) });
}

async function draftOf(fields: Record<string, string>): Promise<string | null> {
  const answer = await leadToLogin(context, { request: post(fields), url });
  expect(answer.headers.get('location')).toBe('/login?return_to=%2Faccount%2Faddresses%2Fnew');
  return answer.headers.get('set-cookie');
}

const take = (cookie: string, account = ada, at = url) =>
  takeDraft(context, { request: new Request(at, { headers: { cookie } }), url: at, account });

test('the input comes back once, to the same account on the same page', async () => {
  const cookie = await draftOf({ _account: 'ada', city: 'Umeå; =', intent: 'details' });
  expect(cookie).toMatch(/; HttpOnly; Secure; SameSite=Lax$/);
  const [pair] = cookie!.split('; ');
  const taken = take(pair);
  expect(taken.values).toEqual({ city: 'Umeå; =', intent: 'details' });
  expect(taken.headers['set-cookie']).toContain('Max-Age=0');
  expect(take(pair, ada, new URL('/account/profile', url)).values).toBeUndefined();
});

test('another account does not get the input, and the draft is deleted', async () => {
  const [pair] = (await draftOf({ _account: 'ada', city: 'Umeå' }))!.split('; ');
  const taken = take(pair, { user_id: 'eve' });
  expect(taken.values).toBeUndefined();
  expect(taken.headers['set-cookie']).toContain('Max-Age=0');
});

test('stores no password, no input that is too long for a cookie, and none without an account', async () => {
  const cookie = await draftOf({ _account: 'ada', current_password: 'secret', password: 'secret' });
  expect(cookie).not.toContain('secret');
  expect(await draftOf({ _account: 'ada', text: 'x'.repeat(4_000) })).toBeNull();
  expect(await draftOf({ city: 'Umeå' })).toBeNull();
});

test('ignores an invalid cookie', () => {
  for (const cookie of ['', 'kindred_draft=', 'kindred_draft=%7B', 'kindred_draft=null'])
    expect(take(cookie)).toEqual({ values: undefined, headers: {} });
});
