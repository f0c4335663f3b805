/** @file Parses what shoppers type of a payment card, and formats it. */
import { type Reading, refuse } from './reading.ts';

export type CardBrand = 'amex' | 'mastercard' | 'visa';

const brands: readonly { brand: CardBrand; begins: RegExp; name: string }[] = [
  { brand: 'visa', begins: /^4/, name: 'Visa' },
  { brand: 'mastercard', begins: /^(5[1-5]|2[2-7])/, name: 'Mastercard' },
  { brand: 'amex', begins: /^3[47]/, name: 'American Express' },
];

/** Returns the brand by the first digits; undefined if they are of no known brand. */
export function cardBrandOf(number: string): CardBrand | undefined {
  return brands.find(({ begins }) => begins.test(number))?.brand;
}

/** Returns the name that people know: `American Express`. Other means of payment keep the provider's word: `klarna` is Klarna. */
export function cardBrandName(brand: string): string {
  return (
    brands.find((one) => one.brand === brand)?.name ??
    brand.charAt(0).toUpperCase() + brand.slice(1).replaceAll('_', ' ')
  );
}

export function cardDigitsOf(text: string): string {
  return text.normalize('NFKC').replaceAll(/[\s-]/g, '');
}

/** Groups digits as on the card: `4242 4242 4242 4242`, American Express `3782 822463 10005`. */
export function groupCardDigits(digits: string): string {
  const groups =
    cardBrandOf(digits) === 'amex'
      ? [digits.slice(0, 4), digits.slice(4, 10), digits.slice(10)]
      : (digits.match(/.{1,4}/g) ?? []);
  return groups.filter((group) => group !== '').join(' ');
}

const words = ['no', 'one', 'two', 'three', 'four'];

/** Returns undefined if the length is right. */
function lengthRefusal(
  length: number,
  wanted: number,
): { readonly refusal: { code: string; says: string } } | undefined {
  if (length === wanted) return undefined;
  const off = Math.abs(length - wanted);
  const digits = `${words[off] ?? off} ${off === 1 ? 'digit' : 'digits'}`;
  return length < wanted
    ? refuse('too-short', `is ${digits} short`)
    : refuse('too-long', `is ${digits} too long`);
}

/** Luhn's check digit, which most typing errors break. */
function addsUp(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 0 ? 1 : 2);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}

/** @example readCardNumber('4242 4242 4242 424') // { refusal: { code: 'too-short', says: 'is one digit short' } } */
export function readCardNumber(text: string): Reading {
  const value = cardDigitsOf(text);
  if (value === '') return refuse('required', 'is required');
  if (/\D/.test(value)) return refuse('bad-format', 'must have digits only');
  const isWrongLength = lengthRefusal(value.length, cardBrandOf(value) === 'amex' ? 15 : 16);
  if (isWrongLength) return isWrongLength;
  return addsUp(value)
    ? { value }
    : refuse('bad-check-digit', 'has a wrong digit in it: please compare it with the card');
}

/** Reads month and year as `MM/YY`, in any spelling: `4/29`, `0429`, `04 / 2029`. A card is valid until the end of its month. */
export function readCardExpiry(text: string, now: Date): Reading {
  const tidy = text.normalize('NFKC').trim();
  if (tidy === '') return refuse('required', 'is required');
  const [, typedMonth = '', typedYear = ''] =
    /^(\d{1,2})\s*[/.-]\s*(\d{2}|\d{4})$/.exec(tidy) ?? /^(\d{2})\s*(\d{2}|\d{4})$/.exec(tidy) ?? [];
  if (typedMonth === '') return refuse('bad-format', 'must be month and year as on the card, such as 04/29');
  const month = Number(typedMonth);
  if (month < 1 || month > 12)
    return refuse('bad-month', `has no month ${typedMonth}: months go from 01 to 12`);
  const year = Number(typedYear) + (typedYear.length === 2 ? 2000 : 0);
  const thisMonth = now.getUTCFullYear() * 12 + now.getUTCMonth();
  const itsMonth = year * 12 + month - 1;
  if (itsMonth < thisMonth) return refuse('expired', 'has passed: please use another card');
  if (itsMonth > thisMonth + 30 * 12)
    return refuse('bad-format', 'is too far away: please compare it with the card');
  return { value: `${String(month).padStart(2, '0')}/${String(year % 100).padStart(2, '0')}` };
}

/** Reads the three digits on the back, or the four on the front of an American Express card. */
export function readSecurityCode(text: string, cardNumber: string): Reading {
  const value = cardDigitsOf(text);
  if (value === '') return refuse('required', 'is required');
  if (/\D/.test(value)) return refuse('bad-format', 'must have digits only');
  return lengthRefusal(value.length, cardBrandOf(cardDigitsOf(cardNumber)) === 'amex' ? 4 : 3) ?? { value };
}
