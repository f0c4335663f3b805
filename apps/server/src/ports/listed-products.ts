/**
 * @file What the shop knows of its listed products without asking the database: which shelves they may stand on, and beside what. Shelves
 * hold items. All products of a group are one item; a product in no group is an item by itself, of the same number.
 */

export interface ListedItem {
  readonly itemId: number;
  /** The product that is shown for it: one that can be bought if there is one, then the one with the lowest number. */
  readonly productId: number;
  /** Of the product shown. Null: it is in no category. */
  readonly categoryId: number | null;
  readonly brand: string | null;
  /** One of its products has a price, and there is at least one left. */
  readonly isSold: boolean;
}

/** The listed products as they were a moment ago. Of each list of items the most rated come first. */
export interface ListedProducts {
  /** Whether a product is listed. */
  has(productId: number): boolean;
  /** The item of a listed product. Any other number is taken for an item's and returned: the first product of a group may not be listed. */
  itemOf(productId: number): number;
  /** Undefined: none of its products is listed. */
  find(itemId: number): ListedItem | undefined;
  /** Its listed products, in no order. */
  productsOf(itemId: number): readonly number[];
  /** Whether some products are in a group with others. */
  readonly hasGroups: boolean;
  /** The other items of its category. */
  beside(itemId: number, limit: number): readonly number[];
  /** The items of the categories next to its own: those below the same category, unless that is a department. */
  near(itemId: number, limit: number): readonly number[];
  mostRated(limit: number): readonly number[];
  /** What its category is called. */
  categoryNameOf(itemId: number): string | undefined;
}

export interface ListedProductsReader {
  /** The first call reads all of them. */
  read(): Promise<ListedProducts>;
}
