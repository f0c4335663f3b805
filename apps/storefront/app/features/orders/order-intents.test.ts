import { expect, test } from 'vitest';
import type { ApiAnswers } from '../../shared/api-answers.ts';
import { boughtAgain, carryOut, registrationOf } from './order-intents.ts';

const lamp = { product_id: 1, title: 'Oak desk lamp', quantity: 2 };
const vase = {
  product_id: 2,
  title: 'A vase with a name that goes on for much longer than fits',
  quantity: 1,
};

test('says what was added to the cart, and why the rest was not', () => {
  expect(boughtAgain({ added: [lamp], left_out: [] })).toEqual({
    text: '2 items added to your cart.',
    link: { href: '/cart', label: 'View cart' },
  });
  const outOfStock = { ...vase, reason: 'out-of-stock', message: 'It is out of stock.' };
  expect(boughtAgain({ added: [], left_out: [outOfStock] })).toEqual({
    text: 'Nothing was added to your cart. A vase with a name that goes on for muc…: It is out of stock.',
  });
  const { text } = boughtAgain({ added: [lamp], left_out: [outOfStock, outOfStock, outOfStock] });
  expect(text).toMatch(/ 1 more could not be added\.$/);
});

test('the account takes the name from the order', () => {
  const order = (full_name: string) => ({
    email: 'ada@shop.test',
    shipping_address: {
      full_name,
      line1: '',
      line2: '',
      city: '',
      region: '',
      postal_code: '',
      country: 'DE',
      phone: '',
    },
  });
  expect(registrationOf(order('Ada Maria Öberg'), 'x')).toMatchObject({
    first_name: 'Ada Maria',
    last_name: 'Öberg',
  });
  expect(registrationOf(order('Ada'), 'x')).toEqual({
    email: 'ada@shop.test',
    password: 'x',
    first_name: 'Ada',
  });
});

test('rejects a password that is too short without a request', async () => {
  const form = new FormData();
  form.set('intent', 'create-account');
  form.set('password', 'short');
  const answers = {} as ApiAnswers;
  expect(await carryOut({ answers, form, orderId: 'f00d', access: undefined })).toMatchObject({
    refused: { status: 400, errors: [{ name: 'password' }] },
  });
});
