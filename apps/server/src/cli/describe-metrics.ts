import type { ModelReport } from '@kindred/recommender';

type Interval = readonly [low: number, high: number];

/** Returns `0.1830 (0.1801 to 0.1859)`. Models of earlier versions have no interval. */
export function withInterval(mean: number, interval: Interval | undefined): string {
  const bounds = interval?.map((bound) => bound.toFixed(4)).join(' to ');
  return `${mean.toFixed(4)}${bounds === undefined ? '' : ` (${bounds})`}`;
}

/** Describes the report of a model. Reports of earlier versions may be incomplete. */
export function describeReport({ holdout, popularity, gate }: Partial<ModelReport>): string[] {
  if (!holdout || !popularity) return [];
  const people = holdout.numUsers.toLocaleString('en');
  return [
    `Recall@20 on the newest interactions, of ${people} people: ${withInterval(holdout.recall, holdout.recallInterval)}; by popularity ${withInterval(popularity.recall, popularity.recallInterval)}.`,
    `NDCG@20: ${withInterval(holdout.ndcg, holdout.ndcgInterval)}; by popularity ${withInterval(popularity.ndcg, popularity.ndcgInterval)}. In brackets: 95 % confidence.`,
    ...(gate === undefined ? [] : [`The gate: ${gate}.`]),
  ];
}
