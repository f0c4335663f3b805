/** @file Counts over all columns that suggestions need, renewed once in a while. */
import type { Catalog } from '../catalog-in-memory/catalog-follower.ts';
import { createPageWindow } from '../catalog-in-memory/page-window.ts';

export interface BestKnown {
  /** The few hundred products with the most ratings. */
  readonly productIds: readonly number[];
  /** The brands that have products, the one with the most products first. */
  readonly brands: readonly string[];
  /** The categories that have products in or below them. */
  readonly categories: readonly {
    readonly name: string;
    readonly slug: string;
    readonly parentName: string | null;
  }[];
}

const shownProducts = 600;

export function findBestKnown({ columns, tree }: Catalog): BestKnown {
  const window = createPageWindow(shownProducts);
  const brand = columns.attributes.get('brand');
  const ofBrand = new Uint32Array(brand?.sets.size ?? 0);
  const ofCategory = new Uint32Array(tree.size);
  for (let place = 0; place < columns.length; place++) {
    window.offer(-columns.ratingCount[place]!, -columns.productId[place]!, place);
    if (brand) ofBrand[brand.values[place]!]!++;
    const category = columns.categoryId[place]!;
    if (category < ofCategory.length) ofCategory[category]!++;
  }
  const brands = [...ofBrand.keys()].filter((number) => number > 0 && ofBrand[number]! > 0);
  const hasProducts = (categoryId: number): boolean =>
    ofCategory[categoryId]! > 0 || tree.childrenOf(categoryId).some((child) => hasProducts(child.categoryId));
  return {
    productIds: window.places().map((place) => columns.productId[place]!),
    brands: brands
      .sort((a, b) => ofBrand[b]! - ofBrand[a]!)
      .map((number) => brand!.sets.values[brand!.sets.valueNumbersOf(number)[0]!]!),
    categories: tree.all
      .filter(({ categoryId }) => hasProducts(categoryId))
      .map(({ name, slug, parentId }) => ({
        name,
        slug,
        parentName: tree.all.find(({ categoryId }) => categoryId === parentId)?.name ?? null,
      })),
  };
}
