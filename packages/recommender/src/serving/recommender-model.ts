/** An item that a model proposes. A higher score is better; scores are comparable within one list. */
export interface ScoredItem {
  readonly itemId: number;
  readonly score: number;
}

/** The interface of every trained model. It is read-only and safe to share. */
export interface RecommenderModel {
  readonly version: string;
  readonly kind: string;
  /** How many users it knows; 0 for a model that answers from histories alone. */
  readonly numUsers: number;
  readonly numItems: number;

  knowsUser(userId: string): boolean;

  knowsItem(itemId: number): boolean;

  /**
   * Returns the k best items for a user of the training data, moved by their interactions since. Empty for a user whom
   * the model does not know.
   * @param recent items of interactions since the training, the newest first
   * @param among the only items to rank. Default: all
   */
  recommendForUser(options: {
    userId: string;
    recent: readonly number[];
    exclude: ReadonlySet<number>;
    k: number;
    among?: readonly number[];
  }): ScoredItem[];

  /**
   * Returns the k best items for any person with this history (the newest item first), by fold-in, without training. Fewer if the
   * model has no more to recommend; empty if it knows no item of the history.
   * @param among the only items to rank. Default: all
   */
  recommendForHistory(options: {
    history: readonly number[];
    exclude: ReadonlySet<number>;
    k: number;
    among?: readonly number[];
  }): ScoredItem[];

  /**
   * Returns what `recommendForUser` returns over all items, or `recommendForHistory` for a user whom the model does not know. Callers in one turn
   * of the event loop share one pass over the items. Missing in models for which that is no cheaper.
   * @param recent items of interactions since the training, the newest first
   * @param history the whole history, the newest first, for a user whom the model does not know
   */
  recommendSoon?(options: {
    userId: string | undefined;
    recent: readonly number[];
    history: readonly number[];
    exclude: ReadonlySet<number>;
    k: number;
  }): Promise<readonly ScoredItem[]>;
  /**
   * Returns the k most similar items by this model, without the item itself; fewer if it knows no more. Empty for an item that
   * it does not know.
   * @param among the only items to rank. Default: all
   */
  similarItems(itemId: number, k: number, among?: readonly number[]): ScoredItem[];

  /** Returns the item of a history that contributes most to a recommended one; undefined if none contributes. */
  strongestReason(history: readonly number[], itemId: number): number | undefined;
}
