/** @file Lists come in pages. */
import { Type } from 'typebox';
import { Nullable } from './nullable.ts';

export function Limit(maximum: number, usual: number) {
  return Type.Optional(
    Type.Integer({ minimum: 1, maximum, default: usual, description: 'How many at most' }),
  );
}

export function Cursor(maxLength = 500) {
  return Type.Optional(
    Type.String({ maxLength, description: '`next_cursor` of the page before; left out: the first page' }),
  );
}

export const NextCursor = Nullable(Type.String(), {
  description: 'Send it as `cursor` for the next page. Null: this was the last one',
});

export const Total = Type.Integer({ minimum: 0, description: 'How many there are on all pages together' });
