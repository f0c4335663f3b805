/**
 * @file The typed client of the HTTP API. It holds no schema, so a browser bundle stays small; the server
 * gives the storefront's loaders the same client over an in-process `fetch`.
 */
import type {
  AccountDeletion,
  AccountExport,
  CsrfToken,
  EmailChange,
  ForgottenPassword,
  LoginAnswer,
  LoginLinkRequest,
  LoginLinkUse,
  LoginRequest,
  LoginSessionList,
  MailOnItsWay,
  MailTokenRequest,
  PasswordChange,
  PasswordReset,
  Profile,
  ProfileChange,
  RefreshRequest,
  Registration,
  TokenPair,
} from './account.ts';
import type { AddressChange, AddressList, NewAddress, SavedAddress } from './address.ts';
import type { Cart, CartChange, CartQuery, NewCart } from './cart.ts';
import type { CategoryList } from './category.ts';
import type { Checkout, CheckoutDetails, Confirmation, ConfirmCheckout } from './checkout.ts';
import type { EventBatch, EventReceipt } from './event.ts';
import type { NewsletterReceipt, NewsletterStatus } from './newsletter.ts';
import type { NewNotice, Notice, NoticeEnd, NoticeList, NoticeReceipt } from './notice.ts';
import type {
  BuyAgain,
  BuyAgainAnswer,
  Order,
  OrderAccess,
  OrderList,
  OrderLookup,
  OwnOrderQuery,
} from './order.ts';
import type { PaymentMethod, PaymentSettings, TestCard } from './payment.ts';
import type { ShippingMethodList, ShippingMethodQuery } from './pricing.ts';
import type { Problem } from './problem.ts';
import type { Product, ProductList, ProductQuery } from './product.ts';
import type { RecommendationQuery, Recommendations } from './recommendation.ts';
import type { RequestReturn } from './return.ts';
import type {
  ModeratedReview,
  ModerationList,
  ModerationQuery,
  NewReview,
  OwnReview,
  OwnReviewList,
  OwnReviewQuery,
  OwnReviewVotes,
  ReviewableList,
  ReviewableQuery,
  ReviewChange,
  ReviewList,
  ReviewQuery,
  ReviewVote,
} from './review.ts';
import type { SearchBoostList, SearchBoostQuery } from './search.ts';
import type { Session } from './session.ts';
import type { Shop, ShopChange, ShopPage, ShopPageContent, ShopPageList, ShopPageSlug } from './shop.ts';
import type { SuggestionList, SuggestionQuery } from './suggestion.ts';
import type { SynonymGroup, SynonymList, SynonymQuery } from './synonyms.ts';
import type { Wishlist, WishlistIds, WishlistItem, WishlistQuery, WishlistToCart } from './wishlist.ts';

/** Takes a path below the server's root, such as `/api/v1/products`. */
export type Fetch = (
  path: string,
  init?: { method?: string; headers?: Record<string, string>; body?: string; signal?: AbortSignal },
) => Promise<Response>;

/** The API answered with a problem document (or with something that is none: `problem.code` is then `unreadable-answer`). */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(`${problem.status} ${problem.code}: ${problem.detail ?? problem.title}`);
    this.problem = problem;
  }
}

type QueryValue = string | number | boolean | undefined | readonly string[];

function search(query: Record<string, QueryValue>): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined) continue;
    if (Array.isArray(value)) for (const one of value) parameters.append(name, one);
    else parameters.append(name, String(value));
  }
  const text = parameters.toString();
  return text === '' ? '' : `?${text}`;
}

async function problemOf(response: Response): Promise<Problem> {
  const { status } = response;
  try {
    const body = (await response.json()) as Partial<Problem>;
    if (typeof body.code === 'string' && typeof body.title === 'string')
      return { ...body, type: body.type ?? 'about:blank', title: body.title, code: body.code, status };
  } catch {
    // Not JSON: a proxy's page, or a connection cut in the middle.
  }
  return { type: 'about:blank', title: 'The answer could not be read', status, code: 'unreadable-answer' };
}

/**
 * `csrfToken`: what a browser that is logged in by its cookies sends with each change; from `csrf()`. `cartToken`: names the cart
 * of a program without cookies; from `createCart()`.
 */
