import { type Static, Type } from 'typebox';
import { FromSearch } from './search.ts';

export const EventKind = Type.Union([Type.Literal('view'), Type.Literal('click'), Type.Literal('search')]);
export type EventKind = Static<typeof EventKind>;

export const ShopEvent = Type.Object(
  {
    kind: EventKind,
    product_id: Type.Optional(Type.Integer({ minimum: 1, maximum: 2147483647 })),
    query: Type.Optional(Type.String({ maxLength: 200 })),
    request_id: Type.Optional(
      Type.String({ format: 'uuid', description: 'The recommendation response that was clicked' }),
    ),
    position: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000 })),
    search_id: FromSearch,
  },
  { $id: 'ShopEvent', additionalProperties: false },
);
export type ShopEvent = Static<typeof ShopEvent>;

export const EventBatch = Type.Object(
  { events: Type.Array(ShopEvent, { minItems: 1, maxItems: 100 }) },
  { $id: 'EventBatch', additionalProperties: false },
);
export type EventBatch = Static<typeof EventBatch>;

export const EventReceipt = Type.Object(
  {
    accepted: Type.Integer({ minimum: 0 }),
    dropped: Type.Integer({
      minimum: 0,
      description: 'About a product that is not listed (any more), or without what their kind needs',
    }),
  },
  { $id: 'EventReceipt' },
);
export type EventReceipt = Static<typeof EventReceipt>;
