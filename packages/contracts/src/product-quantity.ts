import { Type } from 'typebox';

/** So many of a product. */
export const ProductQuantity = Type.Object(
  {
    product_id: Type.Integer({ minimum: 1, maximum: 2_147_483_647 }),
    quantity: Type.Integer({ minimum: 1, maximum: 999 }),
  },
  { additionalProperties: false },
);
