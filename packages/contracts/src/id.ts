/** @file What names the things of the shop. */
import { Type } from 'typebox';

export function Uuid(description: string) {
  return Type.String({ format: 'uuid', description });
}

/** The shop's own number of a product, in what it answers. */
export const ProductId = Type.Integer({ minimum: 1, description: 'The product’s number in this shop' });

/** As it may stand in a request. */
export const AskedProductId = Type.Integer({
  minimum: 1,
  maximum: 2_147_483_647,
  description: 'The product’s number in this shop',
});
