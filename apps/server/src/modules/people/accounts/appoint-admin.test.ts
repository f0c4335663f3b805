import { afterAll, beforeAll, expect, test } from 'vitest';
import { createMember, goodPassword, logIn, newEmail } from '../../../testing/account-fixture.ts';
import { createTestShop, type TestShop } from '../../../testing/test-shop.ts';
import { appointAdmin } from './appoint-admin.ts';

let shop: TestShop;
beforeAll(async () => {
  shop = await createTestShop();
});
afterAll(() => shop.close());

test('a new administrator gets a password that works', async () => {
  const email = newEmail();
  const { isNew, generatedPassword } = await appointAdmin(shop.db, { email, password: undefined });
  expect(isNew).toBe(true);
  const { login } = await logIn(shop, email, generatedPassword);
  expect(login.user).toMatchObject({ role: 'admin', email_verified: true });
});

test('a shopper who becomes an administrator keeps the password', async () => {
  const { email } = await createMember(shop);
  const appointed = await appointAdmin(shop.db, { email, password: undefined });
  expect(appointed).toMatchObject({ isNew: false, generatedPassword: undefined });
  expect((await logIn(shop, email)).login.user.role).toBe('admin');
});

test('an unverified account may belong to anyone, so its maker is locked out', async () => {
  const member = await createMember(shop, { isVerified: false });
  const { generatedPassword } = await appointAdmin(shop.db, { email: member.email, password: undefined });
  await expect(logIn(shop, member.email)).rejects.toThrow('invalid-credentials');
  expect((await logIn(shop, member.email, generatedPassword)).login.user.role).toBe('admin');
  member.browser.cookies.delete('kindred_access');
  expect((await member.browser.send('GET', '/me')).status).toBe(401);
});

test('rejects a weak password', async () => {
  const email = newEmail();
  await expect(appointAdmin(shop.db, { email, password: 'admin12345' })).rejects.toThrow('weak-password');
  await appointAdmin(shop.db, { email, password: goodPassword });
  await logIn(shop, email);
});
