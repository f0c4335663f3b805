import { type Static, Type } from 'typebox';

export const Availability = Type.Union(
  [
    Type.Literal('in-stock'),
    Type.Literal('low-stock'),
    Type.Literal('out-of-stock'),
    Type.Literal('not-for-sale'),
  ],
  {
    $id: 'Availability',
    description: '`not-for-sale`: the product has no price; it is shown but cannot be bought',
  },
);
export type Availability = Static<typeof Availability>;
