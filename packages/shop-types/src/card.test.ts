import { expect, test } from 'vitest';
import {
  cardBrandName,
  cardBrandOf,
  groupCardDigits,
  readCardExpiry,
  readCardNumber,
  readSecurityCode,
} from './index.ts';

test.each([
  ['4242 4242 4242 4242', '4242424242424242'],
  ['4242-4242-4242-4242', '4242424242424242'],
  [' 3782 822463 10005 ', '378282246310005'],
  ['５５５５５５５５５５５５４４４４', '5555555555554444'],
])('%j is the card number %s', (text, value) => {
  expect(readCardNumber(text)).toEqual({ value });
});

test.each([
  ['', 'required', 'is required'],
  ['4242 4242 4242 424', 'too-short', 'is one digit short'],
  ['4242 4242', 'too-short', 'is 8 digits short'],
  ['4242 4242 4242 4242 42', 'too-long', 'is two digits too long'],
  ['3782 822463 1000', 'too-short', 'is one digit short'],
  ['4242 4242 4242 4243', 'bad-check-digit', 'has a wrong digit in it'],
  ['4242 4242 4242 424O', 'bad-format', 'must have digits only'],
])('of the card number %j it says what is wrong: %s', (text, code, says) => {
  expect(readCardNumber(text)).toEqual({ refusal: { code, says: expect.stringContaining(says) } });
});

const november2026 = new Date('2026-11-28T12:00:00Z');

test.each(['04/29', '4/29', '0429', '04 / 2029', '04.29', '04-2029', ' 042029 '])(
  '%j is the expiry 04/29',
  (text) => {
    expect(readCardExpiry(text, november2026)).toEqual({ value: '04/29' });
  },
);

test('a card is good until the end of its month', () => {
  expect(readCardExpiry('11/26', november2026)).toEqual({ value: '11/26' });
});

test.each([
  ['', 'required'],
  ['10/26', 'expired'],
  ['13/29', 'bad-month'],
  ['00/29', 'bad-month'],
  ['4', 'bad-format'],
  ['April 2029', 'bad-format'],
  ['11/99', 'bad-format'],
])('the expiry %j is refused: %s', (text, code) => {
  expect(readCardExpiry(text, november2026)).toMatchObject({ refusal: { code } });
});

test('a security code has three digits, of American Express four', () => {
  expect(readSecurityCode('123', '4242 4242')).toEqual({ value: '123' });
  expect(readSecurityCode('1234', '3782 8')).toEqual({ value: '1234' });
  expect(readSecurityCode('12', '4242')).toMatchObject({ refusal: { says: 'is one digit short' } });
  expect(readSecurityCode('123', '3782')).toMatchObject({ refusal: { says: 'is one digit short' } });
  expect(readSecurityCode('1234', '4242')).toMatchObject({ refusal: { says: 'is one digit too long' } });
});

test('digits stand in the groups of the card, also before it is complete', () => {
  expect(groupCardDigits('4242424242424242')).toBe('4242 4242 4242 4242');
  expect(groupCardDigits('42424')).toBe('4242 4');
  expect(groupCardDigits('378282246310005')).toBe('3782 822463 10005');
  expect(groupCardDigits('37828')).toBe('3782 8');
  expect(groupCardDigits('')).toBe('');
});

test('recognises brands by their first digits and shows their names', () => {
  expect(['4', '51', '2221', '34', '6011'].map(cardBrandOf)).toEqual([
    'visa',
    'mastercard',
    'mastercard',
    'amex',
    undefined,
  ]);
  expect(['visa', 'amex', 'klarna', 'sepa_debit'].map(cardBrandName)).toEqual([
    'Visa',
    'American Express',
    'Klarna',
    'Sepa debit',
  ]);
});
