import { type SearchConnection, workTimeoutMs } from './connection.ts';
import type { ProductsAtOnce } from './product-document-repository.ts';

interface BulkAnswer {
  readonly errors: boolean;
  readonly items: readonly {
    readonly [action: string]: { readonly _id: string; readonly status: number; readonly error?: unknown };
  }[];
}

/** The index has it newer, or does not have what is to go. */
const harmless = [404, 409];

/**
 * Makes the index say of `productIds` what was read: those that were not found go. By versions, so that nothing that was read
 * earlier, by whomever, comes to lie upon what was read later.
 */
export async function writeProducts(
  connection: SearchConnection,
  index: string,
  productIds: Iterable<number>,
  { documents, version }: ProductsAtOnce,
): Promise<void> {
  let lines = '';
  for (const productId of productIds) {
    const document = documents.get(productId);
    const target = { _id: String(productId), version, version_type: 'external_gte' };
    lines += document
      ? `${JSON.stringify({ index: target })}\n${JSON.stringify(document)}\n`
      : `${JSON.stringify({ delete: target })}\n`;
  }
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
        throw new Error(`Product ${_id} was not indexed: ${status} ${JSON.stringify(error)}`);
}
