import { withColorFamilies } from '../../ports/color-family.ts';
import { noDay } from '../../ports/search-cursor.ts';
import { attributeTokens } from './attribute-values.ts';
import type { Json } from './connection.ts';
import type { CategoryRow, ProductRow } from './item-document-repository.ts';

/** An item in the index, with the fields of `index-schema.ts`. */
export interface ItemDocument {
  readonly item_id: number;
  readonly rating_count: number;
  readonly bayesian_rating: number;
  readonly products: readonly Json[];
}

export const documentOf = (
  products: readonly [ProductRow, ...ProductRow[]],
  categories: ReadonlyMap<number, CategoryRow>,
): ItemDocument => ({
  item_id: products[0].item_id,
  rating_count: products[0].rating_count,
  bayesian_rating: products[0].bayesian_rating,
  products: products.map((row) => productOf(row, categories)),
});

function productOf(row: ProductRow, categories: ReadonlyMap<number, CategoryRow>): Json {
  const path = pathOf(row.category_id, categories);
  return {
    product_id: row.product_id,
    title: row.title,
    shown_title: row.title,
    number: row.parent_asin,
    subject: row.subject,
    name: row.name,
    subject_words: row.subject_words,
    beside: row.beside,
    shelf_text: [row.brand, ...path.flatMap(({ name }) => [name, ...joined(name)]), row.main_category].filter(
      (text) => text !== null,
    ),
    body: row.body,
    attributes: attributeTokens(withColorFamilies(row.attributes)),
    category: path.map(({ slug }) => slug),
    own_category: row.category_id,
    price_minor: row.price_minor,
    currency: row.currency,
    percent_off: row.percent_off,
    average_rating: row.average_rating,
    day: row.day ?? noDay,
    in_stock: row.in_stock,
    popularity: row.rating_count + 1,
  };
}

/** `Make-Up` as shoppers type it; the same as `search_joined` of migration 0022. */
const joined = (name: string): string[] =>
  (name.match(/\p{L}+(?:-\p{L}+)+/gu) ?? []).map((word) => word.replaceAll('-', ''));

/** Returns the path from the department down. */
function pathOf(categoryId: number | null, categories: ReadonlyMap<number, CategoryRow>): CategoryRow[] {
  const path: CategoryRow[] = [];
  for (let id = categoryId; id !== null; ) {
    const category = categories.get(id);
    if (category === undefined || path.includes(category)) break;
    path.unshift(category);
    id = category.parent_id;
  }
  return path;
}
