/**
 * @file The variants of products besides the first: clothes and shoes in their sizes, some of them in more colours, mugs in colours, candles
 * in sizes. They draw from random streams of their own, so the first variants and the reviews' stars do not depend on them.
 */
import { Random } from '../random.ts';
import { newAsin } from './asin.ts';
import { type Colour, PALETTES } from './palettes.ts';
import type { Product } from './product.ts';
import { FAMILIES, STYLE_COLOURS } from './styles.ts';
import { fillTitle } from './title.ts';
import { wornSizes } from './worn-sizes.ts';

/** How many products of a kind come in more than one colour, or with more than one amount inside. */
const COLOURED = { worn: 0.3, other: 0.15 };
const AMOUNTS = 0.35;
/** Combinations that are not made, and those that are sold out. */
const MISSING = 0.06;
const SOLD_OUT = 0.14;

/** By the product's index. O(products + variants) memory. */
export function makeVariants(catalogue: readonly Product[], seed: number): Map<number, Product[]> {
  const asins = new Set(catalogue.map(({ asin }) => asin));
  const titles = new Set(catalogue.map(({ title }) => title));
  const variants = new Map<number, Product[]>();
  for (const product of catalogue) {
    const { worn, chosenSize, comesInColours } = product.kind;
    const isForSale = product.priceCents !== null;
    if (!isForSale || (worn === undefined && chosenSize === undefined && !comesInColours)) continue;
    const made = variantsOf(product, new Random(seed, 'variants', product.index), { asins, titles });
    if (made.length > 0) variants.set(product.index, made);
  }
  return variants;
}

function variantsOf(
  product: Product,
  rng: Random,
  { asins, titles }: { asins: Set<string>; titles: Set<string> },
): Product[] {
  const own = new Set([product.title]);
  const made: Product[] = [];
  const sizes = sizesOf(product, rng);
  const largestCosts = rng.chance(0.3) ? 400 : 0;
  for (const [place, colour] of coloursOf(product, rng).entries()) {
    const dearer = place > 0 && rng.chance(0.2) ? rng.between(1.06, 1.15) : 1;
    for (const size of sizes) {
      if (place === 0 && size === (product.wornSize ?? product.size)) continue;
      if (place > 0 && rng.chance(MISSING)) continue;
      const variant = withOptions(product, colour, size);
      if (titles.has(variant.title) && !own.has(variant.title)) continue;
      own.add(variant.title);
      made.push({
        ...variant,
        asin: newAsin(rng, asins),
        priceCents:
          priceTimes(product.priceCents!, dearer * amountOf(size, product)) +
          (size === 'XXL' ? largestCosts : 0),
        stock: rng.chance(SOLD_OUT) ? 0 : Math.max(1, Math.round(Math.exp(2.7 + 0.9 * rng.normal()))),
      });
    }
  }
  for (const title of own) titles.add(title);
  return made;
}

/** The same in each colour, from the smallest. */
function sizesOf({ kind, size, wornSize }: Product, rng: Random): readonly string[] {
  if (wornSize !== undefined) {
    const all = wornSizes(kind, size);
    const at = all.indexOf(wornSize);
    return all.slice(Math.max(0, at - 1 - rng.int(2)), at + 2 + rng.int(2));
  }
  if (kind.chosenSize === 'size' || (kind.chosenSize === 'contents' && rng.chance(AMOUNTS)))
    return kind.sizes;
  return [size];
}

/** Its own first. Brands reach for the colours of their style. */
function coloursOf({ kind, brand, colour, wornSize }: Product, rng: Random): readonly Colour[] {
  const often = wornSize === undefined ? COLOURED.other : COLOURED.worn;
  if ((wornSize === undefined && !kind.comesInColours) || !rng.chance(often)) return [colour];
  const left = PALETTES[kind.palette].filter(({ name }) => name !== colour.name);
  const colours = [colour];
  for (const last = 2 + rng.int(3); colours.length < last; ) {
    const [next] = left.splice(rng.weighted(left.map(({ family }) => STYLE_COLOURS[brand.style][family])), 1);
    colours.push(next!);
  }
  return colours;
}

function withOptions(product: Product, colour: Colour, chosen: string): Product {
  const size = product.wornSize === undefined ? chosen : product.size;
  return {
    ...product,
    title: fillTitle(product.titleFrame, { size, color: colour.name }),
    size,
    wornSize: product.wornSize === undefined ? undefined : chosen,
    colour,
    familyIndex: FAMILIES.indexOf(colour.family),
  };
}

/** Twice as much does not cost twice as much. */
function amountOf(size: string, { kind, size: own }: Product): number {
  return kind.chosenSize === 'contents' ? (Number.parseFloat(size) / Number.parseFloat(own)) ** 0.75 : 1;
}

/** Prices keep their endings: 19.95 becomes 28.95. */
function priceTimes(cents: number, factor: number): number {
  if (factor === 1) return cents;
  const dollars = Math.floor(cents / 100);
  const step = dollars >= 200 ? 5 : 1;
  return Math.max(step, Math.round((dollars * factor) / step) * step) * 100 + (cents % 100);
}
