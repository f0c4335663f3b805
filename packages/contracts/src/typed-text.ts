/**
 * @file Text that people type. `x-reads` names the reader of packages/shop-types that the server calls: its result
 * replaces the text, and its refusal becomes an error with the field's pointer and a sentence.
 */
import { Type } from 'typebox';

export const Email = Type.String({
  maxLength: 300,
  format: 'email',
  'x-reads': 'email',
  description: 'An email address; stored trimmed, with its domain in lower case and ASCII',
});

/** An address for a look-up, which also finds addresses that were stored before the reader existed. */
export const KnownEmail = Type.String({
  minLength: 1,
  maxLength: 300,
  description: 'The email address of an account, or of an order',
});

export const CountryCode = Type.String({
  maxLength: 20,
  'x-reads': 'country',
  description: 'ISO 3166-1 alpha-2; `de` is read as DE and UK as GB',
});

export const CurrencyCode = Type.String({
  maxLength: 3,
  'x-reads': 'currency',
  description: 'An active ISO 4217 code, in upper case',
});

/** Trimmed and not empty. */
export function WrittenText(maxLength: number, options: { title?: string; description?: string } = {}) {
  return Type.String({ maxLength, 'x-reads': 'text', ...options });
}

/** A path of this shop, or an https address. `//elsewhere` and `/\elsewhere` are neither. */
const linkPattern = '^(/|/[^/\\\\\\s]\\S*|https://\\S+)$';

export const Href = Type.String({
  maxLength: 300,
  pattern: linkPattern,
  description: 'A path of this shop, or an address that starts with https://',
});

/** The address of a picture of the shop's pages. */
export const PictureUrl = Type.String({ maxLength: 500, pattern: linkPattern });
