import type { Product } from '@kindred/contracts';
import { slugOf } from '@kindred/shop-types';

/** The address of a product's page. Others of the same product lead to it. */
export const pathOfProduct = ({ product_id, title }: Pick<Product, 'product_id' | 'title'>): string =>
  [`/p/${product_id}`, slugOf(title)].filter((part) => part !== '').join('/');
