/** @file Reads prices in the currency of the file. A price that may be in another currency is never read. */
import { minorUnitDigits, readCurrency } from '@kindred/shop-types';
import type { NoteField } from './field-counts.ts';
import { FieldError, isMissing } from './field-values.ts';

/**
 * Returns the exact price in minor units: it moves the decimal digits instead of multiplying. Returns null (not for sale) for no value,
 * for zero, and for text that is not a price in this currency, which it notes. For a range or "from 5.99", it returns the lowest price.
 * Throws `FieldError`.
 */
export type PriceReader = (value: unknown, note: NoteField) => number | null;

const largestPrice = 2 ** 31 - 1;
const longestText = 400;

/** Signs of a currency besides its code and the signs that `Intl` knows. */
const otherSigns: Readonly<Record<string, readonly string[]>> = {
  CAD: ['CDN$'],
  CHF: ['SFr', 'Fr'],
  CNY: ['元', 'RMB'],
  INR: ['Rs'],
  JPY: ['円'],
};

export function priceReader(currency: string): PriceReader {
  const digits = minorUnitDigits(currency);
  const signs = signsOf(currency);
  const grammar = grammarOf(currency, signs);
  return (value, note) => {
    if (isMissing(value)) return null;
    if (typeof value !== 'number' && typeof value !== 'string' && typeof value !== 'bigint')
      throw new FieldError('price', 'is not a number', value);
    // Non-breaking spaces and full-width digits and signs become plain ones.
    const text = String(value).slice(0, longestText).normalize('NFKC').trim();
    refuseImpossible(text, value);
    const found = hasOtherCurrency(text, signs) ? null : grammar.exec(text);
    const amounts = [found?.[2], found?.[3]].flatMap((amount) => (amount === undefined ? [] : [amount]));
    const decimals = amounts.map((amount) => toDecimal(amount, digits));
    if (decimals.length === 0 || decimals.includes(null)) {
      if (Number(text) === 0) note('price', 'is zero: not for sale', value);
      else if (hasOtherCurrency(text, signs)) note('price', 'is in another currency: not for sale', value);
      else note('price', 'cannot be read as a price: not for sale', value);
      return null;
    }
    const [lowest] = decimals
      .map((decimal) => shiftDigits(decimal!, digits))
      .sort((a, b) => a.minor - b.minor);
    if (lowest!.minor > largestPrice) throw new FieldError('price', 'is larger than Kindred can hold', value);
    if (found![1] !== undefined || found![4] !== undefined || amounts.length > 1)
      note('price', 'is a range: the lowest is taken', value);
    if (lowest!.isRounded) note('price', `has more digits than ${currency}: rounded`, value);
    if (lowest!.minor === 0) note('price', 'is zero: not for sale', value);
    return lowest!.minor === 0 ? null : lowest!.minor;
  };
}

function refuseImpossible(text: string, value: unknown): void {
  const number = text === '' ? Number.NaN : Number(text);
  if (number < 0 || /^(?:[-\u2212] ?[\p{L}.]*\p{Sc}? ?|[\p{L}.]*\p{Sc} ?[-\u2212] ?)[\d.]/u.test(text))
    throw new FieldError('price', 'is negative', value);
  if (/^[-+]?inf(?:inity)?$/i.test(text)) throw new FieldError('price', 'is not a number', value);
  if (number > largestPrice) throw new FieldError('price', 'is larger than Kindred can hold', value);
}

/** `USD`, `$`, `US$`; upper case. */
function signsOf(currency: string): ReadonlySet<string> {
  const named = (['symbol', 'narrowSymbol'] as const).map(
    (currencyDisplay) =>
      new Intl.NumberFormat('en', { style: 'currency', currency, currencyDisplay })
        .formatToParts(0)
        .find(({ type }) => type === 'currency')!.value,
  );
  const narrow = named[1]!;
  const withCountry = /^\p{Sc}$/u.test(narrow) ? [currency.slice(0, 2) + narrow, currency[0]! + narrow] : [];
  const all = [currency, ...named, ...withCountry, ...(otherSigns[currency] ?? [])];
  return new Set(all.map((sign) => sign.toUpperCase()));
}

/** Whether the text has the sign or the code of another currency. */
function hasOtherCurrency(text: string, own: ReadonlySet<string>): boolean {
  for (const [token] of text.matchAll(/[\p{L}.]*\p{Sc}|\p{L}+/gu)) {
    if (own.has(token.replaceAll('.', '').toUpperCase())) continue;
    if (/\p{Sc}/u.test(token) || 'value' in readCurrency(token)) return true;
  }
  return false;
}

/** The groups are "from", the first amount, the second amount of a range, "and up". */
function grammarOf(currency: string, signs: ReadonlySet<string>): RegExp {
  const written = [...signs]
    .sort((a, b) => b.length - a.length)
    .map((sign) => {
      // The point in `Rs.500` belongs to the sign, the point in `$.99` to the amount.
      const isAbbreviation = /^\p{L}+$/u.test(sign) && sign !== currency;
      const spaced = sign.replace(/[$.]/g, '\\$&').replace(/(?<=\p{L})(?=\\?\p{Sc})/u, ' ?');
      return isAbbreviation ? String.raw`${spaced}\.?` : spaced;
    });
  const sign = `(?:${written.join('|')})`;
  const amount = String.raw`(\d(?:[.,'’ ]?\d)*|\.\d+)`;
  const one = `(?:${sign} ?){0,2}${amount}(?: ?${sign})?`;
  return new RegExp(
    `^(from |starting at |as low as )?${one}(?: ?(?:[-–—‒−~]|to|through) ?${one})?` +
      String.raw`( ?\+| and up)?(?: ?\([^()]*\)| ?/ ?[\p{L}\d ]+)?(?:\.|[.,][-–—])?$`,
    'iu',
  );
}

const plain = /^\d*\.?\d+$/;
const grouped = /^[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?$/;
const groupedInIndia = /^[1-9]\d?(?:,\d{2})+,\d{3}(?:\.\d+)?$/;
const groupedBySpace = /^[1-9]\d{0,2}(?:[ '’]\d{3})+(?:[.,]\d{1,2})?$/;
const groupedByDot = /^[1-9]\d{0,2}(?:\.\d{3})+,\d{1,3}$|^[1-9]\d{0,2}(?:\.\d{3}){2,}$/;
const withComma = /^\d+,\d{1,2}$/;

/** Returns digits with a point, or null if the meaning of the signs between them is unclear. */
function toDecimal(amount: string, digits: number): string | null {
  if (plain.test(amount)) return digits === 0 && /^\d{1,3}\.\d{3}$/.test(amount) ? null : amount;
  if (grouped.test(amount) || groupedInIndia.test(amount)) return amount.replaceAll(',', '');
  if (groupedBySpace.test(amount)) return amount.replace(/[ '’]/g, '').replace(',', '.');
  if (groupedByDot.test(amount)) return amount.replaceAll('.', '').replace(',', '.');
  return digits > 0 && withComma.test(amount) ? amount.replace(',', '.') : null;
}

function shiftDigits(decimal: string, digits: number): { minor: number; isRounded: boolean } {
  const [whole = '', fraction = ''] = decimal.split('.');
  const minor = Number(whole + fraction.slice(0, digits).padEnd(digits, '0'));
  const rest = fraction.slice(digits);
  return { minor: minor + (rest.charAt(0) >= '5' ? 1 : 0), isRounded: /[1-9]/.test(rest) };
}
