import { type Static, Type } from 'typebox';
import { CheckoutChange } from './checkout-change.ts';
import { Money } from './money.ts';

/** An answer lists all mistakes. */
export const RequestIssue = Type.Object(
  {
    in: Type.Union(
      [Type.Literal('body'), Type.Literal('query'), Type.Literal('path'), Type.Literal('header')],
      { description: 'The part of the request' },
    ),
    pointer: Type.String({
      description: 'A JSON Pointer (RFC 6901): `/lines/0/quantity` in the body, `/limit` in the query',
    }),
    code: Type.String({ description: 'Stable, for programs: `out-of-range`' }),
    params: Type.Optional(
      Type.Record(Type.String(), Type.Unknown(), {
        description: 'Parameters of the rule: `min` and `max`, `allowed`, `nearest`',
      }),
    ),
    message: Type.String({ description: 'For people: “quantity must be a whole number from 1 to 99”' }),
  },
  { $id: 'RequestIssue', description: 'One mistake in a request' },
);
export type RequestIssue = Static<typeof RequestIssue>;

export const Problem = Type.Object(
  {
    type: Type.String({ description: '`about:blank`; `code` says what the problem is' }),
    title: Type.String({ description: 'The kind of failure, for people' }),
    status: Type.Integer({ description: 'The status of the answer' }),
    code: Type.String({ description: 'Stable, for programs: `product-not-found`' }),
    detail: Type.Optional(Type.String({ description: 'The details of this failure, for people' })),
    instance: Type.Optional(Type.String({ description: 'The id of the request, as in the log' })),
    errors: Type.Optional(
      Type.Array(RequestIssue, { description: 'For `invalid-request`: all mistakes of the request' }),
    ),
    changes: Type.Optional(
      Type.Array(CheckoutChange, {
        description: 'For a checkout that differs from what was shown: the causes',
      }),
    ),
    totals: Type.Optional(
      Type.Object(
        {
          shown: { ...Money, description: 'The shown total' },
          now: { ...Money, description: 'The current total' },
        },
        { description: 'For a checkout whose total differs from the shown one' },
      ),
    ),
  },
  { $id: 'Problem', description: 'A failure: RFC 9457 problem details, with a stable `code`' },
);
export type Problem = Static<typeof Problem>;
