export { catalogProblem } from './catalog-errors.ts';
export { catalogRoutes, productParams } from './catalog-routes.ts';
export { type CatalogEntry, findEntries, isListed } from './product-repository.ts';
