import type { Database, Transaction } from '../../../platform/postgres/database.ts';
import { sql } from '../../../platform/postgres/sql.ts';
import { findAttributes } from '../../catalogue/attributes/index.ts';
import { correctStock } from '../../catalogue/inventory/index.ts';
import { attributeSourceOf } from './attribute-source.ts';
import { defaultStock, findOptionCodes } from './import-meta.ts';
import { mergeProducts, productStaging } from './merge-products.ts';
import { productFormat } from './product-format.ts';
import { copyOf, RowMistakesError, readRows } from './read-rows.ts';
import { withStaging } from './with-staging.ts';

/** A product that a machine sent. The record has the columns of a data set: `parent_asin`, `title`, `price`. */
export interface ProductToPut {
  readonly record: Readonly<Record<string, unknown>>;
  /** Undefined: unchanged. */
  readonly isListed: boolean | undefined;
}

/**
 * Adds and changes products, all or none. In contrast to a file, a row sets the stock of an existing product too, and says itself which
 * values it has.
 * @throws RowMistakesError
 */
export async function putProducts(
  db: Database,
  { products, currency }: { products: readonly ProductToPut[]; currency: string },
): Promise<{ inserted: number; updated: number }> {
  const attributes = (await findAttributes(db)).map(attributeSourceOf);
  const format = productFormat({ currency, replace: false }, attributes);
  const rows = readRows(
    format,
    products.map(({ record }) => record),
    { attributes, keyColumn: 'parent_asin' },
  );
  const facts = format.factsOf(rows);
  return withStaging(db, { table: 'import_products', create: productStaging }, async (tx) => {
    const { inserted, changed, rejects } = await mergeProducts(
      tx,
      { copy: copyOf(format, rows), facts },
      { stock: defaultStock, optionCodes: await findOptionCodes(tx) },
    );
    if (rejects.length > 0)
      throw new RowMistakesError(
        rejects.map(({ line }) => ({
          row: line,
          column: 'title',
          problem: 'is missing, and the item is new',
        })),
      );
    for (const id of await correctStock(tx, await findStocked(tx))) changed.add(id);
    for (const id of await putListed(tx, products)) changed.add(id);
    return { inserted, updated: changed.size };
  });
}

async function findStocked(tx: Transaction): Promise<{ productId: number; onHand: number }[]> {
  const { rows } = await tx.execute<{ product_id: number; stock: number }>(sql`
    select p.product_id, s.stock from import_products s join products p using (parent_asin) where s.stock is not null`);
  return rows.map(({ product_id, stock }) => ({ productId: product_id, onHand: stock }));
}

async function putListed(tx: Transaction, products: readonly ProductToPut[]): Promise<number[]> {
  const changed: number[] = [];
  for (const wanted of [true, false]) {
    const names = products.flatMap(({ record, isListed }) =>
      isListed === wanted ? [String(record.parent_asin).trim()] : [],
    );
    if (names.length === 0) continue;
    const { rows } = await tx.execute<{ product_id: number }>(sql`
      update products set is_listed = ${wanted}, updated_at = now()
      where parent_asin = any(${names}::text[]) and is_listed <> ${wanted} returning product_id`);
    changed.push(...rows.map(({ product_id }) => product_id));
  }
  return changed;
}
