/** @file One product of the demo catalogue: its facts, its hidden quality and appeal, and how they are drawn from the seed. */
import { hashOf, Random } from '../random.ts';
import { newAsin } from './asin.ts';
import { bookTitle } from './book-titles.ts';
import { BRANDS, type Brand } from './brands.ts';
import type { Kind } from './kind.ts';
import { KINDS } from './kinds/index.ts';
import { ACCENTS, type Colour, PALETTES } from './palettes.ts';
import { FAMILIES, type Family, STYLE_COLOURS, STYLES } from './styles.ts';
import { fillTitle, titleFrame } from './title.ts';
import { wornSizes } from './worn-sizes.ts';

export const DAY_MS = 86_400_000;
/** First and last moment of the reviews; products may be older. */
export const WINDOW_START = Date.UTC(2023, 10, 1);
export const WINDOW_END = Date.UTC(2026, 9, 31, 23, 59, 59);

export interface Product {
  /** Shared by the variants of a product. */
  index: number;
  asin: string;
  /** The asin of the first variant; its own for a product that stands alone. */
  parentAsin: string;
  title: string;
  /** The title with `{size}` and `{color}` in it, so that other variants are called alike. */
  titleFrame: string;
  kindIndex: number;
  kind: Kind;
  brandIndex: number;
  brand: Brand;
  styleIndex: number;
  familyIndex: number;
  form: number;
  colour: Colour;
  accent: string;
  flavour: string | undefined;
  size: string;
  /** What it has on its label where people wear it; `size` then says for whom it is cut. */
  wornSize: string | undefined;
  material: string;
  author: string | undefined;
  priceCents: number | null;
  stock: number;
  firstAvailable: number;
  pictureSeed: number;
  /** Hidden: standard normal, moves ratings. */
  quality: number;
  /** Hidden: how readily it is found, relative to others. */
  appeal: number;
}

const BRANDS_AT = new Map<string, number[]>();
BRANDS.forEach((brand, index) => {
  for (const home of brand.homes) BRANDS_AT.set(home, [...(BRANDS_AT.get(home) ?? []), index]);
});

function priceFor(kind: Kind, brand: Brand, sizeIndex: number, rng: Random): number {
  const [median, sigma] = kind.price;
  const dollars =
    median *
    Math.exp(sigma * 0.55 * rng.normal() + sigma * 0.62 * (brand.tier - 2.4) + 0.11 * (sizeIndex - 1));
  const whole = Math.max(2, Math.floor(dollars));
  if (dollars >= 200) {
    const step = dollars >= 600 ? 10 : 5;
    const rounded = Math.round(dollars / step) * step;
    return (brand.tier >= 3 ? rounded : rounded - 1) * 100;
  }
  if (brand.tier === 4) return whole * 100;
  return whole * 100 + rng.pick(brand.tier === 1 ? [99, 97, 49, 99] : [0, 95, 99, 50, 99, 90]);
}

function colourFor(kind: Kind, brand: Brand, rng: Random): { colour: Colour; flavour: string | undefined } {
  if (kind.flavours.length > 0) {
    const flavour = rng.pick(kind.flavours);
    const family: Family = FAMILIES[(flavour.name.length * 7 + flavour.hex.charCodeAt(1)) % FAMILIES.length]!;
    return { colour: { name: flavour.name, hex: flavour.hex, family }, flavour: flavour.name };
  }
  const palette = PALETTES[kind.palette];
  const leaning = STYLE_COLOURS[brand.style];
  const colour = palette[rng.weighted(palette.map((entry) => leaning[entry.family]))]!;
  return { colour, flavour: undefined };
}

function firstAvailableFor(rng: Random): number {
  const old = Date.UTC(2019, 2, 1);
  const lastArrival = WINDOW_END - 45 * DAY_MS;
  const at = rng.chance(0.6)
    ? WINDOW_START - (WINDOW_START - old) * rng.next() ** 1.6
    : WINDOW_START + (lastArrival - WINDOW_START) * rng.next();
  return Math.floor(at / DAY_MS) * DAY_MS;
}

