/** @file Reads the sale in a row of products. A sale with an invalid field is ignored as a whole, because the rest of it might begin today. */
import type { NoteField } from './field-counts.ts';
import { isMissing, readMoment, readOr } from './field-values.ts';
import type { PriceReader } from './price.ts';
import type { SourceRecord } from './source.ts';

export interface SaleFields {
  priceMinor: number;
  /** RFC 3339. Null: now. */
  startsAt: string | null;
  /** Null: no end is planned. */
  endsAt: string | null;
}

export function readSale(
  record: SourceRecord,
  {
    readPrice,
    priceMinor,
    note,
  }: {
    readPrice: PriceReader;
    /** The regular price of the row. Null: it has none. */
    priceMinor: number | null;
    note: NoteField;
  },
): SaleFields | null {
  const noteAs =
    (field: string): NoteField =>
    (_, reason, value) =>
      note(field, reason.replace(/not for sale|left out/, 'no sale'), value);
  const notePrice = noteAs('sale_price');
  const price = readOr(notePrice, null, () => readPrice(record.sale_price, notePrice));
  if (price === null) return null;
  const momentOf = (field: string, isEnd: boolean) =>
    readOr(noteAs(field), undefined, () => readMoment(record[field], field, { isEnd }));
  const startsAt = momentOf('sale_starts_at', false);
  const endsAt = momentOf('sale_ends_at', true);
  if (startsAt === undefined || endsAt === undefined) return null;
  if (priceMinor !== null && price >= priceMinor) {
    note('sale_price', 'is not below the price: no sale', record.sale_price);
    return null;
  }
  if (priceMinor === null && !isMissing(record.price)) {
    note('sale_price', 'stands without a price: no sale', record.sale_price);
    return null;
  }
  if (startsAt !== null && endsAt !== null && endsAt <= startsAt) {
    note('sale_ends_at', 'is not after sale_starts_at: no sale', record.sale_ends_at);
    return null;
  }
  return {
    priceMinor: price,
    startsAt: startsAt?.toISOString() ?? null,
    endsAt: endsAt?.toISOString() ?? null,
  };
}
