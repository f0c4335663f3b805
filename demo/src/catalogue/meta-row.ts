import { type AttributeColumns, attributesOf } from './attributes.ts';
import { DEPARTMENTS } from './brands.ts';
import { describeProduct } from './describe-product.ts';
import type { Product } from './product.ts';
import { picturesOf } from './product-pictures.ts';

export interface MetaImage {
  thumb: string;
  large: string;
  hi_res: string;
  variant: string;
}

/**
 * One line of `meta.jsonl`, as Amazon Reviews 2023 lays it out, with `stock`, the `asin` of the variant, and the columns of the attributes that
 * the product has.
 */
export interface MetaRow extends AttributeColumns {
  main_category: string;
  title: string;
  average_rating: number | null;
  rating_number: number;
  features: string[];
  description: string[];
  price: number | null;
  images: MetaImage[];
  videos: never[];
  store: string;
  categories: string[];
  details: Record<string, string>;
  asin: string;
  parent_asin: string;
  bought_together: null;
  stock: number;
}

/** The reviews of all variants of a product, in numbers. */
export interface RatingTotals {
  count: number;
  sum: number;
}

export function metaRow(product: Product, ratings: RatingTotals, seed: number): MetaRow {
  const { description, features, details } = describeProduct(product, seed);
  const department = DEPARTMENTS[product.kind.department];
  return {
    main_category: department,
    title: product.title,
    average_rating: ratings.count === 0 ? null : Math.round((ratings.sum / ratings.count) * 10) / 10,
    rating_number: ratings.count,
    features,
    description,
    price: product.priceCents === null ? null : product.priceCents / 100,
    images: picturesOf(product),
    videos: [],
    store: product.brand.name,
    categories: [department, ...product.kind.path],
    details,
    asin: product.asin,
    parent_asin: product.parentAsin,
    bought_together: null,
    stock: product.stock,
    ...attributesOf(product),
  };
}