/** One of the two in the middle. */
function firstWornSize(kind: Kind, cut: string, hash: number): string | undefined {
  const sizes = wornSizes(kind, cut);
  return sizes[Math.floor(sizes.length / 2) - (hash % 2)];
}

/**
 * The whole catalogue, in order of `index`: of each product its first variant. Titles and asins are unique. O(count) memory.
 * Every product has its own random stream, so only the guard against equal titles looks at its neighbours.
 */
export function makeCatalogue(count: number, seed: number): Product[] {
  const asins = new Set<string>();
  const titles = new Set<string>();
  const order = kindSequence(count, seed);
  return order.map((kindIndex, index) => {
    const rng = new Random(seed, 'product', index);
    const kind = KINDS[kindIndex]!;
    const homes = BRANDS_AT.get(kind.publisher ? 'press' : kind.department)!;
    const brandIndex = rng.pick(homes);
    const brand = BRANDS[brandIndex]!;
    const { colour, flavour } = colourFor(kind, brand, rng);
    const sizeIndex = rng.int(kind.sizes.length);
    const size = kind.sizes[sizeIndex]!;
    let form = rng.int(kind.nouns.length);
    const material = kind.materials[form % kind.materials.length]!;
    let pictureSeed = rng.int(100_000);
    let title = '';
    let frame = '';
    let author: string | undefined;
    for (let attempt = 0; title === '' || titles.has(title); attempt++) {
      const noun = kind.nouns[form]!;
      if (kind.publisher) {
        pictureSeed = rng.int(100_000);
        const book = bookTitle(kind.form!, pictureSeed);
        author = book.author;
        title = attempt < 60 ? `${book.title}: ${noun}` : `${book.title}: ${noun} (${author})`;
        if (kind.form === 4 && attempt < 60) title = book.title;
        frame = title;
      } else {
        frame = titleFrame(
          { kind, brand, noun, material, isFlavoured: flavour !== undefined },
          rng,
          attempt > 1,
        );
        if (attempt > 60) frame += `, No. ${rng.int(9000) + 10}`;
        title = fillTitle(frame, { size, color: colour.name });
      }
    }
    titles.add(title);
    if (kind.form !== undefined) form = kind.form;
    const forSale = !rng.chance(0.02);
    const price = priceFor(kind, brand, sizeIndex, rng);
    const stocked = Math.round(Math.exp(3.7 + 0.9 * rng.normal()));
    const inStock = !rng.chance(0.05);
    const asin = newAsin(rng, asins);
    return {
      index,
      asin,
      parentAsin: asin,
      title,
      titleFrame: frame,
      kindIndex,
      kind,
      brandIndex,
      brand,
      styleIndex: STYLES.indexOf(brand.style),
      familyIndex: FAMILIES.indexOf(colour.family),
      form,
      colour,
      accent: rng.pick(ACCENTS[brand.style]),
      flavour,
      size,
      wornSize: firstWornSize(kind, size, hashOf(seed, 'worn size', index)),
      material,
      author,
      priceCents: forSale ? price : null,
      stock: forSale && inStock ? Math.max(1, Math.min(900, stocked)) : 0,
      firstAvailable: firstAvailableFor(rng),
      pictureSeed,
      quality: rng.normal(),
      appeal: Math.exp(0.6 * rng.normal()),
    };
  });
}

/** Which kind each product is: every kind first gets its share (largest remainder), then the order is shuffled. */
function kindSequence(count: number, seed: number): number[] {
  const total = KINDS.reduce((sum, kind) => sum + kind.share, 0);
  const exact = KINDS.map((kind) => (kind.share / total) * count);
  const counts = exact.map(Math.floor);
  const byRemainder = exact
    .map((value, index) => ({ index, rest: value - Math.floor(value) }))
    .sort((a, b) => b.rest - a.rest || a.index - b.index);
  let missing = count - counts.reduce((sum, value) => sum + value, 0);
  for (let i = 0; missing > 0; i++, missing--) counts[byRemainder[i % byRemainder.length]!.index]!++;
  const sequence = counts.flatMap((n, kindIndex) => Array.from({ length: n }, () => kindIndex));
  return new Random(seed, 'kinds').sample(sequence, sequence.length);
}
