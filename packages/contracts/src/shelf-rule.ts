import { type Static, Type } from 'typebox';
import { AskedProductId } from './id.ts';
import { AskedMoment, Moment } from './moment.ts';
import { Nullable } from './nullable.ts';
import { RecommendationContext } from './recommendation.ts';
import { WrittenText } from './typed-text.ts';

export const ShelfRuleKind = Type.Union([Type.Literal('pin'), Type.Literal('block'), Type.Literal('boost')], {
  description:
    '`pin`: the product has a fixed position. `block`: the products are on no shelf. `boost`: the products move up, or down',
});
export type ShelfRuleKind = Static<typeof ShelfRuleKind>;

export const ShelfRuleContent = Type.Object(
  {
    kind: ShelfRuleKind,
    context: Type.Optional({
      ...RecommendationContext,
      description: 'Only on these shelves. Default: on all',
    }),
    product_id: Type.Optional({
      ...AskedProductId,
      description:
        'The product, in all options. Exactly one of `product_id`, `brand` and `category` is needed; a `pin` needs a product',
    }),
    brand: Type.Optional(WrittenText(300, { description: 'All products of the brand' })),
    category: Type.Optional(
      Type.String({ maxLength: 300, description: 'The slug of a category: all products in it and below it' }),
    ),
    position: Type.Optional(
      Type.Integer({
        minimum: 1,
        maximum: 100,
        description: 'For `pin`, required: the position on the shelf',
      }),
    ),
    factor: Type.Optional(
      Type.Number({
        exclusiveMinimum: 0,
        maximum: 100,
        description: 'For `boost`, required: 2 halves the products’ distance from the top, 0.5 doubles it',
      }),
    ),
    starts_at: Type.Optional(AskedMoment('Default: now')),
    ends_at: Type.Optional(AskedMoment('Default: never')),
    note: Type.Optional(Type.String({ maxLength: 300, description: 'For other administrators' })),
  },
  {
    $id: 'ShelfRuleContent',
    additionalProperties: false,
    examples: [{ kind: 'boost', brand: 'Hearthline', factor: 2, context: 'home' }],
  },
);
export type ShelfRuleContent = Static<typeof ShelfRuleContent>;

export const ShelfRule = Type.Object(
  {
    rule_id: Type.Integer({ minimum: 1, description: 'The id of the rule' }),
    kind: ShelfRuleKind,
    context: Nullable(RecommendationContext, { description: 'Null: on all shelves' }),
    product_id: Nullable(Type.Integer(), { description: 'The product, if the rule is about one' }),
    brand: Nullable(Type.String(), { description: 'The brand, if the rule is about one' }),
    category: Nullable(Type.String(), { description: 'The slug of the category, if the rule is about one' }),
    position: Nullable(Type.Integer(), { description: 'For `pin`' }),
    factor: Nullable(Type.Number(), { description: 'For `boost`' }),
    starts_at: Nullable(Moment('When it begins'), { description: 'Null: it has begun' }),
    ends_at: Nullable(Moment('When it ends'), { description: 'Null: never' }),
    note: Type.String({ description: 'For other administrators' }),
    created_at: Moment('When it was made'),
  },
  { $id: 'ShelfRule', description: 'A rule of the merchant for shelves' },
);
export type ShelfRule = Static<typeof ShelfRule>;

export const ShelfRuleList = Type.Object(
  { items: Type.Array(ShelfRule, { description: 'The newest first; past ones too' }) },
  { $id: 'ShelfRuleList' },
);
export type ShelfRuleList = Static<typeof ShelfRuleList>;
