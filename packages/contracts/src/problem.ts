import { type Static, Type } from 'typebox';
import { CheckoutChange } from './checkout-change.ts';
import { Money } from './money.ts';

/** One thing that is wrong with a request. All of them are told at once. */
export const RequestIssue = Type.Object(
  {
    in: Type.Union([
      Type.Literal('body'),
      Type.Literal('query'),
      Type.Literal('path'),
      Type.Literal('header'),
    ]),
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
  { $id: 'RequestIssue' },
);
export type RequestIssue = Static<typeof RequestIssue>;

/** RFC 9457 problem details with a stable `code`. */
export const Problem = Type.Object(
  {
    type: Type.String(),
    title: Type.String(),
    status: Type.Integer(),
    code: Type.String({ description: 'Stable, for programs: `product-not-found`' }),
    detail: Type.Optional(Type.String()),
    instance: Type.Optional(Type.String({ description: 'The id of the request, as in the log' })),
    errors: Type.Optional(
      Type.Array(RequestIssue, { description: 'Of `invalid-request`: everything that is wrong with it' }),
    ),
    changes: Type.Optional(
      Type.Array(CheckoutChange, { description: 'Of a checkout that is not as it was shown: the causes' }),
    ),
    totals: Type.Optional(
      Type.Object(
        { shown: Money, now: Money },
        { description: 'Of a checkout whose total is not the one that was shown' },
      ),
    ),
  },
  { $id: 'Problem' },
);
export type Problem = Static<typeof Problem>;
