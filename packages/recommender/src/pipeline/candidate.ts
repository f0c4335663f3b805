/** An item that a source proposes. Scores of different sources cannot be compared. */
export interface Candidate {
  readonly itemId: number;
  readonly score: number;
  /** The name of the source. */
  readonly source: string;
}
