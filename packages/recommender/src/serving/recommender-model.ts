/** An item that a model proposes; a higher score is better, and scores of one list can be compared. */
export interface ScoredItem {
  readonly itemId: number;
  readonly score: number;
}

/** What every trained model can answer, whatever its kind. It is read-only and safe to share. */
export interface RecommenderModel {
  readonly version: string;
  readonly kind: string;
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
   * The k best items for anyone with this history, the newest item first: a fold-in, no training. Empty
   * when the model knows none of the items.
   * @param among only these are ranked; left out: all
   */
  recommendForHistory(options: {
    history: readonly number[];
    exclude: ReadonlySet<number>;
    k: number;
    among?: readonly number[];
  }): ScoredItem[];

  /**
   * The k items nearest in angle, without the item itself. Empty for an item that it does not know.
   * @param among only these are ranked; left out: all
   */
  similarItems(itemId: number, k: number, among?: readonly number[]): ScoredItem[];

  /** Which item of a history speaks most for a recommended one; undefined when none speaks for it. */
  strongestReason(history: readonly number[], itemId: number): number | undefined;
}
