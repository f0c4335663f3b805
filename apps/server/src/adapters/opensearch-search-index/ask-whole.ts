import type { Json, SearchConnection } from './connection.ts';
import { havingProduct } from './nested-products.ts';

export interface SearchTarget {
  readonly connection: SearchConnection;
  /** The index to ask. */
  readonly alias: string;
  /** How long a search waits for OpenSearch. */
  readonly patienceMs: number;
}

export interface Whole {
  readonly timed_out: boolean;
  readonly _shards: { readonly failed: number };
}

/** Throws unless all shards answer, because a partial answer would have wrong totals. */
export async function askWhole<Answer extends Whole>(
  { connection, alias, patienceMs }: SearchTarget,
  body: Json,
): Promise<Answer> {
  const answer = await connection.ask<Answer>({
    method: 'POST',
    path: `/${alias}/_search`,
    // All requested values are in columns. Reading each document's stored id would take most of the time of a page.
    body: { timeout: `${patienceMs - 100}ms`, stored_fields: '_none_', ...body },
    timeoutMs: patienceMs,
  });
  if (answer.timed_out || answer._shards.failed > 0)
    throw new Error(`${alias} answered only in part: ${answer._shards.failed} shards failed.`);
  return answer;
}

/** Counts for each query the items that have a matching product, up to `most`. */
export async function countMatching(
  { connection, alias, patienceMs }: SearchTarget,
  queries: readonly Json[],
  most: number,
): Promise<number[]> {
  const { responses } = await connection.ask<{
    responses: readonly (Whole & { hits: { total: { value: number } }; error?: Json })[];
  }>({
    method: 'POST',
    path: `/${alias}/_msearch`,
    lines: queries
      .map(
        (query) =>
          `{}\n${JSON.stringify({ query: havingProduct(query), size: 0, terminate_after: most, track_total_hits: most })}\n`,
      )
      .join(''),
    timeoutMs: patienceMs,
  });
  const failed = responses.find((response) => response.error !== undefined || response._shards.failed > 0);
  if (failed) throw new Error(`${alias} did not answer: ${JSON.stringify(failed.error)}`);
  return responses.map(({ hits }) => hits.total.value);
}
