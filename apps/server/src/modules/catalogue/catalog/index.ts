export { catalogProblem } from './catalog-errors.ts';
export { createCatalogModule } from './catalog-module.ts';
export { productParams } from './catalog-routes.ts';
export { findCategories } from './category-repository.ts';
export { fullTitle } from './full-title.ts';
export { findListedEntries, type ListedEntry } from './listed-entries-repository.ts';
export { findOffers, type Offer } from './offer-repository.ts';
export { optionsOf } from './options.ts';
export {
  type CatalogEntry,
  findEntries,
  findProduct,
  isListed,
} from './product-repository.ts';
export { rememberEntries } from './remember-entries.ts';
