export type CandidateSource = 'model' | 'session' | 'similar' | 'trending' | 'popular';

export type CandidateReason =
  | { readonly code: 'because-you-viewed' | 'because-you-reviewed' | 'similar-to'; readonly itemId: number }
  | { readonly code: 'picked-for-you' | 'trending-now' | 'popular' };

/** An item that one source proposes, and why. Scores of different sources cannot be compared. */
export interface Candidate {
  readonly itemId: number;
  readonly score: number;
  readonly source: CandidateSource;
  readonly reason: CandidateReason;
}
