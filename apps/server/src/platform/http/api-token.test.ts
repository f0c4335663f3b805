import { SignJWT, UnsecuredJWT } from 'jose';
import { expect, test } from 'vitest';
import { readApiToken, signApiToken } from './api-token.ts';

const secret = 'a secret that is long enough for HS256';
const caller = { userId: 'A1', isAdmin: true };

test('reads what it signed', async () => {
  const token = await signApiToken({ secret, caller, lifetimeSeconds: 60 });
  expect(await readApiToken(`Bearer ${token}`, secret)).toEqual(caller);
});

test('knows nobody without a header', async () => {
  expect(await readApiToken(undefined, secret)).toEqual({ userId: undefined, isAdmin: false });
});

test.each([
  ['another secret', () => signApiToken({ secret: `${secret}!`, caller, lifetimeSeconds: 60 })],
  ['an expired token', () => signApiToken({ secret, caller, lifetimeSeconds: -1 })],
  ['no signature', async () => new UnsecuredJWT({ role: 'admin' }).setIssuer('kindred').encode()],
  [
    'another audience',
    () =>
      new SignJWT({ role: 'admin' })
        .setProtectedHeader({ alg: 'HS256' })
        .setIssuer('kindred')
        .setAudience('elsewhere')
        .sign(new TextEncoder().encode(secret)),
  ],
])('refuses %s', async (_, make) => {
  await expect(readApiToken(`Bearer ${await make()}`, secret)).rejects.toThrow('invalid-token');
});
