import type { NoticeKind } from '@kindred/contracts';
import type { Database } from '../../../platform/postgres/database.ts';

/** Who asks to be mailed: a user at the address of their account, or whoever has an address. */
export type Asker =
  | { readonly kind: 'user'; readonly userId: string }
  | { readonly kind: 'guest'; readonly email: string };

/** What the use cases of notices need. */
export interface Notices {
  readonly db: Database;
  /** Links are made with it. */
  readonly secret: string;
  readonly publicUrl: string;
  /** What the paths of pictures are put behind. */
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

/** Notices that somebody may have at a time, besides those of their wishlist. */
export const noticeCapacity = 100;
/** Of an address that has not shown that it asked: what strangers may have us mail to it. */
export const unconfirmedCapacity = 5;
