import type { CategoryNode } from './category-path.ts';
import { toArrayLiteral, toCopyLine } from './copy-line.ts';
import { priceReader } from './price.ts';
import { looksLikeReview, type ProductRow, productColumns, toProductRow } from './product-row.ts';
import type { RowFormat } from './row-format.ts';

export interface ProductFacts {
  /** Of the batch, from the roots down, each once. */
  categoryLevels: CategoryNode[][];
}

/** `currency`: of the prices in the file, which does not say. */
export function productFormat({ currency }: { currency: string }): RowFormat<ProductRow, ProductFacts> {
  const readPrice = priceReader(currency);
  return {
    sourceKind: { knownColumns: productColumns, takesRatings: false },
    toRow: (record, note) => toProductRow(record, { readPrice, note }),
    refuse: (record) =>
      looksLikeReview(record) ? 'holds reviews, not products: use "kindred import reviews".' : null,
    keyOf: ({ parentAsin }) => parentAsin,
    combine: (_, later) => later,
    toLine: (product, line) =>
      toCopyLine([
        line,
        product.parentAsin,
        product.title,
        product.description,
        toArrayLiteral(product.features),
        JSON.stringify(product.details),
        product.brand,
        product.color,
        product.mainCategory,
        product.categories.at(-1)?.slug ?? null,
        product.priceMinor,
        product.priceMinor === null ? null : currency,
        product.averageRating,
        product.ratingCount,
        product.dateFirstAvailable,
        product.stock,
        JSON.stringify(product.images),
      ]),
    factsOf: (products) => ({ categoryLevels: levelsOf(products) }),
  };
}

function levelsOf(products: readonly ProductRow[]): CategoryNode[][] {
  const levels: Array<Map<string, CategoryNode>> = [];
  for (const { categories } of products) {
    categories.forEach((node, depth) => {
      levels[depth] ??= new Map();
      if (!levels[depth].has(node.slug)) levels[depth].set(node.slug, node);
    });
  }
  return levels.map((level) => [...level.values()]);
}
