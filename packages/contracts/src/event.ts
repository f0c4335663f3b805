import { type Static, Type } from 'typebox';
import { AskedProductId } from './id.ts';
import { FromSearch } from './search.ts';

export const EventKind = Type.Union([Type.Literal('view'), Type.Literal('click'), Type.Literal('search')], {
  description: '`view`: of a product’s page. `click`: on a shown product. `search`: for a text',
});
export type EventKind = Static<typeof EventKind>;

export const ShopEvent = Type.Object(
  {
    kind: EventKind,
    product_id: Type.Optional({ ...AskedProductId, description: 'For `view` and `click`: the product' }),
    query: Type.Optional(Type.String({ maxLength: 200, description: 'For `search`: the text' })),
    request_id: Type.Optional(
      Type.String({
        format: 'uuid',
        description: 'The `request_id` of the recommendations in which the product was clicked',
      }),
    ),
    position: Type.Optional(
      Type.Integer({ minimum: 1, maximum: 1000, description: 'The position of the clicked item in them' }),
    ),
    search_id: FromSearch,
  },
  { $id: 'ShopEvent', additionalProperties: false, description: 'One action of a visitor' },
);
export type ShopEvent = Static<typeof ShopEvent>;

export const EventBatch = Type.Object(
  {
    events: Type.Array(ShopEvent, {
      minItems: 1,
      maxItems: 100,
      description: 'In the order in which they happened',
    }),
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
    accepted: Type.Integer({ minimum: 0, description: 'How many were accepted' }),
    dropped: Type.Integer({
      minimum: 0,
      description:
        'How many were dropped: the product is not listed (any more), or a field that their kind needs is missing',
    }),
  },
  { $id: 'EventReceipt' },
);
export type EventReceipt = Static<typeof EventReceipt>;
