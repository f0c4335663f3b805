/** @file Compares the rows of an older version of the shop with the present rows. */
import { isDeepStrictEqual } from 'node:util';
import type { Row, Tables } from './rows.ts';

/**
 * The expected place of a row of 72f2cac: `row` has the expected columns in the same table, and `elsewhere` the expected rows of other
 * tables. A migration that moves a column adds its rule here. A column without a rule must be unchanged.
 */
type Rule = (before: Row, after: Tables) => { readonly row: Row | undefined; readonly elsewhere?: Expected };

type Expected = readonly (readonly [table: string, columns: Row])[];

/** Tables that are rebuilt from others, or removed on purpose. */
const notKept = new Set([
  'card_changes',
  'search_changes',
  'search_documents',
  'search_words',
  'rate_limits',
]);

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

const rules: Readonly<Record<string, Rule>> = {
  /** A parcel now has its own row. A fully refunded order that was not shipped is over. */
  orders({ carrier, tracking_number, ...row }, after) {
    const now = after.orders!.rows.find(({ order_id }) => order_id === row.order_id);
    const isEnded =
      row.status === 'Pending' && row.payment_status === 'refunded' && now?.status === 'Cancelled';
    const { status, fulfilment_status, cancelled_because, updated_at, ...rest } = row;
    const parcel = ['shipped', 'delivered', 'returned'].includes(fulfilment_status);
    return {
      row: isEnded ? { ...rest, status: 'Cancelled', cancelled_because: 'refunded' } : row,
      elsewhere: parcel ? [['shipments', { order_id: row.order_id, carrier, tracking_number }]] : [],
    };
  },
  /** The refunded units are now stored with the refunds. */
  order_lines({ refunded_quantity, ...row }, after) {
    const units = after
      .refund_lines!.rows.filter(
        ({ order_id, product_id }) => order_id === row.order_id && product_id === row.product_id,
      )
      .map(({ withheld, returned, kept }) => withheld + returned + kept);
    return { row: sum(units) === refunded_quantity ? row : undefined };
  },
  refunds({ lines, ...row }, after) {
    const isThere = (lines as readonly Row[]).every(({ product_id, quantity }) =>
      after.refund_lines!.rows.some(
        (line) =>
          line.refund_id === row.refund_id &&
          line.product_id === product_id &&
          line.withheld + line.returned + line.kept === quantity,
      ),
    );
    return { row: isThere ? row : undefined };
  },
  /** A list now belongs to a user or a visitor. */
  wishlist_items({ user_id, ...row }, after) {
    const list = after.wishlists!.rows.find((one) => one.user_id === user_id);
    return { row: list && { ...row, wishlist_id: list.wishlist_id } };
  },
  /** A shop now declares the attributes of its products. */
  products(row, after) {
    const now = after.products!.rows.find(({ product_id }) => product_id === row.product_id);
    const isSame =
      (now?.attributes.brand?.[0] ?? null) === row.brand &&
      (now?.attributes.color?.[0] ?? null) === row.color;
    return { row: isSame ? row : undefined };
  },
  /** The cards of a page of a shelf are now one row. */
  exposures({ position, product_id, source, score, ...row }, after) {
    const page = after.exposures!.rows.find(
      ({ request_id, first_position, product_ids }) =>
        request_id === row.request_id &&
        first_position <= position &&
        position < first_position + product_ids.length,
    );
    if (!page) return { row: undefined };
    const card = position - page.first_position;
    const isSame =
      page.product_ids[card] === product_id && page.sources[card] === source && page.scores[card] === score;
    return { row: isSame ? { ...row, first_position: page.first_position } : undefined };
  },
  /** The provider now reports the result of a refund. */
  test_payments: (row) => ({
    row: { ...row, refunds: row.refunds.map((refund: Row) => ({ ...refund, state: 'succeeded' })) },
  }),
};

/** The columns that now identify a row, where they are others. */
const keysNow: Readonly<Record<string, readonly string[]>> = {
  wishlist_items: ['wishlist_id', 'product_id'],
  exposures: ['request_id', 'first_position'],
};

/** Returns a sentence for each row that is missing or different. */
export function findLostRows(before: Tables, after: Tables): string[] {
  const lost: string[] = [];
  for (const [table, { key, rows }] of Object.entries(before)) {
    if (notKept.has(table)) continue;
    if (!after[table]) {
      lost.push(`The table ${table} is gone.`);
      continue;
    }
    const usualKey = keysNow[table] ?? key;
    const byKey = new Map(after[table].rows.map((row) => [keyOf(row, usualKey), row]));
    for (const old of rows) {
      const { row, elsewhere = [] } = rules[table]?.(old, after) ?? { row: old };
      const what = `${table} ${keyOf(old, key)}`;
      const now = row && byKey.get(keyOf(row, usualKey));
      if (!row || !now) lost.push(`${what} is lost.`);
      else
        for (const [column, value] of Object.entries(row))
          if (!isDeepStrictEqual(now[column], value))
            lost.push(
              `${what}: ${column} was ${JSON.stringify(value)} and is ${JSON.stringify(now[column])}.`,
            );
      for (const [other, columns] of elsewhere)
        if (!after[other]?.rows.some((one) => isPart(columns, one)))
          lost.push(`${what}: ${other} has no ${JSON.stringify(columns)}.`);
    }
  }
  return lost;
}

const keyOf = (row: Row, key: readonly string[]): string =>
  key.map((column) => String(row[column])).join(' ');

const isPart = (part: Row, whole: Row): boolean =>
  Object.entries(part).every(([column, value]) => isDeepStrictEqual(whole[column], value));
