import { index, layout, type RouteConfig, route } from '@react-router/dev/routes';

/** One page, at the address of each of its texts. */
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

export default [
  layout('frames/shop.tsx', [
    index('routes/home.tsx'),
    route('c/*', 'routes/category.tsx'),
    route('search', 'routes/search.tsx'),
    route('p/:productId/:slug?', 'routes/product.tsx', [index('routes/product-reviews.tsx')]),
    ...infoPages,
    ...newsletter,
    route('*', 'routes/not-found.tsx'),
  ]),
  layout('frames/checkout.tsx', [route('checkout', 'routes/checkout/checkout.tsx')]),
  route('checkout/return', 'routes/checkout/return.ts'),
  route('listing', 'routes/listing.ts'),
  route('theme', 'routes/theme.ts'),
] satisfies RouteConfig;
