import { expect, test } from 'vitest';
import { cardSwatches } from './card-swatches.ts';

const swatch = (value: string, product_id: number) => ({ value, product_id, title: 'Mug', image_url: null });
const product = (...colors: string[]) => ({
  product_id: 2,
  variants: {
    count: 3,
    lowest_price: null,
    highest_price: null,
    availability: 'in-stock' as const,
    options: [
      { code: 'color', label: 'Colour', kind: 'color' as const, value: null, values: [...colors, 'Sage'] },
    ],
    swatches: colors.map((color, index) => swatch(color, index + 1)),
  },
});
const hrefOf = ({ product_id }: { product_id: number }) => `/p/${product_id}`;

test('each colour leads to its product, but the product of the card leads nowhere', () => {
  const { swatches, moreColors } = cardSwatches(product('Sea Green', 'Navy', 'Sand'), hrefOf);
  expect(swatches.map(({ label, href }) => [label, href])).toEqual([
    ['Sea Green', '/p/1'],
    ['Navy', undefined],
    ['Sand', '/p/3'],
  ]);
  expect(moreColors).toBe(1);
});

test('colours without a known look have no swatches', () => {
  expect(cardSwatches(product('Navy', 'Hush'), hrefOf).swatches).toEqual([]);
  expect(cardSwatches({ product_id: 2, variants: null }, hrefOf).swatches).toEqual([]);
});
