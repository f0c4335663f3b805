/** @file Reads the products of a file as the rules of judged searches need them. */
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import type { JudgedProduct } from './judged-searches.ts';

/** A row of either layout of Amazon's files. */
interface MetaRow {
  readonly parent_asin?: string;
  readonly asin?: string;
  readonly title?: string;
  readonly store?: string | null;
  readonly brand?: string | null;
  readonly categories?: readonly string[] | null;
  readonly details?: Readonly<Record<string, unknown>> | null;
  readonly features?: readonly string[] | null;
  readonly description?: readonly string[] | null;
}

/** Returns the products that the shop lists, by product number. */
export async function readCatalogue(
  file: string,
  productIds: ReadonlyMap<string, number>,
): Promise<JudgedProduct[]> {
  const products = new Map<number, JudgedProduct>();
  const lines = createInterface({ input: createReadStream(file).pipe(createGunzip()) });
  for await (const line of lines) {
    const row = JSON.parse(line) as MetaRow;
    const item = row.parent_asin ?? row.asin ?? '';
    // A file that has both names the variant by its asin.
    const productId = productIds.get(row.asin ?? item);
    if (productId !== undefined) products.set(productId, { productId, item, ...fieldsOf(row) });
  }
  return [...products.values()];
}

function fieldsOf(row: MetaRow): Omit<JudgedProduct, 'productId' | 'item'> {
  const title = row.title ?? '';
  const brand = row.store ?? row.brand ?? '';
  const category = (row.categories ?? []).join(' > ');
  const details = row.details ?? {};
  return {
    title,
    brand,
    category,
    color: String(details.Color ?? ''),
    // Of clothes and shoes for whom they are cut, which their titles say.
    size: String(details.Department ?? details.Fit ?? details.Size ?? ''),
    any: [
      title,
      brand,
      category,
      ...Object.values(details).map(String),
      ...(row.features ?? []),
      ...(row.description ?? []),
    ].join('\n'),
  };
}
