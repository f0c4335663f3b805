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

/** Products' numbers in a query. */
export function ProductIds(most: number, description: string) {
  return Type.String({
    pattern: `^[1-9][0-9]{0,8}(,[1-9][0-9]{0,8}){0,${most - 1}}$`,
    maxLength: most * 10,
    description: `${description}. At most ${most} numbers, separated by commas`,
  });
}
