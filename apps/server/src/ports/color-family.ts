/** @file The family of a product's colours, by which lists are filtered as by an attribute. */
import { type ColorFamily, familyOfColor } from '@kindred/shop-types';

/** In the place of an attribute's code. No attribute has it, because a code has no underscore. */
export const colorFamilyCode = 'color_family';

type Attributes = Readonly<Record<string, readonly string[]>>;

/** Shops have few names of colours, and each is on many products. */
const known = new Map<string, ColorFamily | undefined>();
const mostKnown = 10_000;

function familyOf(color: string): ColorFamily | undefined {
  if (known.has(color)) return known.get(color);
  if (known.size === mostKnown) known.clear();
  const family = familyOfColor(color);
  known.set(color, family);
  return family;
}

/** Returns the values of a product with the families of its colours. */
export function withColorFamilies(attributes: Attributes): Attributes {
  const families = new Set((attributes.color ?? []).map(familyOf).filter((family) => family !== undefined));
  return families.size === 0 ? attributes : { ...attributes, [colorFamilyCode]: [...families] };
}
