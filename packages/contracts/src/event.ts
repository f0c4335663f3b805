import { type Static, Type } from 'typebox';
import { AskedProductId } from './id.ts';
import { FromSearch } from './search.ts';

export const EventKind = Type.Union([Type.Literal('view'), Type.Literal('click'), Type.Literal('search')], {
  description: '`view`: a product’s page. `click`: on a product that was shown. `search`: a text',
});
export type EventKind = Static<typeof EventKind>;

export const ShopEvent = Type.Object(
  {
    kind: EventKind,
    product_id: Type.Optional({ ...AskedProductId, description: 'Of `view` and `click`: which product' }),
    query: Type.Optional(Type.String({ maxLength: 200, description: 'Of `search`: the text' })),
    request_id: Type.Optional(
      Type.String({ format: 'uuid', description: 'The recommendation response that was clicked' }),
    ),
    position: Type.Optional(
      Type.Integer({ minimum: 1, maximum: 1000, description: 'Of the item there that was clicked' }),
    ),
    search_id: FromSearch,
  },
  { $id: 'ShopEvent', additionalProperties: false, description: 'One thing that a visitor did' },
);
export type ShopEvent = Static<typeof ShopEvent>;

export const EventBatch = Type.Object(
  {
    events: Type.Array(ShopEvent, { minItems: 1, maxItems: 100, description: 'In the order they happened' }),
  },
  {
    $id: 'EventBatch',
    additionalProperties: false,
    examples: [
      {
        events: [
          { kind: 'search', query: 'desk lamp' },
          { kind: 'view', product_id: 1 },
        ],
      },
    ],
  },
);
export type EventBatch = Static<typeof EventBatch>;

export const EventReceipt = Type.Object(
  {
    accepted: Type.Integer({ minimum: 0, description: 'How many were taken' }),
    dropped: Type.Integer({
      minimum: 0,
      description: 'About a product that is not listed (any more), or without what their kind needs',
    }),
  },
  { $id: 'EventReceipt' },
);
export type EventReceipt = Static<typeof EventReceipt>;
