export type CandidateSource = 'model' | 'session' | 'similar' | 'trending' | 'popular';

export type CandidateReason =
  | { readonly code: 'because_you_viewed' | 'because_you_reviewed' | 'similar_to'; readonly itemId: number }
  | { readonly code: 'picked_for_you' | 'trending_now' | 'popular' };

/** An item that one source proposes, and why. Scores of different sources cannot be compared. */
export interface Candidate {
  readonly itemId: number;
  readonly score: number;
  readonly source: CandidateSource;
  readonly reason: CandidateReason;
}
