import { type Static, Type } from 'typebox';

const code = Type.String({ description: 'Of the attribute, as filters name it: `heel-height`' });
const label = Type.String({ description: 'For people: `Heel height`' });

export const AttributeKind = Type.Union([Type.Literal('text'), Type.Literal('color'), Type.Literal('size')], {
  $id: 'AttributeKind',
  description:
    'How a page shows the values: as they are, with a dot of their colour, or in the order of sizes',
});
export type AttributeKind = Static<typeof AttributeKind>;

export const ProductAttribute = Type.Object(
  {
    code,
    label,
    kind: AttributeKind,
    values: Type.Array(Type.String(), { minItems: 1, description: 'Mostly one' }),
  },
  { $id: 'ProductAttribute', description: 'What a product has of one attribute of the shop' },
);
export type ProductAttribute = Static<typeof ProductAttribute>;
