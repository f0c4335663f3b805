/** @file Attributes in the index: one field, whose values are `size=M`, so that any attribute is filtered and counted without a new mapping. */
import type { Json } from './connection.ts';
import { field } from './nested-products.ts';

export const attributesField = field('attributes');

export const attributeToken = (code: string, value: string): string => `${code}=${value}`;

export const attributeTokens = (attributes: Readonly<Record<string, readonly string[]>>): string[] =>
  Object.entries(attributes).flatMap(([code, values]) => values.map((value) => attributeToken(code, value)));

/** Buckets of the values of one attribute. A code has letters, digits and dashes alone. */
export const valuesOf = (code: string, size: number, order: readonly Json[]): Json => ({
  terms: { field: attributesField, include: `${code}=.*`, size, order },
});

export const valueOfToken = (code: string, token: string): string => token.slice(code.length + 1);
