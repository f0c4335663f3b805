import type { Notice, NoticeList } from '@kindred/contracts';
import type { Database } from '../../../platform/postgres/database.ts';
import { findOffers, type Offer } from '../../catalogue/catalog/index.ts';
import type { Notices, StoredNotice } from './notice.ts';
import { requireRecipient } from './notice-holder.ts';
import { findNotices } from './notice-repository.ts';
import { findRecipientOf, isWatchingWishlist } from './recipient-repository.ts';

export async function listOwnNotices(db: Database, userId: string): Promise<NoticeList> {
  const recipient = await findRecipientOf(db, userId);
  if (!recipient) return { items: [], watches_wishlist: false };
  return {
    items: await presentNotices(db, await findNotices(db, recipient.recipientId)),
    watches_wishlist: recipient.watchesWishlist,
  };
}

/** @throws ProblemError `invalid-notice-token` */
export async function listMailedNotices(notices: Notices, token: string): Promise<NoticeList> {
  const { db } = notices;
  const recipientId = requireRecipient(notices, token);
  const [found, watchesWishlist] = await Promise.all([
    findNotices(db, recipientId),
    isWatchingWishlist(db, recipientId),
  ]);
  return { items: await presentNotices(db, found), watches_wishlist: watchesWishlist };
}

export async function presentNotices(db: Database, found: readonly StoredNotice[]): Promise<Notice[]> {
  const offers = await findOffers(
    db,
    found.map(({ productId }) => productId),
  );
  return found.flatMap((notice) => {
    const offer = offers.get(notice.productId);
    return offer ? [presentNotice(notice, offer)] : [];
  });
}

function presentNotice(notice: StoredNotice, { product, isListed }: Offer): Notice {
  const { priceMinor, currency } = notice;
  return {
    notice_id: notice.noticeId,
    kind: notice.kind,
    product: isListed ? product : { ...product, price: null, availability: 'not-for-sale' },
    price: priceMinor === null || currency === null ? null : { amount_minor: priceMinor, currency },
    created_at: notice.createdAt,
  };
}
