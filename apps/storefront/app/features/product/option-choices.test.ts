import type { ProductVariant } from '@kindred/contracts';
import { expect, test } from 'vitest';
import { missingText, optionChoices } from './option-choices.ts';

const variant = (
  product_id: number,
  color: string,
  size: string,
  availability: ProductVariant['availability'] = 'in-stock',
): ProductVariant => ({
  product_id,
  title: 'Shirt',
  values: { color, size },
  price: null,
  sale: null,
  availability,
  image_url: null,
});

const option = (code: string, value: string, values: string[]) => ({
  code,
  label: code,
  kind: 'text' as const,
  value,
  values,
});

const options = [option('color', 'Red', ['Red', 'Blue', 'Green']), option('size', 'M', ['S', 'M'])];
const product = {
  product_id: 2,
  combinations: [
    variant(1, 'Red', 'S'),
    variant(2, 'Red', 'M'),
    variant(3, 'Blue', 'S'),
    variant(4, 'Blue', 'M', 'out-of-stock'),
    variant(5, 'Green', 'S'),
  ],
  variants: {
    count: 5,
    lowest_price: null,
    highest_price: null,
    availability: 'in-stock' as const,
    options,
    swatches: [],
  },
};

test('a value keeps the other chosen values', () => {
  const choices = optionChoices(product, options[0]!);
  expect(choices.map(({ value, variant, isChosen }) => [value, variant.product_id, isChosen])).toEqual([
    ['Red', 2, true],
    ['Blue', 4, false],
    ['Green', 5, false],
  ]);
});

test('marks the values that do not exist with the other chosen ones', () => {
  const exact = (at: number) =>
    optionChoices(product, options[at]!).map(({ value, isExact }) => [value, isExact]);
  expect(exact(0)).toEqual([
    ['Red', true],
    ['Blue', true],
    ['Green', false],
  ]);
  expect(exact(1)).toEqual([
    ['S', true],
    ['M', true],
  ]);
});

test('prefers the variant that is in stock when two fit equally well', () => {
  const combinations = [
    variant(1, 'Red', 'S'),
    variant(2, 'Blue', 'M', 'out-of-stock'),
    variant(3, 'Blue', 'L'),
  ];
  const [, blue] = optionChoices({ ...product, product_id: 1, combinations }, options[0]!);
  expect(blue!.variant.product_id).toBe(3);
});

test('says in words why a value cannot be bought', () => {
  expect(optionChoices(product, options[0]!).map((choice) => [choice.value, missingText(choice)])).toEqual([
    ['Red', undefined],
    ['Blue', 'Out of stock'],
    ['Green', 'Not in M'],
  ]);
});
