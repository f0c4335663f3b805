import { readCurrency } from '@kindred/shop-types';
import type { Transaction } from '../../../platform/postgres/database.ts';
import { findAttributes } from '../../catalogue/attributes/index.ts';
import type { ImportOptions, ImportSummary } from './import-plan.ts';
import { mergeProducts, productStaging } from './merge-products.ts';
import type { ProductFacts } from './product-format.ts';
import { runImport } from './run-import.ts';

/**
 * Products of the known layouts into the database, with their categories, pictures and, where they have a price, stock. Without
 * a price a product is shown and not sold. A product that is there already becomes what the file says; its stock stays.
 */
export async function importMeta(
  options: ImportOptions & {
    /** Of the prices in the files, which do not say. */
    currency?: string;
    /** For products with a price whose row has no `stock`. */
    defaultStock?: number;
  },
): Promise<ImportSummary> {
  const { currency = 'USD', defaultStock = 50 } = options;
  const reading = readCurrency(currency);
  if ('refusal' in reading)
    throw new RangeError(`The currency ${reading.refusal.says}, but it is “${currency}”.`);
  return runImport<ProductFacts>(
    {
      kind: 'meta',
      format: { kind: 'meta', currency, replace: options.replace ?? false },
      batchRows: 5_000,
      staging: [productStaging],
      analyze: ['categories', 'products', 'product_images', 'inventory', 'search_documents'],
      merge: async (tx, batch) =>
        mergeProducts(tx, batch, { stock: defaultStock, optionCodes: await findOptionCodes(tx) }),
      finish: async () => undefined,
    },
    options,
  );
}

/** A brand is nothing that a shopper chooses. */
const findOptionCodes = async (tx: Transaction): Promise<string[]> =>
  (await findAttributes(tx)).map(({ code }) => code).filter((code) => code !== 'brand');
