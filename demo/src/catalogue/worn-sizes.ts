/** @file The sizes that clothes and shoes are made in, from the smallest. */
import type { Kind } from './kind.ts';

const LETTERS = ['XS', 'S', 'M', 'L', 'XL', 'XXL'];

const european = (from: number, to: number): string[] =>
  Array.from({ length: to - from + 1 }, (_, step) => `EU ${from + step}`);

const SHOES: Readonly<Record<string, readonly string[]>> = {
  "Women's": european(36, 41),
  "Men's": european(40, 46),
  Unisex: european(37, 45),
};

/** `cut`: for whom. Empty for what nobody wears. */
export function wornSizes({ worn }: Kind, cut: string): readonly string[] {
  if (worn === undefined) return [];
  return worn === 'shoes' ? SHOES[cut]! : LETTERS;
}
