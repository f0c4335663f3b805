import {
  cardDigitsOf,
  groupCardDigits,
  type Reading,
  readCardExpiry,
  readCardNumber,
  readSecurityCode,
} from '@kindred/shop-types';
import type { FormError } from '../../shared/form-errors.ts';
import { formText } from '../../shared/form-values.ts';

export const cardLabels = {
  number: 'Card number',
  expiry: 'Expiry date',
  security_code: 'Security code',
} as const;

/** For `formErrorsOf`. */
export const cardSentences = {
  'number not-a-test-card':
    'This is not a test card number. This shop does not accept real cards: use one of the test cards below',
} as const;

function sentence(label: string, { code, says }: { code: string; says: string }): string {
  const name = label.toLowerCase();
  return code === 'required' ? `Enter the ${name}` : `The ${name} ${says}`;
}

/** The errors in a card as the shopper typed it. */
export function checkCard(form: FormData, now: Date): FormError[] {
  const number = formText(form, 'number');
  const readings: [keyof typeof cardLabels, Reading][] = [
    ['number', readCardNumber(number)],
    ['expiry', readCardExpiry(formText(form, 'expiry'), now)],
    ['security_code', readSecurityCode(formText(form, 'security_code'), number)],
  ];
  return readings.flatMap(([name, reading]) =>
    'refusal' in reading ? [{ name, message: sentence(cardLabels[name], reading.refusal) }] : [],
  );
}

export function groupNumber(text: string): string {
  return groupCardDigits(cardDigitsOf(text).replaceAll(/\D/g, '').slice(0, 19));
}

/** `0429` becomes `04/29`, `4/` becomes `04/`. It never restores what the shopper deletes. */
export function groupExpiry(text: string): string {
  const [, month = '', slash = '', year = ''] = /^(\d{0,2})\s*([/.-]?)\s*(\d{0,4})/.exec(text.trim()) ?? [];
  if (/^[2-9]$/.test(month)) return `0${month}/${year}`;
  if (month.length === 1 && slash !== '') return `0${month}/${year}`;
  return year !== '' || (slash !== '' && month !== '') ? `${month}/${year}` : month;
}

/** The position of the caret with this many digits before it. */
export function caretAfter(text: string, digits: number): number {
  if (digits === 0) return 0;
  let seen = 0;
  for (let index = 0; index < text.length; index++)
    if (/\d/.test(text[index]) && ++seen === digits) return index + 1;
  return text.length;
}
