/** @file Ids. */
import { Type } from 'typebox';

export function Uuid(description: string) {
  return Type.String({ format: 'uuid', description });
}

/** A product's number in answers. */
export const ProductId = Type.Integer({ minimum: 1, description: 'The product’s number in this shop' });

/** A product's number in requests. */
export const AskedProductId = Type.Integer({
  minimum: 1,
  maximum: 2_147_483_647,
  description: 'The product’s number in this shop',
});
