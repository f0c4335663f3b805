/**
 * @file The data of listed products that the shop has in memory: whether they may be on shelves, and their neighbours. Shelves show items.
 * All products of a group are one item; a product in no group is an item of its own, with the same number.
 */

export interface ListedItem {
  readonly itemId: number;
  /** The product that represents it: one that can be bought, if there is one; among these, the one with the lowest number. */
  readonly productId: number;
  /** The category of the shown product, or null. */
  readonly categoryId: number | null;
  readonly brand: string | null;
  /** At least one of its products has a price and is in stock. */
  readonly isSold: boolean;
}

/** The listed products as they were a moment ago. Each list of items has the most rated first. */
export interface ListedProducts {
  /** Changes whenever a product may have changed. */
  readonly version: number;
  /** Whether a product is listed. */
  has(productId: number): boolean;
  /** Returns the item of a listed product. It returns any other number unchanged, as the number of an item, because the first product of a group may be unlisted. */
  itemOf(productId: number): number;
  /** Returns undefined if none of its products is listed. */
  find(itemId: number): ListedItem | undefined;
  /** Returns its listed products, in no order. */
  productsOf(itemId: number): readonly number[];
  /** Whether any group has several listed products. */
  readonly hasGroups: boolean;
  /** Returns the other items of its category. */
  beside(itemId: number, limit: number): readonly number[];
  /** Returns the items of its sibling categories: those with the same parent, unless the parent is a department. */
  near(itemId: number, limit: number): readonly number[];
  mostRated(limit: number): readonly number[];
  /** Returns the most rated items of a category and of those below it. */
  mostRatedIn(categoryId: number, limit: number): readonly number[];
  /** Returns some items that are sold, in no order: all of them, if `limit` allows. */
  someSold(accepts: (itemId: number) => boolean, limit: number): readonly number[];
  /** Returns undefined for an unknown slug. */
  categoryOf(slug: string): { readonly categoryId: number; readonly name: string } | undefined;
  /** Whether a category is `ancestorId` or below it. */
  isWithin(categoryId: number, ancestorId: number): boolean;
  /** Returns the name of its category. */
  categoryNameOf(itemId: number): string | undefined;
}

export interface ListedProductsReader {
  /** The first call reads all products. */
  read(): Promise<ListedProducts>;
  /** Returns them with everything that was committed before the call. It costs queries. */
  catchUp(): Promise<ListedProducts>;
}
