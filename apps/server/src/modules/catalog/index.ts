export { catalogProblem } from './catalog-errors.ts';
export { catalogRoutes, productParams } from './catalog-routes.ts';
export { findOffers, type Offer } from './offer-repository.ts';
export { type CatalogEntry, findEntries, findKin, isListed, type Kin } from './product-repository.ts';
