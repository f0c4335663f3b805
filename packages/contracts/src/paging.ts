/** @file Lists come in pages. */
import { Type } from 'typebox';
import { Nullable } from './nullable.ts';

export function Limit(maximum: number, usual: number) {
  return Type.Optional(
    Type.Integer({ minimum: 1, maximum, default: usual, description: 'The most items on a page' }),
  );
}

export function Cursor(maxLength = 500) {
  return Type.Optional(
    Type.String({ maxLength, description: '`next_cursor` of the previous page. Default: the first page' }),
  );
}

export const NextCursor = Nullable(Type.String(), {
  description: 'Send it as `cursor` for the next page. Null: this is the last page',
});

export const Total = Type.Integer({ minimum: 0, description: 'The number of items on all pages together' });
