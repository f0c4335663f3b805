import { minorUnitDigits } from '@kindred/shop-types';
import { mergeProducts, productStaging } from './merge-products.ts';
import { looksLikeReview, type ProductRow, productColumns, toProductRow } from './product-row.ts';
import { type ImportOptions, type ImportSummary, runImport } from './run-import.ts';

/**
 * Products of the known layouts into the database, with their categories, pictures and, where they have a price, stock. Without
 * a price a product is shown and not sold. A product that is there already becomes what the file says; its stock stays.
 */
export function importMeta(
  options: ImportOptions & {
    /** Of the prices in the files, which do not say. */
    currency?: string;
    /** For products with a price whose row has no `stock`. */
    defaultStock?: number;
  },
): Promise<ImportSummary> {
  const { currency = 'USD', defaultStock = 50 } = options;
  const minorDigits = minorUnitDigits(currency);
  return runImport<ProductRow>(
    {
      kind: 'meta',
      sourceKind: { knownColumns: productColumns, takesRatings: false },
      batchRows: 5_000,
      staging: productStaging,
      analyze: ['categories', 'products', 'product_images', 'inventory'],
      toRow: (record) => toProductRow(record, minorDigits),
      refuse: (record) =>
        looksLikeReview(record) ? 'holds reviews, not products: use "kindred import reviews".' : null,
      keyOf: ({ parentAsin }) => parentAsin,
      combine: (_, later) => later,
      async merge(client, products) {
        return { ...(await mergeProducts(client, products, { currency, stock: defaultStock })), stubs: 0 };
      },
      finish: async () => undefined,
    },
    options,
  );
}
