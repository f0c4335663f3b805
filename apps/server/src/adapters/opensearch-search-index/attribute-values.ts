/** @file Attributes in the index. One field holds values such as `size=M`, so any attribute can be filtered and counted without a new mapping. */
import type { Json } from './connection.ts';
import { field } from './nested-products.ts';

export const attributesField = field('attributes');

export const attributeToken = (code: string, value: string): string => `${code}=${value}`;

export const attributeTokens = (attributes: Readonly<Record<string, readonly string[]>>): string[] =>
  Object.entries(attributes).flatMap(([code, values]) => values.map((value) => attributeToken(code, value)));

/** Buckets of the values of one attribute. A code has only letters, digits, dashes and underscores, so it needs no escaping. */
export const valuesOf = (code: string, size: number, order: readonly Json[]): Json => ({
  terms: { field: attributesField, include: `${code}=.*`, size, order },
});

export const valueOfToken = (code: string, token: string): string => token.slice(code.length + 1);
