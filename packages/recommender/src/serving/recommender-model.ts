/** An item that a model proposes. A higher score is better; scores are comparable within one list. */
export interface ScoredItem {
  readonly itemId: number;
  readonly score: number;
}

/**
 * An entry of a history: an item, and how much it says about the person's taste. A purchase weighs more than a view, and a new deed more
 * than an old one. The weight of an item that the person does not like is negative.
 */
export interface WeightedItem {
  readonly itemId: number;
  readonly weight: number;
}

/** What a kind of model says about items. It is read-only and safe to share. */
export interface ItemModel {
  /**
   * Returns the k best items for a person with this history, without training. Fewer if the model has no more to recommend; empty if it
   * knows no item of the history.
   * @param among the only items to rank. Default: all
   */
  recommendForHistory(options: {
    history: readonly WeightedItem[];
    exclude: ReadonlySet<number>;
    k: number;
    among?: readonly number[];
  }): ScoredItem[];

  /**
   * Returns the k most similar items by this model, without the item itself; fewer if it knows no more. Empty for an item that
   * it does not know.
   * @param among the only items to rank. Default: all
   */
  similarItems(itemId: number, k: number, among?: readonly number[]): ScoredItem[];
}

/** The interface of every served model. It is read-only and safe to share, and it knows no person: a history is all it needs. */
export interface RecommenderModel extends ItemModel {
  readonly version: string;
  readonly kind: string;
  readonly numItems: number;

  knowsItem(itemId: number): boolean;

  /**
   * Finds causes. Returns a function that returns, for an item, the entry of the history without which the k best would not contain the
   * item; undefined if they contain it without any single entry. The arguments are those of `recommendForHistory`.
   */
  causes(options: {
    history: readonly WeightedItem[];
    exclude: ReadonlySet<number>;
    k: number;
  }): (itemId: number) => number | undefined;

  /**
   * Returns the k best items that go with others, such as a product and what is in a cart. A complement is what people like together with them, not an
   * alternative to them: `accepts` says which items are of other kinds.
   * @param items what the result goes with
   * @param history the person's history, which decides the order among the items that go with `items`
   */
  goesWith(options: {
    items: readonly WeightedItem[];
    history: readonly WeightedItem[];
    exclude: ReadonlySet<number>;
    k: number;
    accepts: (itemId: number) => boolean;
  }): ScoredItem[];

  /**
   * Returns the k items that people like together with an item most often, compared with chance. The score is the lift: 3 means three times as often as by
   * chance, shrunk towards 1 where few people show it.
   */
  likedTogether(itemId: number, k: number, accepts?: (itemId: number) => boolean): ScoredItem[];
}