export function createApiClient(
  fetch: Fetch,
  {
    csrfToken,
    cartToken,
  }: { csrfToken?: () => string | undefined; cartToken?: () => string | undefined } = {},
) {
  async function call<Body>(path: string, init?: Parameters<Fetch>[1]): Promise<Body> {
    const cart = cartToken?.();
    const headers = { ...init?.headers, ...(cart === undefined ? {} : { 'x-cart-token': cart }) };
    const response = await fetch(`/api/v1${path}`, { ...init, headers });
    if (!response.ok) throw new ApiError(await problemOf(response));
    return (response.status === 204 ? undefined : await response.json()) as Body;
  }

  function send<Body>(
    method: 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Body> {
    const token = csrfToken?.();
    return call<Body>(path, {
      method,
      headers: {
        ...headers,
        ...(token === undefined ? {} : { 'x-csrf-token': token }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  }

  return {
    session: () => call<Session>('/session'),
    shop: () => call<Shop>('/shop'),
    shopPages: () => call<ShopPageList>('/shop/pages'),
    shopPage: (slug: ShopPageSlug) => call<ShopPage>(`/shop/pages/${slug}`),
    changeShop: (change: ShopChange) => send<Shop>('PATCH', '/admin/shop', change),
    writeShopPage: (slug: ShopPageSlug, content: ShopPageContent) =>
      send<ShopPage>('PUT', `/admin/shop/pages/${slug}`, content),
    categories: () => call<CategoryList>('/categories'),
    products: (query: ProductQuery = {}) => call<ProductList>(`/products${search(query)}`),
    suggestions: (query: SuggestionQuery, { signal }: { signal?: AbortSignal } = {}) =>
      call<SuggestionList>(`/search/suggest${search(query)}`, signal && { signal }),
    synonyms: (query: SynonymQuery = {}) => call<SynonymList>(`/admin/search/synonyms${search(query)}`),
    addSynonyms: (words: readonly string[]) =>
      send<SynonymGroup>('POST', '/admin/search/synonyms', { words }),
    replaceSynonyms: (synonymsId: number, words: readonly string[]) =>
      send<SynonymGroup>('PUT', `/admin/search/synonyms/${synonymsId}`, { words }),
    deleteSynonyms: (synonymsId: number) => send<void>('DELETE', `/admin/search/synonyms/${synonymsId}`),
    searchBoosts: (query: SearchBoostQuery) => call<SearchBoostList>(`/admin/search/boosts${search(query)}`),
    product: (productId: number) => call<Product>(`/products/${productId}`),
    reviews: (productId: number, query: ReviewQuery = {}) =>
      call<ReviewList>(`/products/${productId}/reviews${search(query)}`),
    writeReview: (productId: number, review: NewReview) =>
      send<OwnReview>('POST', `/products/${productId}/reviews`, review),
    ownReviews: (query: OwnReviewQuery = {}) => call<OwnReviewList>(`/me/reviews${search(query)}`),
    changeReview: (reviewId: string, change: ReviewChange) =>
      send<OwnReview>('PATCH', `/me/reviews/${encodeURIComponent(reviewId)}`, change),
    deleteReview: (reviewId: string) => send<void>('DELETE', `/me/reviews/${encodeURIComponent(reviewId)}`),
    /** `isHelpful` false takes the vote back. */
    voteOnReview: (productId: number, reviewId: string, isHelpful: boolean) =>
      send<ReviewVote>(
        isHelpful ? 'POST' : 'DELETE',
        `/products/${productId}/reviews/${encodeURIComponent(reviewId)}/helpful`,
      ),
    reviewsToModerate: (query: ModerationQuery = {}) =>
      call<ModerationList>(`/admin/reviews${search(query)}`),
    publishReview: (reviewId: string) =>
      send<ModeratedReview>('POST', `/admin/reviews/${encodeURIComponent(reviewId)}/publish`),
    rejectReview: (reviewId: string, note: string) =>
      send<ModeratedReview>('POST', `/admin/reviews/${encodeURIComponent(reviewId)}/reject`, { note }),
    /** What was delivered and has no review yet. */
    reviewable: (query: ReviewableQuery = {}) => call<ReviewableList>(`/me/reviewable${search(query)}`),
    ownReviewVotes: (productId: number) =>
      call<OwnReviewVotes>(`/me/review-votes${search({ product_id: productId })}`),
    /** Of whoever asks, with or without an account. */
    wishlist: (query: WishlistQuery = {}) => call<Wishlist>(`/wishlist${search(query)}`),
    wishlistIds: () => call<WishlistIds>('/wishlist/ids'),
    addToWishlist: (productId: number) => send<WishlistItem>('POST', '/wishlist', { product_id: productId }),
    removeFromWishlist: (productId: number) => send<void>('DELETE', `/wishlist/${productId}`),
    wishlistToCart: () => send<WishlistToCart>('POST', '/wishlist/add-to-cart'),
    /** Asks to be mailed, or no longer, when something on the list is cheaper or back in stock. */
    mailWishlistChanges: (mailsChanges: boolean) =>
      send<void>('PATCH', '/me/wishlist', { mails_changes: mailsChanges }),
    askForNotice: (productId: number, notice: NewNotice) =>
      send<NoticeReceipt>('POST', `/products/${productId}/notices`, notice),
    ownNotices: () => call<NoticeList>('/me/notices'),
    endOwnNotice: (noticeId: string) => send<void>('DELETE', `/me/notices/${encodeURIComponent(noticeId)}`),
    confirmNotice: (token: string) => send<Notice>('POST', '/notices/confirm', { token }),
    /** Those of whoever has the mail with this token. */
    mailedNotices: (token: string) => call<NoticeList>(`/notices${search({ token })}`),
    endMailedNotices: (end: NoticeEnd) => send<void>('POST', '/notices/end', end),
    subscribeToNewsletter: (email: string) => send<NewsletterReceipt>('POST', '/newsletter', { email }),
    confirmNewsletter: (token: string) => send<NewsletterStatus>('POST', '/newsletter/confirm', { token }),
    unsubscribeFromNewsletter: (token: string) =>
      send<NewsletterStatus>('POST', '/newsletter/unsubscribe', { token }),
    shippingMethods: (query: ShippingMethodQuery = {}) =>
      call<ShippingMethodList>(`/shipping-methods${search(query)}`),
    createCart: () => send<NewCart>('POST', '/cart'),
    cart: (query: CartQuery = {}) => call<Cart>(`/cart${search(query)}`),
    changeCart: (change: CartChange) => send<Cart>('PATCH', '/cart', change),
    /** `searchId`: of the search that led to it. */
    addToCart: (productId: number, quantity = 1, { searchId }: { searchId?: string | undefined } = {}) =>
      send<Cart>('POST', '/cart/items', { product_id: productId, quantity, search_id: searchId }),
    changeQuantity: (productId: number, quantity: number) =>
      send<Cart>('PATCH', `/cart/items/${productId}`, { quantity }),
    removeFromCart: (productId: number) => send<Cart>('DELETE', `/cart/items/${productId}`),
    saveForLater: (productId: number) => send<Cart>('POST', `/cart/items/${productId}/save-for-later`),
    moveToCart: (productId: number) => send<Cart>('POST', `/cart/saved/${productId}/move-to-cart`),
    removeSaved: (productId: number) => send<Cart>('DELETE', `/cart/saved/${productId}`),
    /** That items of an earlier visit are in the cart again has been shown. */
    forgetMerge: () => send<Cart>('DELETE', '/cart/merge'),
    addPromoCode: (code: string) => send<Cart>('POST', '/cart/promo', { code }),
    removePromoCode: (code: string) => send<Cart>('DELETE', `/cart/promo/${encodeURIComponent(code)}`),
    removePromoCodes: () => send<Cart>('DELETE', '/cart/promo'),
    similar: (productId: number, query: { limit?: number } = {}) =>
      call<Recommendations>(`/products/${productId}/similar${search(query)}`),
    recommendations: (query: RecommendationQuery = {}) =>
      call<Recommendations>(`/recommendations${search(query)}`),
    checkout: () => call<Checkout>('/checkout'),
    beginCheckout: (details: CheckoutDetails = {}) => send<Checkout>('POST', '/checkout', details),
    fillCheckout: (details: CheckoutDetails) => send<Checkout>('PATCH', '/checkout', details),
    /** One `idempotencyKey` an attempt: sent again with the same key, it is the same attempt. */
    confirmCheckout: (confirmation: ConfirmCheckout, idempotencyKey: string) =>
      send<Confirmation>('POST', '/checkout/confirm', confirmation, { 'idempotency-key': idempotencyKey }),
    /** After a second step elsewhere: how the payment of this order stands. */
    settleCheckout: (orderId: string) =>
      send<Confirmation>('POST', '/checkout/settle', { order_id: orderId }),
    /** A name for a card of the test provider. */
    addTestCard: (card: TestCard) => send<PaymentMethod>('POST', '/payments/test/methods', card),
    paymentSettings: () => call<PaymentSettings>('/payments/settings'),
    orders: (query: OwnOrderQuery = {}) => call<OrderList>(`/orders${search(query)}`),
    order: (orderId: string, access?: string) => call<Order>(`/orders/${orderId}${search({ access })}`),
    findOrder: (lookup: OrderLookup) => send<OrderAccess>('POST', '/orders/lookup', lookup),
    cancelOrder: (orderId: string, access?: string) =>
      send<Order>('POST', `/orders/${orderId}/cancel${search({ access })}`),
    /** One `idempotencyKey` a request: sent again with the same key, it is the same return. */
    requestReturn: (
      orderId: string,
      request: RequestReturn,
      { idempotencyKey, access }: { idempotencyKey: string; access?: string | undefined },
    ) =>
      send<Order>('POST', `/orders/${orderId}/returns${search({ access })}`, request, {
        'idempotency-key': idempotencyKey,
      }),
    withdrawReturn: (orderId: string, returnId: string, access?: string) =>
      send<Order>('POST', `/orders/${orderId}/returns/${returnId}/withdraw${search({ access })}`),
    buyAgain: (orderId: string, request: BuyAgain = {}, access?: string) =>
      send<BuyAgainAnswer>('POST', `/orders/${orderId}/buy-again${search({ access })}`, request),
    sendEvents: (batch: EventBatch) => send<EventReceipt>('POST', '/events', batch),

    register: (registration: Registration) => send<MailOnItsWay>('POST', '/auth/register', registration),
    login: (request: LoginRequest) => send<LoginAnswer>('POST', '/auth/login', request),
    requestLoginLink: (request: LoginLinkRequest) => send<MailOnItsWay>('POST', '/auth/login-link', request),
    redeemLoginLink: (request: LoginLinkUse) => send<LoginAnswer>('POST', '/auth/login-link/use', request),
    refresh: (request: RefreshRequest = {}) => send<TokenPair>('POST', '/auth/refresh', request),
    logout: () => send<void>('POST', '/auth/logout'),
    verifyEmail: (request: MailTokenRequest) => send<void>('POST', '/auth/verify-email', request),
    resendVerification: () => send<MailOnItsWay>('POST', '/auth/resend-verification'),
    forgotPassword: (request: ForgottenPassword) =>
      send<MailOnItsWay>('POST', '/auth/forgot-password', request),
    resetPassword: (request: PasswordReset) => send<void>('POST', '/auth/reset-password', request),
    csrf: () => call<CsrfToken>('/auth/csrf'),
    me: () => call<Profile>('/me'),
    changeProfile: (change: ProfileChange) => send<Profile>('PATCH', '/me', change),
    changePassword: (change: PasswordChange) => send<void>('POST', '/me/password', change),
    changeEmail: (change: EmailChange) => send<MailOnItsWay>('POST', '/me/email', change),
    confirmEmailChange: (request: MailTokenRequest) =>
      send<void>('POST', '/auth/confirm-email-change', request),
    sessions: () => call<LoginSessionList>('/me/sessions'),
    endSession: (sessionId: string) => send<void>('DELETE', `/me/sessions/${encodeURIComponent(sessionId)}`),
    endOtherSessions: () => send<void>('DELETE', '/me/sessions'),
    exportAccount: () => call<AccountExport>('/me/export'),
    deleteAccount: (request: AccountDeletion) => send<void>('DELETE', '/me', request),
    addresses: () => call<AddressList>('/me/addresses'),
    addAddress: (address: NewAddress) => send<SavedAddress>('POST', '/me/addresses', address),
    changeAddress: (addressId: string, change: AddressChange) =>
      send<SavedAddress>('PATCH', `/me/addresses/${encodeURIComponent(addressId)}`, change),
    deleteAddress: (addressId: string) =>
      send<void>('DELETE', `/me/addresses/${encodeURIComponent(addressId)}`),
  };
}

export type ApiClient = ReturnType<typeof createApiClient>;
