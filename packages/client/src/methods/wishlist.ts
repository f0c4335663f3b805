import { type Api, part } from '../api.ts';
import type {
  NewNotice,
  NewsletterReceipt,
  NewsletterStatus,
  Notice,
  NoticeEnd,
  NoticeList,
  NoticeReceipt,
  Wishlist,
  WishlistIds,
  WishlistItem,
  WishlistQuery,
  WishlistToCart,
} from '../contracts.ts';

/** What somebody would like to have, and the mails that they ask for. */
export function wishlistMethods({ get, send }: Api) {
  return {
    /** Of whoever asks, with or without an account. */
    wishlist: (query: WishlistQuery = {}) => get<Wishlist>('/wishlist', query),
    wishlistIds: () => get<WishlistIds>('/wishlist/ids'),
    addToWishlist: (productId: number) => send<WishlistItem>('POST', '/wishlist', { product_id: productId }),
    removeFromWishlist: (productId: number) => send<void>('DELETE', `/wishlist/${productId}`),
    wishlistToCart: () => send<WishlistToCart>('POST', '/wishlist/add-to-cart'),
    /** Asks to be mailed, or no longer, when something on the list is cheaper or back in stock. */
    mailWishlistChanges: (mailsChanges: boolean) =>
      send<void>('PATCH', '/me/wishlist', { mails_changes: mailsChanges }),

    askForNotice: (productId: number, notice: NewNotice) =>
      send<NoticeReceipt>('POST', `/products/${productId}/notices`, notice),
    ownNotices: () => get<NoticeList>('/me/notices'),
    endOwnNotice: (noticeId: string) => send<void>('DELETE', `/me/notices/${part(noticeId)}`),
    confirmNotice: (token: string) => send<Notice>('POST', '/notices/confirm', { token }),
    /** Those of whoever has the mail with this token. */
    mailedNotices: (token: string) => get<NoticeList>('/notices', { token }),
    endMailedNotices: (end: NoticeEnd) => send<void>('POST', '/notices/end', end),

    subscribeToNewsletter: (email: string) => send<NewsletterReceipt>('POST', '/newsletter', { email }),
    confirmNewsletter: (token: string) => send<NewsletterStatus>('POST', '/newsletter/confirm', { token }),
    unsubscribeFromNewsletter: (token: string) =>
      send<NewsletterStatus>('POST', '/newsletter/unsubscribe', { token }),
  };
}
