/** Why an item is proposed, as data. The shop turns it into text once it knows the names of the items. */
export interface CandidateReason {
  /** Stable, for programs: `because-you-viewed`. */
  readonly code: string;
  /** In words; `{item}` stands for the name of the item in `itemId`. */
  readonly text: string;
  /** The item that the reason names. */
  readonly itemId?: number;
}

/** An item that a source proposes. Scores of different sources cannot be compared. */
export interface Candidate {
  readonly itemId: number;
  readonly score: number;
  /** The name of the source. */
  readonly source: string;
}
