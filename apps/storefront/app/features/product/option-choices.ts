import type { Product, ProductOption, ProductVariant } from '@kindred/contracts';

export interface OptionChoice {
  value: string;
  /** The variant that this value leads to; it keeps the other chosen values where that combination exists. */
  variant: ProductVariant;
  isChosen: boolean;
  /** A variant with this value and all other chosen values exists. */
  isExact: boolean;
  /** Otherwise, the first of the other chosen values that it does not come with. */
  without: string | undefined;
}

/** The values of one option that a shopper can choose. */
export function optionChoices(
  { product_id, combinations, variants }: Pick<Product, 'product_id' | 'combinations' | 'variants'>,
  { code, values }: Pick<ProductOption, 'code' | 'values'>,
): OptionChoice[] {
  const current = combinations.find((one) => one.product_id === product_id);
  if (!current) return [];
  const others = (variants?.options ?? []).filter((option) => option.code !== code);
  const shared = (variant: ProductVariant) =>
    others.filter((option) => variant.values[option.code] === current.values[option.code]).length;
  return values.flatMap((value) => {
    const [best] = combinations
      .filter((variant) => variant.values[code] === value)
      .sort((a, b) => shared(b) - shared(a) || Number(canBeHad(b)) - Number(canBeHad(a)));
    if (!best) return [];
    const isExact = shared(best) === others.length;
    // Several variants may have this value, such as two prints in one size: the chosen one stays.
    const isChosen = current.values[code] === value;
    const variant = isChosen ? current : best;
    const differing = others.find((option) => variant.values[option.code] !== current.values[option.code]);
    return {
      value,
      variant,
      isChosen,
      isExact: isChosen || isExact,
      without: differing && current.values[differing.code],
    };
  });
}

const canBeHad = ({ availability }: Pick<ProductVariant, 'availability'>): boolean =>
  availability === 'in-stock' || availability === 'low-stock';

/** Why a choice cannot be bought with the other chosen values; undefined if it can. */
export function missingText({ isExact, without, variant }: OptionChoice): string | undefined {
  if (!isExact) return without === undefined ? 'With other options' : `Not in ${without}`;
  if (canBeHad(variant)) return undefined;
  return variant.availability === 'not-for-sale' ? 'Not for sale' : 'Out of stock';
}
