/** @file How much each thing that a person does with a product says about their taste, and how long. */
import { type Static, Type } from 'typebox';

/** What a person did with a product, from the strongest to the weakest sign of taste. */
export const Deed = Type.Union(
  [
    Type.Literal('bought'),
    Type.Literal('owned'),
    Type.Literal('liked'),
    Type.Literal('reviewed'),
    Type.Literal('carted'),
    Type.Literal('wished'),
    Type.Literal('viewed'),
  ],
  { description: 'The strongest thing that the person did with it' },
);
export type Deed = Static<typeof Deed>;
export const deeds: readonly Deed[] = Deed.anyOf.map((deed) => deed.const);

export interface Signal {
  /** The weight of a fresh deed; at most 1. */
  readonly weight: number;
  /** After this many days the weight has fallen by half of what can fall. */
  readonly half_life_days: number;
}
export type Signals = Readonly<Record<Deed, Signal>>;

/** The signals of a shop that has not changed them. A purchase says more than a view, and is true for longer. */
export const usualSignals: Signals = {
  bought: { weight: 1, half_life_days: 365 },
  owned: { weight: 0.6, half_life_days: 365 },
  liked: { weight: 1, half_life_days: 365 },
  reviewed: { weight: 0.9, half_life_days: 365 },
  carted: { weight: 0.8, half_life_days: 14 },
  wished: { weight: 0.7, half_life_days: 90 },
  viewed: { weight: 0.5, half_life_days: 7 },
};

const said: Readonly<Record<Deed, string>> = {
  bought: 'The person bought the product',
  owned: 'The person says that they have it',
  liked: 'Thumbs up',
  reviewed: 'A review of three stars or more',
  carted: 'The product is in the cart',
  wished: 'The product is on the wishlist',
  viewed: 'The person looked at it',
};

const signalOf = (deed: Deed) => ({
  weight: Type.Number({
    minimum: 0,
    maximum: 1,
    description: `How much it says about taste, when it is fresh. 0: nothing. Default: ${usualSignals[deed].weight}`,
  }),
  half_life_days: Type.Integer({
    minimum: 1,
    maximum: 36_500,
    description: `After this many days, half of what can fade has faded. Default: ${usualSignals[deed].half_life_days}`,
  }),
});

const eachDeed = <Made>(make: (deed: Deed) => Made) =>
  Object.fromEntries(deeds.map((deed) => [deed, make(deed)])) as Record<Deed, Made>;

export const Signals = Type.Object(
  eachDeed((deed) => Type.Object(signalOf(deed), { description: said[deed] })),
  { description: 'What each kind of interaction says about a person’s taste, and how long' },
);

export const SignalsChange = Type.Partial(
  Type.Object(
    eachDeed((deed) =>
      Type.Partial(Type.Object(signalOf(deed)), { minProperties: 1, description: said[deed] }),
    ),
  ),
  {
    minProperties: 1,
    description: 'What each kind of interaction says about a person’s taste, and how long',
  },
);
export type SignalsChange = Static<typeof SignalsChange>;

/** @param before the stored changes, or all signals */
export function mergeSignals<Before extends SignalsChange>(
  before: Before,
  change: SignalsChange = {},
): Before {
  const changed = deeds.flatMap((deed) =>
    change[deed] === undefined ? [] : [[deed, { ...before[deed], ...change[deed] }] as const],
  );
  return { ...before, ...Object.fromEntries(changed) };
}
