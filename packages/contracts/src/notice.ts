import { type Static, Type } from 'typebox';
import { Uuid } from './id.ts';
import { Moment } from './moment.ts';
import { Money } from './money.ts';
import { Nullable } from './nullable.ts';
import { ProductSummary } from './product.ts';
import { Email } from './typed-text.ts';

export const NoticeKind = Type.Union([Type.Literal('back-in-stock'), Type.Literal('price-drop')], {
  $id: 'NoticeKind',
  description: 'The event that triggers the mail',
});
export type NoticeKind = Static<typeof NoticeKind>;

export const NewNotice = Type.Object(
  {
    kind: NoticeKind,
    email: Type.Optional({
      ...Email,
      description: 'The address for the mail, for a caller without an account',
    }),
  },
  {
    $id: 'NewNotice',
    additionalProperties: false,
    description: 'A caller with an account gets the mail at its address; a guest gives an address',
    examples: [{ kind: 'price-drop', email: 'ada@example.com' }],
  },
);
export type NewNotice = Static<typeof NewNotice>;

export const NoticeReceipt = Type.Object(
  {
    state: Type.Union([Type.Literal('active'), Type.Literal('confirm-by-mail')], {
      description: '`confirm-by-mail`: the same answer whether the address is known or not',
    }),
  },
  { $id: 'NoticeReceipt' },
);
export type NoticeReceipt = Static<typeof NoticeReceipt>;

export const Notice = Type.Object(
  {
    notice_id: Uuid('The id of the notice'),
    kind: NoticeKind,
    product: ProductSummary,
    price: Nullable(Money, {
      description: 'For a price drop: the price to undercut. Otherwise null',
    }),
    created_at: Moment('When it was requested'),
  },
  { $id: 'Notice', description: 'A request for a mail about a product' },
);
export type Notice = Static<typeof Notice>;

export const NoticeList = Type.Object(
  {
    items: Type.Array(Notice, { description: 'The notices for single products, the newest first' }),
    watches_wishlist: Type.Boolean({ description: 'Whether notices are also on for the whole wishlist' }),
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
      Type.String({ format: 'uuid', description: 'The notice to end. Default: all of them' }),
    ),
  },
  { $id: 'NoticeEnd', additionalProperties: false, examples: [{ token }] },
);
export type NoticeEnd = Static<typeof NoticeEnd>;
