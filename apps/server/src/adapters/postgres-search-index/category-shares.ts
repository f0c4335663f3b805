import type { Catalog } from '../catalog-in-memory/catalog-follower.ts';
import { categoryPoints } from '../search-reading/category-points.ts';

/** Returns the points of products for the popularity of their category, by its number. */
export function findCategoryShares({ columns, tree }: Catalog): Float64Array {
  const ratings = new Float64Array(tree.size);
  for (let place = 0; place < columns.length; place++) {
    const category = columns.categoryId[place]!;
    if (category > 0 && category < ratings.length) ratings[category]! += columns.ratingCount[place]!;
  }
  const shares = new Float64Array(tree.size);
  for (const [category, points] of categoryPoints(ratings.entries())) shares[category] = points;
  return shares;
}
