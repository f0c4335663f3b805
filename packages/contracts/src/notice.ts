import { type Static, Type } from 'typebox';
import { Uuid } from './id.ts';
import { Moment } from './moment.ts';
import { Money } from './money.ts';
import { Nullable } from './nullable.ts';
import { ProductSummary } from './product.ts';
import { Email } from './typed-text.ts';

export const NoticeKind = Type.Union([Type.Literal('back-in-stock'), Type.Literal('price-drop')], {
  $id: 'NoticeKind',
  description: 'What somebody is mailed about',
});
export type NoticeKind = Static<typeof NoticeKind>;

export const NewNotice = Type.Object(
  {
    kind: NoticeKind,
    email: Type.Optional({ ...Email, description: 'Whom to mail; for who has no account' }),
  },
  {
    $id: 'NewNotice',
    additionalProperties: false,
    description: 'Who has an account is mailed at its address; who has none says where',
    examples: [{ kind: 'price-drop', email: 'ada@example.com' }],
  },
);
export type NewNotice = Static<typeof NewNotice>;

export const NoticeReceipt = Type.Object(
  {
    state: Type.Union([Type.Literal('active'), Type.Literal('confirm-by-mail')], {
      description: '`confirm-by-mail`: the same whether the address is known or not',
    }),
  },
  { $id: 'NoticeReceipt' },
);
export type NoticeReceipt = Static<typeof NoticeReceipt>;

export const Notice = Type.Object(
  {
    notice_id: Uuid('Names the notice'),
    kind: NoticeKind,
    product: ProductSummary,
    price: Nullable(Money, {
      description: 'Of a price drop: what the price has to be below. Else null',
    }),
    created_at: Moment('When it was asked for'),
  },
  { $id: 'Notice', description: 'That somebody is to be mailed about a product' },
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
const token = 'Vb3q6cTqkG1p2sY0n8h4mW7eXr5zLd9a';

export const NoticeToken = Type.Object(
  { token: Token },
  { $id: 'NoticeToken', additionalProperties: false, examples: [{ token }] },
);
export type NoticeToken = Static<typeof NoticeToken>;

export const NoticeEnd = Type.Object(
  {
    token: Token,
    notice_id: Type.Optional(
      Type.String({ format: 'uuid', description: 'This one; without it, all of them' }),
    ),
  },
  { $id: 'NoticeEnd', additionalProperties: false, examples: [{ token }] },
);
export type NoticeEnd = Static<typeof NoticeEnd>;
