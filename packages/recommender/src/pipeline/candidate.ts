/** Why an item is proposed, as data: what is shown is made of it when it is known what the items are called. */
export interface CandidateReason {
  /** Stable, for programs: `because-you-viewed`. */
  readonly code: string;
  /** In words; `{item}` stands for what the item that the reason names is called. */
  readonly text: string;
  /** The item that it names. */
  readonly itemId?: number;
}

/** An item that a source proposes. Scores of different sources cannot be compared. */
export interface Candidate {
  readonly itemId: number;
  readonly score: number;
  /** The name of the source. */
  readonly source: string;
}
