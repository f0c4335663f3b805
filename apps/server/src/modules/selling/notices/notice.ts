import type { NoticeKind } from '@kindred/contracts';
import type { Database } from '../../../platform/postgres/database.ts';

/** A user, who is mailed at the address of their account, or a guest with an address. */
export type Asker =
  | { readonly kind: 'user'; readonly userId: string }
  | { readonly kind: 'guest'; readonly email: string };

/** The dependencies of the use cases. */
export interface Notices {
  readonly db: Database;
  /** Signs links. */
  readonly secret: string;
  readonly publicUrl: string;
  /** The base address of pictures. */
  readonly picturesUrl: string;
  readonly clock: () => Date;
}

export interface StoredNotice {
  readonly noticeId: string;
  readonly kind: NoticeKind;
  readonly productId: number;
  readonly priceMinor: number | null;
  readonly currency: string | null;
  readonly createdAt: string;
  readonly isConfirmed: boolean;
}

/** The most notices of one recipient, except those of the wishlist. */
export const noticeCapacity = 100;
/** The most unconfirmed notices of one address. It limits the mails that strangers can send to it. */
export const unconfirmedCapacity = 5;
