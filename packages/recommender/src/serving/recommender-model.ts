/** An item that a model proposes; a higher score is better, and scores of one list can be compared. */
export interface ScoredItem {
  readonly itemId: number;
  readonly score: number;
}

/** What every trained model can answer, whatever its kind. It is read-only and safe to share. */
export interface RecommenderModel {
  readonly version: string;
  readonly kind: string;
  /** Users that it knows; 0 for a model that answers by what people did alone. */
  readonly numUsers: number;
  readonly numItems: number;

  knowsUser(userId: string): boolean;

  knowsItem(itemId: number): boolean;

  /**
   * The k best items for a user of the training data, moved by what they did since. Empty for a user that
   * the model does not know.
   * @param recent items dealt with since training, the newest first
   * @param among only these are ranked; left out: all
   */
  recommendForUser(options: {
    userId: string;
    recent: readonly number[];
    exclude: ReadonlySet<number>;
    k: number;
    among?: readonly number[];
  }): ScoredItem[];

  /**
   * The k best items for anyone with this history, the newest item first: a fold-in, no training. Fewer where the
   * model has nothing to say of more; empty when it knows none of the history.
   * @param among only these are ranked; left out: all
   */
  recommendForHistory(options: {
    history: readonly number[];
    exclude: ReadonlySet<number>;
    k: number;
    among?: readonly number[];
  }): ScoredItem[];

  /**
   * What `recommendForUser` gives, or `recommendForHistory` for somebody whom the model does not know, of all items. Those who ask in one turn
   * of the event loop share one pass over the items. Left out by models for which that is no cheaper.
   * @param recent items dealt with since training, the newest first
   * @param history all of it, the newest first, for whom the model does not know
   */
  recommendSoon?(options: {
    userId: string | undefined;
    recent: readonly number[];
    history: readonly number[];
    exclude: ReadonlySet<number>;
    k: number;
  }): Promise<readonly ScoredItem[]>;
  /**
   * The k items most like it in the model's eyes, without the item itself; fewer where it knows of no more. Empty for an item that
   * it does not know.
   * @param among only these are ranked; left out: all
   */
  similarItems(itemId: number, k: number, among?: readonly number[]): ScoredItem[];

  /** Which item of a history speaks most for a recommended one; undefined when none speaks for it. */
  strongestReason(history: readonly number[], itemId: number): number | undefined;
}
