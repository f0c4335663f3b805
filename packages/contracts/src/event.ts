import { type Static, Type } from 'typebox';
import { AskedProductId } from './id.ts';
import { FromSearch } from './search.ts';

export const EventKind = Type.Union(
  [Type.Literal('view'), Type.Literal('click'), Type.Literal('search'), Type.Literal('impression')],
  {
    description:
      '`view`: of a product’s page. `click`: on a shown product. `search`: for a text. `impression`: half of a recommended card was visible for a second',
  },
);
export type EventKind = Static<typeof EventKind>;

export const ShopEvent = Type.Object(
  {
    kind: EventKind,
    product_id: Type.Optional({ ...AskedProductId, description: 'For `view` and `click`: the product' }),
    query: Type.Optional(Type.String({ maxLength: 200, description: 'For `search`: the text' })),
    request_id: Type.Optional(
      Type.String({
        format: 'uuid',
        description:
          'For `click` and `impression`: the `request_id` of the recommendations in which the product was clicked or seen',
      }),
    ),
    position: Type.Optional(
      Type.Integer({
        minimum: 1,
        maximum: 1000,
        description: 'The position of the clicked or seen item in them',
      }),
    ),
    search_id: FromSearch,
    event_id: Type.Optional(
      Type.String({
        format: 'uuid',
        description:
          'An id that the sender made for this event. An event that is sent again within a week is stored once',
      }),
    ),
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
          { kind: 'impression', request_id: '0192f0c1-2d3e-7f40-8a51-62b7c8d9e0f1', position: 3 },
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
        'How many were dropped: the product is not listed (any more), a field that their kind needs is missing, there were too many, or the caller objects to being tracked',
    }),
  },
  { $id: 'EventReceipt' },
);
export type EventReceipt = Static<typeof EventReceipt>;
