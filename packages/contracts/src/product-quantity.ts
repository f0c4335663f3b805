import { Type } from 'typebox';
import { AskedProductId } from './id.ts';

export const ProductQuantity = Type.Object(
  {
    product_id: AskedProductId,
    quantity: Type.Integer({ minimum: 1, maximum: 999, description: 'The quantity' }),
  },
  { $id: 'ProductQuantity', additionalProperties: false, description: 'A quantity of a product' },
);
