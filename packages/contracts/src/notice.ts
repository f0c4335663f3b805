import { type Static, Type } from 'typebox';
import { Money } from './money.ts';
import { ProductSummary } from './product.ts';
import { Email } from './typed-text.ts';

export const NoticeKind = Type.Union([Type.Literal('back-in-stock'), Type.Literal('price-drop')]);
export type NoticeKind = Static<typeof NoticeKind>;

export const NewNotice = Type.Object(
  {
    kind: NoticeKind,
    email: Type.Optional(Email),
  },
  {
    $id: 'NewNotice',
    additionalProperties: false,
    description: 'Who has an account is mailed at its address; who has none says where',
  },
);
export type NewNotice = Static<typeof NewNotice>;

/** `confirm-by-mail` is the same whether the address is known or not. */
export const NoticeReceipt = Type.Object(
  { state: Type.Union([Type.Literal('active'), Type.Literal('confirm-by-mail')]) },
  { $id: 'NoticeReceipt' },
);
export type NoticeReceipt = Static<typeof NoticeReceipt>;

export const Notice = Type.Object(
  {
    notice_id: Type.String({ format: 'uuid' }),
    kind: NoticeKind,
    product: ProductSummary,
    price: Type.Union([Money, Type.Null()], {
      description: 'Of a price drop: what the price has to be below',
    }),
    created_at: Type.String({ format: 'date-time' }),
  },
  { $id: 'Notice' },
);
export type Notice = Static<typeof Notice>;

export const NoticeList = Type.Object(
  {
    items: Type.Array(Notice, { description: 'Those asked for by themselves, the newest first' }),
    watches_wishlist: Type.Boolean({ description: 'And everything on the wishlist besides' }),
  },
  { $id: 'NoticeList' },
);
export type NoticeList = Static<typeof NoticeList>;

const Token = Type.String({ minLength: 1, maxLength: 200, description: 'From a mail' });

export const NoticeToken = Type.Object({ token: Token }, { $id: 'NoticeToken', additionalProperties: false });
export type NoticeToken = Static<typeof NoticeToken>;

export const NoticeEnd = Type.Object(
  {
    token: Token,
    notice_id: Type.Optional(
      Type.String({ format: 'uuid', description: 'This one; without it, all of them' }),
    ),
  },
  { $id: 'NoticeEnd', additionalProperties: false },
);
export type NoticeEnd = Static<typeof NoticeEnd>;
