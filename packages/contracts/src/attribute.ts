import { type Static, Type } from 'typebox';

const code = Type.String({ description: 'The attribute’s name in filters: `heel-height`' });
const label = Type.String({ description: 'The attribute’s name for people: `Heel height`' });

export const AttributeKind = Type.Union([Type.Literal('text'), Type.Literal('color'), Type.Literal('size')], {
  $id: 'AttributeKind',
  description: 'How pages show the values: unchanged, with a dot of their colour, or in the order of sizes',
});
export type AttributeKind = Static<typeof AttributeKind>;

export const ProductAttribute = Type.Object(
  {
    code,
    label,
    kind: AttributeKind,
    values: Type.Array(Type.String(), { minItems: 1, description: 'Usually one' }),
  },
  { $id: 'ProductAttribute', description: 'A product’s values of one attribute' },
);
export type ProductAttribute = Static<typeof ProductAttribute>;
