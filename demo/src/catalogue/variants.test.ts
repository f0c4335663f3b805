import { beforeAll, describe, expect, it } from 'vitest';
import { attributesOf, demoAttributes } from './attributes.ts';
import { metaRow } from './meta-row.ts';
import { makeCatalogue, type Product } from './product.ts';
import { makeVariants } from './variants.ts';

/** Those of the shop that a first start makes. */
const size = { products: 3200, seed: 7 };
let catalogue: Product[];
let groups: Product[][];

beforeAll(() => {
  catalogue = makeCatalogue(size.products, size.seed);
  const variants = makeVariants(catalogue, size.seed);
  groups = [...variants].map(([index, others]) => [catalogue[index]!, ...others]);
});

/** What the page of the product offers to choose. */
const optionsOf = (product: Product): string => {
  const { size: sized, contents } = attributesOf(product);
  return [product.colour.name, sized, contents].join();
};
const isWorn = ({ kind }: Product): boolean => kind.worn !== undefined;

describe('makeVariants', () => {
  it('tells the variants of a product apart by colour, size and contents', () => {
    for (const group of groups) expect(new Set(group.map(optionsOf)).size).toBe(group.length);
  });

  it('gives each a price, a stock and an asin of its own, under the asin of the first', () => {
    const asins = new Set(groups.flat().map(({ asin }) => asin));
    expect(asins.size).toBe(groups.flat().length);
    for (const [first, ...others] of groups)
      for (const { parentAsin, priceCents, stock } of others) {
        expect(parentAsin).toBe(first!.asin);
        expect(Number.isInteger(priceCents) && priceCents! > 0).toBe(true);
        expect(Number.isInteger(stock) && stock >= 0).toBe(true);
      }
  });

  it('draws each colour in that colour, and sizes alike', () => {
    for (const group of groups) {
      const pictures = group.map((variant) => ({
        colour: variant.colour.hex,
        urls: metaRow(variant, { count: 0, sum: 0 }, size.seed).images.map(({ large }) => large),
      }));
      for (const { colour, urls } of pictures) for (const url of urls) expect(url).toContain(`.${colour}.`);
      const colours = new Set(pictures.map(({ colour }) => colour)).size;
      expect(new Set(pictures.map(({ urls }) => urls.join())).size).toBe(colours);
    }
  });

  it('offers clothes and shoes that are for sale in three to five sizes, with some of them sold out', () => {
    const worn = groups.filter(([first]) => isWorn(first!));
    expect(worn).toHaveLength(catalogue.filter((one) => isWorn(one) && one.priceCents !== null).length);
    for (const group of worn) {
      const sizes = new Set(group.map(({ wornSize }) => wornSize)).size;
      expect(sizes).toBeGreaterThanOrEqual(3);
      expect(sizes).toBeLessThanOrEqual(5);
    }
    const soldOut = worn.flat().filter(({ stock }) => stock === 0).length / worn.flat().length;
    expect(soldOut).toBeGreaterThan(0.08);
    expect(soldOut).toBeLessThan(0.2);
  });

  it('offers a part of the clothes, and of mugs, bottles and the like, in two to four colours', () => {
    const coloursOf = (group: Product[]): number => new Set(group.map(({ colour }) => colour.name)).size;
    const inColours = groups.filter((group) => coloursOf(group) > 1);
    for (const group of inColours) expect(coloursOf(group)).toBeLessThanOrEqual(4);
    const kinds = new Set(inColours.map(([first]) => first!.kind.id));
    for (const kind of ['tshirt', 'boot', 'mug', 'bottle', 'phone']) expect(kinds).toContain(kind);
    expect(inColours.length / groups.length).toBeLessThan(0.5);
  });

  it('charges more for more, and names it in the title', () => {
    const candles = groups.filter(([first]) => first!.kind.id === 'candle');
    expect(candles.length).toBeGreaterThan(5);
    for (const group of candles) {
      const bySize = group.toSorted((a, b) => Number.parseFloat(a.size) - Number.parseFloat(b.size));
      const prices = bySize.map(({ priceCents }) => priceCents!);
      expect(prices).toEqual(prices.toSorted((a, b) => a - b));
      for (const variant of group) expect(variant.title).toContain(variant.size);
    }
  });

  it('takes no title of another product', () => {
    const owners = new Map(catalogue.map(({ title, parentAsin }) => [title, parentAsin]));
    for (const { title, parentAsin } of groups.flat()) {
      expect(owners.get(title) ?? parentAsin).toBe(parentAsin);
      owners.set(title, parentAsin);
    }
  });

  it('does not double what the shop has to import', () => {
    expect(groups.flat().length - groups.length).toBeLessThan(size.products / 2);
  });
});

describe('the size of a product', () => {
  it('is declared once, and clothes and shoes alone have it', () => {
    expect(demoAttributes.map(({ code }) => code)).toEqual(['size', 'material', 'contents']);
    const sized = catalogue.filter((product) => attributesOf(product).size !== undefined);
    expect(new Set(sized.map(({ kind }) => kind.path.at(-1)))).toEqual(
      new Set(['T-Shirts', 'Hoodies & Sweatshirts', 'Jackets', 'Dresses', 'Sneakers', 'Boots', 'Clothing']),
    );
  });

  it('is a letter for clothes, a number for shoes and an age for babies', () => {
    const form = { clothes: /^(XS|S|M|L|XL|XXL)$/, shoes: /^EU (3[6-9]|4[0-6])$/, none: /^\d+-\d+ Months$/ };
    for (const product of [...catalogue, ...groups.flat()]) {
      const { size: sized } = attributesOf(product);
      if (sized !== undefined) expect(sized).toMatch(form[product.kind.worn ?? 'none']);
    }
  });

  it('is not for whom it is cut', () => {
    const shirt = catalogue.find(({ kind }) => kind.id === 'tshirt')!;
    const { details, title } = metaRow(shirt, { count: 0, sum: 0 }, size.seed);
    expect(details.Department).toMatch(/^(Men's|Women's|Unisex)$/);
    expect(details.Size).toBe(shirt.wornSize);
    expect(title).toContain(details.Department);
  });
});
