import { SignJWT, UnsecuredJWT } from 'jose';
import { expect, onTestFinished, test, vi } from 'vitest';
import { readApiToken, signApiToken } from './api-token.ts';

const secret = 'a secret that is long enough for HS256';
const caller = { userId: 'A1', isAdmin: true, sessionId: '3d1f6c1e-7f7e-4b44-9f54-5a9c8f0f9a10' };

/** A token that is valid except for the test's changes. */
function admin({ algorithm = 'HS256', issuer = 'kindred', audience = 'kindred-api' } = {}): SignJWT {
  return new SignJWT({ role: 'admin' })
    .setProtectedHeader({ alg: algorithm })
    .setIssuer(issuer)
    .setAudience(audience)
    .setSubject('A1')
    .setExpirationTime('1h');
}
const key = new TextEncoder().encode(secret);

test('reads a token that it signed', async () => {
  const token = await signApiToken({ secret, caller, lifetimeSeconds: 60 });
  expect(await readApiToken(token, secret)).toEqual(caller);
});

test('a token that it has read is refused once it has expired, and with another secret', async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  onTestFinished(() => void vi.useRealTimers());
  const token = await signApiToken({ secret, caller, lifetimeSeconds: 60 });
  expect(await readApiToken(token, secret)).toEqual(caller);
  expect(await readApiToken(token, `${secret}!`)).toBeUndefined();
  vi.advanceTimersByTime(58_000);
  expect(await readApiToken(token, secret)).toEqual(caller);
  vi.advanceTimersByTime(2_000);
  expect(await readApiToken(token, secret)).toBeUndefined();
});

test('reads a token without a log-in', async () => {
  const token = await signApiToken({ secret, caller: { userId: 'A1', isAdmin: false }, lifetimeSeconds: 60 });
  expect(await readApiToken(token, secret)).toEqual({ userId: 'A1', isAdmin: false, sessionId: undefined });
});

test.each<[string, () => Promise<string> | string]>([
  ['another secret', () => signApiToken({ secret: `${secret}!`, caller, lifetimeSeconds: 60 })],
  ['an expired token', () => signApiToken({ secret, caller, lifetimeSeconds: -1 })],
  [
    'no signature (alg none)',
    () =>
      new UnsecuredJWT({ role: 'admin' })
        .setIssuer('kindred')
        .setAudience('kindred-api')
        .setExpirationTime('1h')
        .encode(),
  ],
  ['another algorithm', () => admin({ algorithm: 'HS512' }).sign(key)],
  ['another audience', () => admin({ audience: 'elsewhere' }).sign(key)],
  ['another issuer', () => admin({ issuer: 'elsewhere' }).sign(key)],
  [
    'a token without an end',
    () =>
      new SignJWT({ role: 'admin' })
        .setProtectedHeader({ alg: 'HS256' })
        .setIssuer('kindred')
        .setAudience('kindred-api')
        .sign(key),
  ],
  ['no token at all', () => 'abc'],
])('refuses %s', async (_, make) => {
  expect(await readApiToken(await make(), secret)).toBeUndefined();
});
