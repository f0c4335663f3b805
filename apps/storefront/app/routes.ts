import { index, type RouteConfig, route } from '@react-router/dev/routes';

export default [
  index('routes/home.tsx'),
  route('c/*', 'routes/category.tsx'),
  route('search', 'routes/search.tsx'),
  route('p/:productId/:slug?', 'routes/product.tsx', [index('routes/product-reviews.tsx')]),
  route('listing', 'routes/listing.ts'),
  route('theme', 'routes/theme.ts'),
  route('*', 'routes/not-found.tsx'),
] satisfies RouteConfig;
