import { Type } from 'typebox';
import { AskedProductId } from './id.ts';

export const ProductQuantity = Type.Object(
  {
    product_id: AskedProductId,
    quantity: Type.Integer({ minimum: 1, maximum: 999, description: 'How many of it' }),
  },
  { $id: 'ProductQuantity', additionalProperties: false, description: 'So many of a product' },
);
