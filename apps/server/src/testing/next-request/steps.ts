/** @file Random things that people and the merchant do, and the page that is asked for after each. */
import type { FeedbackKind, RecommendationContext, ShelfRuleKind } from '@kindred/contracts';
import fc from 'fast-check';

/** Products, feedback and rules are numbers that count around what exists. */
export type Action =
  | { readonly what: 'view' | 'buy' | 'cart' | 'forget'; readonly product: number }
  | { readonly what: 'say'; readonly kind: FeedbackKind; readonly product: number }
  | { readonly what: 'take-back'; readonly feedback: number }
  | { readonly what: 'reset' | 'log-in' | 'opt-out' | 'opt-in' }
  | { readonly what: 'list'; readonly product: number; readonly isListed: boolean }
  | { readonly what: 'stock'; readonly product: number; readonly units: number }
  /** All products but some are sold out. */
  | { readonly what: 'sell-out'; readonly left: readonly number[] }
  | {
      readonly what: 'rule';
      readonly kind: ShelfRuleKind;
      readonly about: 'product' | 'brand' | 'category';
      readonly product: number;
      readonly context: RecommendationContext | undefined;
    }
  | { readonly what: 'drop-rule'; readonly rule: number };

export interface Step {
  readonly action: Action;
  /** The node that gets the action. The page comes from the other one. */
  readonly node: 0 | 1;
  /** The shelves of the page, from the top. */
  readonly shelves: readonly RecommendationContext[];
  readonly product: number;
  readonly limit: number;
}

/** What pages show together. */
const pages: readonly (readonly RecommendationContext[])[] = [
  ['home', 'trending'],
  ['product-similar', 'product-goes-with', 'home'],
  ['product', 'trending'],
  ['cart', 'home'],
  ['order-confirmation', 'trending'],
  ['category', 'home'],
  ['search-empty', 'trending'],
  ['mail'],
];

const number = fc.nat(999);
const kinds: readonly FeedbackKind[] = [
  'like',
  'dislike',
  'hide',
  'own',
  'less-of-brand',
  'less-of-category',
  'without',
];

const action: fc.Arbitrary<Action> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ what: fc.constant('view' as const), product: number }) },
  { weight: 2, arbitrary: fc.record({ what: fc.constant('buy' as const), product: number }) },
  { weight: 2, arbitrary: fc.record({ what: fc.constant('cart' as const), product: number }) },
  { weight: 3, arbitrary: fc.record({ what: fc.constant('forget' as const), product: number }) },
  {
    weight: 9,
    arbitrary: fc.record({
      what: fc.constant('say' as const),
      kind: fc.constantFrom(...kinds),
      product: number,
    }),
  },
  { weight: 2, arbitrary: fc.record({ what: fc.constant('take-back' as const), feedback: number }) },
  {
    weight: 2,
    arbitrary: fc.record({
      what: fc.constantFrom('reset' as const, 'log-in' as const, 'opt-out' as const, 'opt-in' as const),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ what: fc.constant('list' as const), product: number, isListed: fc.boolean() }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      what: fc.constant('stock' as const),
      product: number,
      units: fc.constantFrom(0, 0, 7),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      what: fc.constant('sell-out' as const),
      left: fc.array(number, { maxLength: 3 }),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      what: fc.constant('rule' as const),
      kind: fc.constantFrom('pin' as const, 'block' as const, 'block' as const, 'boost' as const),
      about: fc.constantFrom('product' as const, 'product' as const, 'brand' as const, 'category' as const),
      product: number,
      context: fc.constantFrom(undefined, undefined, 'home' as const, 'product-similar' as const),
    }),
  },
  { weight: 2, arbitrary: fc.record({ what: fc.constant('drop-rule' as const), rule: number }) },
);

export const stepsOf = (count: number): fc.Arbitrary<Step[]> =>
  fc.array(
    fc.record({
      action,
      node: fc.constantFrom(0 as const, 1 as const),
      shelves: fc.constantFrom(...pages),
      product: number,
      limit: fc.integer({ min: 1, max: 15 }),
    }),
    { minLength: count, maxLength: count, size: 'max' },
  );
