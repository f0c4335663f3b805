import { readCurrency } from '@kindred/shop-types';
import type { Transaction } from '../../../platform/postgres/database.ts';
import { findAttributes } from '../../catalogue/attributes/index.ts';
import type { ImportOptions, ImportSummary } from './import-plan.ts';
import { mergeProducts, productStaging } from './merge-products.ts';
import type { ProductFacts } from './product-format.ts';
import { runImport } from './run-import.ts';

/** The stock of a new product with a price, if nobody says how much there is. */
export const defaultStock = 50;

/**
 * Imports products in any known layout, with their categories, pictures and, if they have a price, stock. A product without a price is
 * shown but not for sale. An existing product gets the values in the file, but keeps its stock.
 */
export async function importMeta(
  options: ImportOptions & {
    /** The currency of the prices, which the files do not contain. */
    currency?: string;
    /** The stock of products with a price whose row has no `stock`. */
    defaultStock?: number;
  },
): Promise<ImportSummary> {
  const { currency = 'USD', defaultStock: stock = defaultStock } = options;
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
      merge: async (tx, batch) => mergeProducts(tx, batch, { stock, optionCodes: await findOptionCodes(tx) }),
      finish: async () => undefined,
    },
    options,
  );
}

/** Leaves out the brand, because a shopper does not choose it. */
export const findOptionCodes = async (tx: Transaction): Promise<string[]> =>
  (await findAttributes(tx)).map(({ code }) => code).filter((code) => code !== 'brand');
