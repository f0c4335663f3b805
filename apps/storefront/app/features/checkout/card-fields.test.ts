import { expect, test } from 'vitest';
import { caretAfter, checkCard, groupExpiry, groupNumber } from './card-fields.ts';

const now = new Date('2026-11-28T12:00:00Z');

function check(fields: Record<string, string>) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return checkCard(form, now).map(({ message }) => message);
}

test('says what is wrong with a card', () => {
  expect(check({})).toEqual(['Enter the card number', 'Enter the expiry date', 'Enter the security code']);
  expect(check({ number: '4242 4242 4242 424', expiry: '04/20', security_code: '12' })).toEqual([
    'The card number is one digit short',
    'The expiry date has passed: please use another card',
    'The security code is one digit short',
  ]);
  expect(check({ number: '4242424242424242', expiry: '4/29', security_code: '123' })).toEqual([]);
});

test('shows the digits of a number in groups, however they are typed or pasted', () => {
  expect(groupNumber('42424242')).toBe('4242 4242');
  expect(groupNumber('4242-4242 42x42')).toBe('4242 4242 4242');
  expect(groupNumber('378282246310005')).toBe('3782 822463 10005');
});

test.each([
  ['0', '0'],
  ['4', '04/'],
  ['1', '1'],
  ['1/', '01/'],
  ['12', '12'],
  ['122', '12/2'],
  ['1229', '12/29'],
  ['12 / 29', '12/29'],
  ['12/2029', '12/2029'],
  ['x', ''],
])('the expiry %j is shown as %j', (typed, shown) => {
  expect(groupExpiry(typed)).toBe(shown);
});

test('the caret stays after the digit that was typed', () => {
  expect(caretAfter('4242 4242', 4)).toBe(4);
  expect(caretAfter('4242 4242', 5)).toBe(6);
  expect(caretAfter('4242 4242', 0)).toBe(0);
  expect(caretAfter('4242', 9)).toBe(4);
});
