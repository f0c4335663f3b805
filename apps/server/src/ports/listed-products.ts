/** @file What the shop knows of its listed products without asking the database: which shelves they may stand on, and beside what. */

export interface ListedProduct {
  readonly productId: number;
  /** Null: it is in no category. */
  readonly categoryId: number | null;
  readonly brand: string | null;
  /** It has a price, and there is at least one left. */
  readonly isSold: boolean;
}

/** The listed products as they were a moment ago. Of each list the most rated come first. */
export interface ListedProducts {
  find(productId: number): ListedProduct | undefined;
  /** The others of its category. */
  beside(productId: number, limit: number): readonly number[];
  /** Those of the categories next to its own: of the same category above, and not of a department. */
  near(productId: number, limit: number): readonly number[];
  mostRated(limit: number): readonly number[];
  /** What its category is called. */
  categoryNameOf(productId: number): string | undefined;
}

export interface ListedProductsReader {
  /** The first call reads all of them. */
  read(): Promise<ListedProducts>;
}
