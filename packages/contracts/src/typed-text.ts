/**
 * @file Texts that people type. `x-reads` names the reader of packages/shop-types that the server gives them to: what it makes of a text is
 * kept in the text's place, and what it refuses is refused with the field's place and in words.
 */
import { Type } from 'typebox';

export const Email = Type.String({
  maxLength: 300,
  format: 'email',
  'x-reads': 'email',
  description: 'An email address; kept trimmed, with its domain in lower case and ASCII',
});

/** An address that is looked up: one that was stored before there was a reader is found too. */
export const KnownEmail = Type.String({
  minLength: 1,
  maxLength: 300,
  description: 'The email address of an account, or of an order',
});

export const CountryCode = Type.String({
  maxLength: 20,
  'x-reads': 'country',
  description: 'ISO 3166-1 alpha-2; `de` is taken as DE and UK as GB',
});

export const CurrencyCode = Type.String({
  maxLength: 3,
  'x-reads': 'currency',
  description: 'ISO 4217, in use, in upper case',
});

/** Kept without space around it; not empty. */
export function WrittenText(maxLength: number, options: { title?: string; description?: string } = {}) {
  return Type.String({ maxLength, 'x-reads': 'text', ...options });
}
