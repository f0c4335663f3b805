import { index, layout, type RouteConfig, route } from '@react-router/dev/routes';

export default [
  layout('frames/shop.tsx', [
    index('routes/home.tsx'),
    route('c/*', 'routes/category.tsx'),
    route('search', 'routes/search.tsx'),
    route('p/:productId/:slug?', 'routes/product.tsx', [index('routes/product-reviews.tsx')]),
    route('*', 'routes/not-found.tsx'),
  ]),
  layout('frames/checkout.tsx', []),
  route('listing', 'routes/listing.ts'),
  route('theme', 'routes/theme.ts'),
] satisfies RouteConfig;
