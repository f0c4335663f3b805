/** @file What another shop, or any other machine, sends. Its own names identify items and people. */
import { type Static, Type } from 'typebox';
import { AskedMoment } from './moment.ts';
import { Nullable } from './nullable.ts';
import { CurrencyCode } from './typed-text.ts';

/** The most rows of a request. */
const mostFeedRows = 1_000;

/** Without space around it, so that an item has one name everywhere. */
const trimmed = '^\\S(.*\\S)?$';

const ItemName = Type.String({
  minLength: 1,
  maxLength: 64,
  pattern: trimmed,
  description: 'The item’s name in the other shop: the `parent_asin` of its product here',
});
const PersonName = Type.String({
  minLength: 1,
  maxLength: 128,
  pattern: trimmed,
  description: 'The person’s name in the other shop: their `user_id` here',
});

export const FeedItem = Type.Object(
  {
    item_id: ItemName,
    title: Type.Optional(Type.String({ maxLength: 1_000, description: 'Required for a new item' })),
    description: Type.Optional(Type.String({ maxLength: 20_000, description: 'Plain text' })),
    brand: Type.Optional(Type.String({ maxLength: 200, description: 'Who makes it' })),
    categories: Type.Optional(
      Type.Array(Type.String({ maxLength: 60 }), {
        maxItems: 6,
        description: 'The path of its category, from the root: `["Home", "Kitchen", "Mugs"]`',
      }),
    ),
    price: Type.Optional(
      Nullable(
        Type.Object(
          {
            amount_minor: Type.Integer({
              minimum: 1,
              maximum: 2_147_483_647,
              description: 'In minor units: 1999 of USD is $19.99',
            }),
            currency: CurrencyCode,
          },
          { additionalProperties: false },
        ),
        { description: 'Null: it cannot be bought, and no shelf shows it' },
      ),
    ),
    stock: Type.Optional(
      Type.Integer({
        minimum: 0,
        maximum: 1_000_000_000,
        description: 'How many there are. With 0, no shelf shows it. Default for a new item with a price: 50',
      }),
    ),
    image_urls: Type.Optional(
      Type.Array(Type.String({ maxLength: 2_000 }), {
        maxItems: 20,
        description: 'The addresses of its pictures, the main one first',
      }),
    ),
    is_listed: Type.Optional(
      Type.Boolean({ description: 'False: hidden everywhere. Default: unchanged; a new item is listed' }),
    ),
  },
  {
    $id: 'FeedItem',
    additionalProperties: false,
    description: 'An item. A field that is missing leaves its stored value as it is',
  },
);
export type FeedItem = Static<typeof FeedItem>;

export const FeedItems = Type.Object(
  {
    items: Type.Array(FeedItem, {
      minItems: 1,
      maxItems: mostFeedRows,
      description: 'Each item once. All prices have the same currency',
    }),
  },
  {
    $id: 'FeedItems',
    additionalProperties: false,
    examples: [
      {
        items: [
          {
            item_id: 'mug-1',
            title: 'Blue mug',
            brand: 'Hearthline',
            categories: ['Kitchen', 'Mugs'],
            price: { amount_minor: 1_250, currency: 'USD' },
            stock: 12,
            image_urls: ['https://shop.example/mug-1.jpg'],
          },
        ],
      },
    ],
  },
);
export type FeedItems = Static<typeof FeedItems>;

const counts = {
  inserted: Type.Integer({ minimum: 0, description: 'How many are new' }),
  updated: Type.Integer({ minimum: 0, description: 'How many were changed' }),
};

export const FeedItemsReceipt = Type.Object(counts, { $id: 'FeedItemsReceipt' });
export type FeedItemsReceipt = Static<typeof FeedItemsReceipt>;

