import { type SearchConnection, workTimeoutMs } from './connection.ts';
import type { ItemsAtOnce } from './item-document-repository.ts';

interface BulkAnswer {
  readonly errors: boolean;
  readonly items: readonly {
    readonly [action: string]: { readonly _id: string; readonly status: number; readonly error?: unknown };
  }[];
}

/** The limit for one request; a server accepts at most 100 MB. */
const mostCharacters = 10_000_000;

/** The index has a newer version, or does not have the document to delete. */
const harmless = [404, 409];

/**
 * Writes the items that were read to the index, and deletes those of `itemIds` that have no product. Versions ensure that an earlier
 * reading, by any node, never overwrites a later one.
 */
export async function writeItems(
  connection: SearchConnection,
  index: string,
  itemIds: Iterable<number>,
  read: ItemsAtOnce,
): Promise<void> {
  let lines = '';
  for (const itemId of itemIds) {
    lines += linesOf(itemId, read);
    if (lines.length < mostCharacters) continue;
    await write(connection, index, lines);
    lines = '';
  }
  await write(connection, index, lines);
}

function linesOf(itemId: number, { documents, version }: ItemsAtOnce): string {
  const document = documents.get(itemId);
  const target = { _id: String(itemId), version, version_type: 'external_gte' };
  return document
    ? `${JSON.stringify({ index: target })}\n${JSON.stringify(document)}\n`
    : `${JSON.stringify({ delete: target })}\n`;
}

async function write(connection: SearchConnection, index: string, lines: string): Promise<void> {
  if (lines === '') return;
  const { errors, items } = await connection.ask<BulkAnswer>({
    method: 'POST',
    path: `/${index}/_bulk`,
    query: { filter_path: 'errors,items.*._id,items.*.status,items.*.error' },
    lines,
    timeoutMs: workTimeoutMs,
  });
  if (!errors) return;
  for (const item of items)
    for (const { _id, status, error } of Object.values(item))
      if (status >= 300 && !harmless.includes(status))
        throw new Error(`Item ${_id} was not indexed: ${status} ${JSON.stringify(error)}`);
}
