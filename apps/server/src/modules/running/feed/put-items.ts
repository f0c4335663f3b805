import type { FeedItem } from '@kindred/contracts';
import { minorUnitDigits } from '@kindred/shop-types';
import type { Database } from '../../../platform/postgres/database.ts';
import { putProducts, type RowMistake, RowMistakesError } from '../import/index.ts';

/**
 * Adds and changes items, all or none.
 * @throws RowMistakesError
 */
export function putItems(
  db: Database,
  items: readonly FeedItem[],
): Promise<{ inserted: number; updated: number }> {
  const currency = items.find(({ price }) => price)?.price?.currency ?? 'USD';
  const others = items.flatMap(({ price }, row): RowMistake[] =>
    price && price.currency !== currency
      ? [{ row, column: 'price', problem: `is not in ${currency}, like the first price` }]
      : [],
  );
  if (others.length > 0) return Promise.reject(new RowMistakesError(others));
  return putProducts(db, {
    currency,
    products: items.map((item) => ({ record: recordOf(item), isListed: item.is_listed })),
  });
}

/** Returns the item with the columns of a data set. A field that is missing is no column. */
function recordOf({ item_id, price, image_urls, is_listed: _, ...same }: FeedItem): Record<string, unknown> {
  return {
    parent_asin: item_id,
    ...same,
    ...(price !== undefined && { price: price && decimalOf(price) }),
    ...(image_urls && { images: image_urls.map((url) => ({ large: url })) }),
  };
}

/** Returns `19.99` of 1999 cents, as data sets write it. */
function decimalOf({ amount_minor, currency }: NonNullable<FeedItem['price']>): string {
  const digits = minorUnitDigits(currency);
  const text = String(amount_minor).padStart(digits + 1, '0');
  return digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`;
}
