import { index, layout, type RouteConfig, route } from '@react-router/dev/routes';

/** One route module, with an address for each text. */
const infoPages = [
  ...['about', 'help', 'returns', 'privacy', 'terms', 'accessibility'].map((slug) =>
    route(slug, 'routes/info/page.tsx', { id: `info-${slug}` }),
  ),
  route('delivery', 'routes/info/delivery.tsx'),
  route('contact', 'routes/info/contact.tsx'),
];

const newsletter = [
  route('newsletter', 'routes/newsletter/subscribe.tsx'),
  route('newsletter/confirm', 'routes/newsletter/confirm.tsx'),
  route('newsletter/unsubscribe', 'routes/newsletter/unsubscribe.tsx'),
];

const wishlist = [
  route('wishlist', 'routes/wishlist/wishlist.tsx'),
  route('recommendations', 'routes/recommendations/recommendations.tsx'),
  route('viewed', 'routes/viewed/viewed.tsx'),
  route('notices/ask', 'routes/notices/ask.tsx'),
  route('notices/confirm', 'routes/notices/confirm.tsx'),
  route('notices/end', 'routes/notices/end.tsx'),
];

const login = [
  route('login', 'routes/login/login.tsx'),
  route('login/link', 'routes/login/login-link.tsx'),
  route('register', 'routes/login/register.tsx'),
  route('check-inbox', 'routes/login/check-inbox.tsx'),
  route('forgot-password', 'routes/login/forgot-password.tsx'),
  route('reset-password', 'routes/login/reset-password.tsx'),
  route('verify-email', 'routes/login/verify-email.tsx'),
  route('confirm-email', 'routes/login/confirm-email.tsx'),
];

/** The addresses in old emails. */
const oldAddresses = ['verify', 'reset', 'login', 'login-link', 'login-link/use', 'forgot'].map((path) =>
  route(`account/${path}`, 'routes/login/old-address.ts', { id: `old-address-${path}` }),
);

const account = route('account', 'routes/account/layout.tsx', [
  index('routes/account/overview.tsx'),
  route('orders', 'routes/account/orders.tsx'),
  route('profile', 'routes/account/profile.tsx'),
  route('wishlist', 'routes/account/wishlist.tsx'),
  route('recommendations', 'routes/account/recommendations.tsx'),
  route('reviews', 'routes/account/reviews.tsx'),
  route('addresses', 'routes/account/addresses.tsx'),
  route('addresses/new', 'routes/account/new-address.tsx'),
  route('addresses/:addressId', 'routes/account/address.tsx'),
  route('privacy', 'routes/account/privacy.tsx'),
]);

const orders = [
  route('orders/find', 'routes/orders/find.tsx'),
  route('orders/:orderId', 'routes/orders/order.tsx'),
  route('orders/:orderId/cancel', 'routes/orders/cancel.tsx'),
  route('orders/:orderId/return', 'routes/orders/return.tsx'),
];

export default [
  layout('frames/shop.tsx', [
    index('routes/home.tsx'),
    route('c/*', 'routes/category.tsx'),
    route('search', 'routes/search.tsx'),
    route('b/:brand', 'routes/brand.tsx'),
    route('deals', 'routes/deals.tsx'),
    route('new', 'routes/new.tsx'),
    route('compare', 'routes/compare.tsx'),
    route('p/:productId/:slug?', 'routes/product.tsx', [index('routes/product-reviews.tsx')]),
    route('cart', 'routes/cart/cart.tsx'),
    ...infoPages,
    route('p/:productId/:slug/review', 'routes/reviews/write.tsx'),
    ...newsletter,
    ...wishlist,
    ...login,
    account,
    ...orders,
    route('*', 'routes/not-found.tsx'),
  ]),
  layout('frames/checkout.tsx', [route('checkout', 'routes/checkout/checkout.tsx')]),
  route('checkout/return', 'routes/checkout/return.ts'),
  route('logout', 'routes/login/logout.ts'),
  ...oldAddresses,
  route('cart/changes', 'routes/cart/changes.ts'),
  route('cart/suggestions', 'routes/cart/suggestions.ts'),
  route('listing', 'routes/listing.ts'),
  route('recommendations/say', 'routes/recommendations/say.ts'),
  route('reviews/vote', 'routes/reviews/vote.ts'),
  route('theme', 'routes/theme.ts'),
] satisfies RouteConfig;
