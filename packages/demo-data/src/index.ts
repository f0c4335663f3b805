/** @file The demo catalogue's only door: data files in the layout of Amazon Reviews 2023, and pictures drawn on request. */
export type { MetaImage, MetaRow, RatingTotals } from './catalogue/meta-row.ts';
export { makeCatalogue, type Product } from './catalogue/product.ts';
export {
  DEFAULT_SIZE,
  type DemoDataOptions,
  type DemoDataProgress,
  type DemoDataSize,
  type DemoDataSummary,
  generateDemoData,
  metaRows,
  reviewRows,
} from './generate.ts';
export { drawPicture } from './pictures/draw-picture.ts';
export type { ReviewRow } from './reviews/review-row.ts';
