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

/** One line of `meta.jsonl`, as Amazon Reviews 2023 lays it out, with `stock` added. */
export interface MetaRow {
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
  parent_asin: string;
  bought_together: null;
  stock: number;
}

/** The reviews of one product, in numbers. */
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
    parent_asin: product.asin,
    bought_together: null,
    stock: product.stock,
  };
}