export const FeedPerson = Type.Object(
  {
    user_id: PersonName,
    first_name: Type.Optional(Type.String({ maxLength: 100, description: 'The first name' })),
    last_name: Type.Optional(Type.String({ maxLength: 100, description: 'The last name' })),
    age: Type.Optional(Type.Integer({ minimum: 0, maximum: 150, description: 'In years' })),
    gender: Type.Optional(
      Type.Union([Type.Literal('Male'), Type.Literal('Female'), Type.Literal('Other')], {
        description: 'The gender',
      }),
    ),
    joined_at: Type.Optional(AskedMoment('When the person joined the other shop')),
  },
  {
    $id: 'FeedPerson',
    additionalProperties: false,
    description: 'A person. A field that is missing leaves its stored value as it is',
  },
);
export type FeedPerson = Static<typeof FeedPerson>;

export const FeedPeople = Type.Object(
  {
    people: Type.Array(FeedPerson, { minItems: 1, maxItems: mostFeedRows, description: 'Each person once' }),
  },
  {
    $id: 'FeedPeople',
    additionalProperties: false,
    examples: [
      { people: [{ user_id: 'person-1', first_name: 'Ada', joined_at: '2026-01-05T08:00:00.000Z' }] },
    ],
  },
);
export type FeedPeople = Static<typeof FeedPeople>;

export const FeedPeopleReceipt = Type.Object(
  {
    ...counts,
    accounts_kept: Type.Integer({
      minimum: 0,
      description: 'How many have, or had, an account of this shop, which only they may change',
    }),
  },
  { $id: 'FeedPeopleReceipt' },
);
export type FeedPeopleReceipt = Static<typeof FeedPeopleReceipt>;

export const InteractionKind = Type.Union(
  [
    Type.Literal('view'),
    Type.Literal('click'),
    Type.Literal('cart'),
    Type.Literal('wishlist'),
    Type.Literal('purchase'),
    Type.Literal('rating'),
    Type.Literal('like'),
    Type.Literal('dislike'),
  ],
  {
    description:
      'A purchase, a like and a rating of three or more are what a model learns from. Views, clicks, carts and wishlists count for the next shelf, for thirty days. A dislike and a rating of one or two count against the item',
  },
);
export type InteractionKind = Static<typeof InteractionKind>;

export const FeedInteraction = Type.Object(
  {
    user_id: PersonName,
    item_id: ItemName,
    kind: InteractionKind,
    occurred_at: AskedMoment('When it happened'),
    value: Type.Optional(
      Type.Number({
        description: 'For `rating`, required: from 1 to 5. For other kinds: stored, and not used',
      }),
    ),
  },
  { $id: 'FeedInteraction', additionalProperties: false, description: 'What a person did with an item' },
);
export type FeedInteraction = Static<typeof FeedInteraction>;

export const FeedInteractions = Type.Object(
  {
    interactions: Type.Array(FeedInteraction, {
      minItems: 1,
      maxItems: mostFeedRows,
      description:
        'In any order. The same person, item, kind and time count once, also when they are sent again',
    }),
    skip_unknown_items: Type.Optional(
      Type.Boolean({
        description:
          'True: leaves out interactions with items that were never sent. Default: the request is rejected',
      }),
    ),
  },
  {
    $id: 'FeedInteractions',
    additionalProperties: false,
    examples: [
      {
        interactions: [
          {
            user_id: 'person-1',
            item_id: 'mug-1',
            kind: 'rating',
            value: 5,
            occurred_at: '2026-03-01T12:00:00.000Z',
          },
        ],
      },
    ],
  },
);
export type FeedInteractions = Static<typeof FeedInteractions>;

export const FeedInteractionsReceipt = Type.Object(
  {
    accepted: Type.Integer({ minimum: 0, description: 'How many are new' }),
    repeated: Type.Integer({ minimum: 0, description: 'How many were known already' }),
    dropped: Type.Integer({
      minimum: 0,
      description:
        'How many were left out: the item is unknown, or the person opted out of recommendations or deleted their account',
    }),
  },
  { $id: 'FeedInteractionsReceipt' },
);
export type FeedInteractionsReceipt = Static<typeof FeedInteractionsReceipt>;
