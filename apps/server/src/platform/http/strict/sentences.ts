/** @file The sentences about errors in a request. */
import type { RequestIssue } from '@kindred/contracts';
import { segmentsOf } from './json-pointer.ts';
import type { Schema } from './schema.ts';

export type RequestPart = RequestIssue['in'];

const types: Readonly<Record<string, readonly [code: string, words: string]>> = {
  integer: ['not-a-whole-number', 'a whole number'],
  number: ['not-a-number', 'a number'],
  string: ['not-a-text', 'a text'],
  boolean: ['not-true-or-false', 'true or false'],
  array: ['not-a-list', 'a list'],
  object: ['not-an-object', 'an object'],
  null: ['not-null', 'null'],
};

/** Names a field: `/lines/0/quantity` is `quantity`, `/brand/2` is `brand 3`, `/postal_code` is `postal code`. A schema's title takes precedence. */
export function nameOf(pointer: string, part: RequestPart, { title }: Schema = {}): string {
  if (title !== undefined) return title;
  const segments = segmentsOf(pointer);
  const last = segments.at(-1);
  if (last === undefined) return `the ${part}`;
  const words = (name: string) => name.replaceAll('_', ' ').slice(0, 60);
  return /^\d+$/.test(last) && segments.length > 1
    ? `${words(segments.at(-2)!)} ${Number(last) + 1}`
    : words(last);
}

/** Describes the expected value: the code for other values, the words `a whole number from 1 to 99`, and the bounds. */
export function expectation(schema: Schema): {
  code: string;
  words: string;
  params?: Readonly<Record<string, unknown>>;
} {
  const wanted = [schema.type ?? 'object'].flat();
  const [code, kind] = types[wanted[0]] ?? ['not-valid', wanted[0]];
  const orNull = wanted.length > 1 && wanted.includes('null') ? ' or null' : '';
  const { minimum: min, maximum: max } = schema;
  const params = { ...(min !== undefined && { min }), ...(max !== undefined && { max }) };
  const words =
    min !== undefined && max !== undefined
      ? `${kind} from ${min} to ${max}`
      : min !== undefined
        ? `${kind} of at least ${min}`
        : max !== undefined
          ? `${kind} of at most ${max}`
          : kind;
  return { code, words: words + orNull, ...(Object.keys(params).length > 0 && { params }) };
}

export function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}

export function counted(count: unknown, unit: string): string {
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}
