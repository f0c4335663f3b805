import type { ModelReport } from '@kindred/recommender';

type Interval = readonly [low: number, high: number];

/** `0.1830 (0.1801 to 0.1859)`; models of before have no interval. */
export function withInterval(mean: number, interval: Interval | undefined): string {
  const bounds = interval?.map((bound) => bound.toFixed(4)).join(' to ');
  return `${mean.toFixed(4)}${bounds === undefined ? '' : ` (${bounds})`}`;
}

/** Of a model that was trained now, or by a version that did not know all of it. */
export function describeReport({ holdout, popularity, gate }: Partial<ModelReport>): string[] {
  if (!holdout || !popularity) return [];
  const people = holdout.numUsers.toLocaleString('en');
  return [
    `Recall@20 on the newest interactions, of ${people} people: ${withInterval(holdout.recall, holdout.recallInterval)}; by popularity ${withInterval(popularity.recall, popularity.recallInterval)}.`,
    `NDCG@20: ${withInterval(holdout.ndcg, holdout.ndcgInterval)}; by popularity ${withInterval(popularity.ndcg, popularity.ndcgInterval)}. In brackets: 95 % confidence.`,
    ...(gate === undefined ? [] : [`The gate: ${gate}.`]),
  ];
}
