/** @file The products that shoppers chose after a search for a text, with their points. Both engines use it. */
import type { Database } from '../../platform/postgres/database.ts';
import { type Statement, sql } from '../../platform/postgres/sql.ts';
import { type Choices, learnedPoints } from '../../ports/learned-points.ts';

/** Points by the number of a product. */
export type LearnedPoints = ReadonlyMap<number, number>;

export type LearnedRows = readonly (readonly [productId: number, clickers: number, buyers: number])[];

/** Selects the `LearnedRows` of a text by its key. */
export const selectLearned = (key: string): Statement =>
  sql`(select json_agg(json_build_array(product_id, clickers, buyers)) from search_boosts where key = ${key})`;

export const pointsOf = (rows: LearnedRows | null): LearnedPoints =>
  new Map(
    (rows ?? []).map(([productId, clickers, buyers]) => [
      productId,
      learnedPoints({ clickers, buyers } satisfies Choices),
    ]),
  );

export async function readLearned(db: Database, key: string): Promise<LearnedPoints> {
  const { rows } = await db.execute<{ learned: LearnedRows | null }>(
    sql`select ${selectLearned(key)} as learned`,
  );
  return pointsOf(rows[0]!.learned);
}

/** Adds the points to the scores of the found products. */
export function addLearned(
  { productIds, scores }: { productIds: Int32Array; scores: Float32Array },
  learned: LearnedPoints,
): void {
  if (learned.size === 0) return;
  for (let at = 0; at < productIds.length; at++) scores[at]! += learned.get(productIds[at]!) ?? 0;
}
