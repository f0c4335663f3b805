import { type Static, Type } from 'typebox';
import { CheckoutChange } from './checkout-change.ts';
import { Money } from './money.ts';

/** An answer lists all mistakes. */
export const RequestIssue = Type.Object(
  {
    in: Type.Union(
      [Type.Literal('body'), Type.Literal('query'), Type.Literal('path'), Type.Literal('header')],
      { description: 'In which part of the request' },
    ),
    pointer: Type.String({
      description: 'A JSON Pointer (RFC 6901): `/lines/0/quantity` in the body, `/limit` in the query',
    }),
    code: Type.String({ description: 'Stable, for programs: `out-of-range`' }),
    params: Type.Optional(
      Type.Record(Type.String(), Type.Unknown(), {
        description: 'What the rule asks for: `min` and `max`, `allowed`, `nearest`',
      }),
    ),
    message: Type.String({ description: 'For people: “quantity must be a whole number from 1 to 99”' }),
  },
  { $id: 'RequestIssue', description: 'One thing that is wrong with a request' },
);
export type RequestIssue = Static<typeof RequestIssue>;

export const Problem = Type.Object(
  {
    type: Type.String({ description: '`about:blank`: `code` says what it is' }),
    title: Type.String({ description: 'What kind of failure it is, for people' }),
    status: Type.Integer({ description: 'As of the answer' }),
    code: Type.String({ description: 'Stable, for programs: `product-not-found`' }),
    detail: Type.Optional(Type.String({ description: 'What it is this time, for people' })),
    instance: Type.Optional(Type.String({ description: 'The id of the request, as in the log' })),
    errors: Type.Optional(
      Type.Array(RequestIssue, { description: 'Of `invalid-request`: everything that is wrong with it' }),
    ),
    changes: Type.Optional(
      Type.Array(CheckoutChange, { description: 'Of a checkout that is not as it was shown: the causes' }),
    ),
    totals: Type.Optional(
      Type.Object(
        {
          shown: { ...Money, description: 'What the shopper was shown' },
          now: { ...Money, description: 'What it is now' },
        },
        { description: 'Of a checkout whose total is not the one that was shown' },
      ),
    ),
  },
  { $id: 'Problem', description: 'A failure: RFC 9457 problem details, with a stable `code`' },
);
export type Problem = Static<typeof Problem>;
