/**
 * @file The listed products as typed arrays. Each product has a place in them, in no order, and takes about 50 bytes. Filters, facets,
 * sorts and pages are computed from these arrays.
 */
import { noDay } from '../../ports/search-cursor.ts';
import { createInternedTexts, type InternedTexts } from './interned-texts.ts';
import { createValueSets, type ValueSets } from './value-sets.ts';

export interface CatalogRow {
  readonly productId: number;
  /** The same for all products of a group. For a product in no group, its own number. */
  readonly itemId: number;
  readonly categoryId: number | null;
  /** Values by the code of the attribute. */
  readonly attributes: Readonly<Record<string, readonly string[]>>;
  readonly priceMinor: number | null;
  readonly currency: string | null;
  /** Of the announced reduction; 0: none. */
  readonly percentOff: number;
  readonly averageRating: number | null;
  readonly ratingCount: number;
  readonly bayesianRating: number;
  /** Days since 1970. */
  readonly day: number | null;
  readonly isInStock: boolean;
  /** Changes whenever the search document is rewritten. */
  readonly documentVersion: number;
}

/** Represents null in the columns. */
export const noColumnPrice = -1;
export const noColumnRating = 0;

/** The products' values of one attribute. */
export interface AttributeColumn {
  /** By place: the number of a set in `sets`. */
  values: Int32Array<ArrayBuffer>;
  readonly sets: ValueSets;
}

export class CatalogColumns {
  length = 0;
  /** Changes whenever a value may have changed. */
  version = 0;
  /** Changes whenever a text may match other products. */
  textVersion = 0;
  productId = new Int32Array(0);
  itemId = new Int32Array(0);
  /** A ring through the products of a group: the place of the next one, or the product's own place if it is alone. */
  next = new Int32Array(0);
  categoryId = new Int32Array(0);
  price = new Int32Array(0);
  currency = new Uint8Array(0);
  percentOff = new Uint8Array(0);
  averageRating = new Float64Array(0);
  ratingCount = new Int32Array(0);
  bayesianRating = new Float64Array(0);
  day = new Int32Array(0);
  inStock = new Uint8Array(0);
  documentVersion = new Uint32Array(0);
  readonly attributes = new Map<string, AttributeColumn>();
  readonly currencies: InternedTexts = createInternedTexts();
  /** By item: the place of one of its products, plus one. */
  #firsts = new Int32Array(0);
  /** The number of items with several products. */
  #groups = 0;
  /** Undefined after a product was added, was removed or changed its group. */
  #together: Int32Array | undefined;
  /** By product: its place plus one, or 0 if it is not listed. */
  #places = new Int32Array(0);

  /** All places, with those of a group next to each other. */
  get together(): Int32Array {
    if (!this.#together) {
      const places = new Int32Array(this.length);
      const isListed = new Uint8Array(this.length);
      let at = 0;
      for (let start = 0; start < this.length; start++) {
        let place = start;
        while (isListed[place] === 0) {
          isListed[place] = 1;
          places[at++] = place;
          place = this.next[place]!;
        }
      }
      this.#together = places;
    }
    return this.#together;
  }

  /** Whether any group has several listed products. */
  get hasGroups(): boolean {
    return this.#groups > 0;
  }

  /** Returns the places of an item's products. */
  placesOf(itemId: number): number[] {
    const first = this.firstPlaceOf(itemId);
    const places: number[] = [];
    if (first >= 0)
      for (let place = first; places.length === 0 || place !== first; place = this.next[place]!)
        places.push(place);
    return places;
  }

  /** Returns the place of one of an item's products, or -1 if none is listed. */
  firstPlaceOf(itemId: number): number {
    return (this.#firsts[itemId] ?? 0) - 1;
  }

  /** Whether the product at `place` represents its item rather than the one at `other`: a product in stock first, then the lowest number. */
  standsBefore(place: number, other: number): boolean {
    const byStock = this.inStock[place]! - this.inStock[other]!;
    return byStock === 0 ? this.productId[place]! < this.productId[other]! : byStock > 0;
  }

  /** Returns -1 if the product is not listed. */
  placeOf(productId: number): number {
    return (this.#places[productId] ?? 0) - 1;
  }

  put(row: CatalogRow): void {
    this.version++;
    let place = this.placeOf(row.productId);
    if (place < 0) {
      place = this.length++;
      this.#reserve(this.length, Math.max(row.productId, row.itemId) + 1);
      this.#places[row.productId] = place + 1;
      this.productId[place] = row.productId;
      this.#join(place, row.itemId);
      this.textVersion++;
    } else if (this.documentVersion[place] !== row.documentVersion) this.textVersion++;
    if (this.itemId[place] !== row.itemId) {
      this.#reserve(this.length, row.itemId + 1);
      this.#leave(place);
      this.#join(place, row.itemId);
    }
    this.categoryId[place] = row.categoryId ?? 0;
    for (const code in row.attributes) this.#attribute(code);
    for (const [code, { values, sets }] of this.attributes)
      values[place] = sets.numberOf(row.attributes[code]);
    this.price[place] = row.priceMinor ?? noColumnPrice;
    this.currency[place] = this.currencies.numberOf(row.currency);
    this.percentOff[place] = row.percentOff;
    this.averageRating[place] = row.averageRating ?? noColumnRating;
    this.ratingCount[place] = row.ratingCount;
    this.bayesianRating[place] = row.bayesianRating;
    this.day[place] = row.day ?? noDay;
    this.inStock[place] = row.isInStock ? 1 : 0;
    this.documentVersion[place] = row.documentVersion;
  }

  /** The last product takes the place of the removed one. */
  remove(productId: number): void {
    const place = this.placeOf(productId);
    if (place < 0) return;
    this.version++;
    this.#leave(place);
    const last = --this.length;
    if (place !== last) this.#move(last, place);
    this.#places[this.productId[place]!] = place + 1;
    this.#places[productId] = 0;
    this.textVersion++;
  }

  /** Returns the product's first value of an attribute, or null if it has none. */
  valueOf(code: string, place: number): string | null {
    const column = this.attributes.get(code);
    const [first] = column?.sets.valueNumbersOf(column.values[place]!) ?? [];
    return first === undefined ? null : column!.sets.values[first]!;
  }

  get bytes(): number {
    return this.#columns().reduce(
      (sum, { byteLength }) => sum + byteLength,
      this.#places.byteLength + this.#firsts.byteLength + this.next.byteLength,
    );
  }

  #columns() {
    return [
      this.productId,
      this.itemId,
      this.categoryId,
      this.price,
      this.currency,
      this.percentOff,
      this.averageRating,
      this.ratingCount,
      this.bayesianRating,
      this.day,
      this.inStock,
      this.documentVersion,
      ...[...this.attributes.values()].map(({ values }) => values),
    ];
  }

  #attribute(code: string): AttributeColumn {
    let column = this.attributes.get(code);
    if (!column) {
      column = { values: new Int32Array(this.productId.length), sets: createValueSets() };
      this.attributes.set(code, column);
    }
    return column;
  }

  #join(place: number, itemId: number): void {
    this.#together = undefined;
    this.itemId[place] = itemId;
    const first = this.#firsts[itemId]! - 1;
    if (first < 0) {
      this.#firsts[itemId] = place + 1;
      this.next[place] = place;
      return;
    }
    if (this.next[first] === first) this.#groups++;
    this.next[place] = this.next[first]!;
    this.next[first] = place;
  }

  #leave(place: number): void {
    this.#together = undefined;
    const itemId = this.itemId[place]!;
    if (this.next[place] === place) {
      this.#firsts[itemId] = 0;
      return;
    }
    const before = this.#before(place);
    this.next[before] = this.next[place]!;
    this.next[place] = place;
    if (this.next[before] === before) this.#groups--;
    if (this.#firsts[itemId] === place + 1) this.#firsts[itemId] = before + 1;
  }

  #move(from: number, to: number): void {
    const itemId = this.itemId[from]!;
    if (this.#firsts[itemId] === from + 1) this.#firsts[itemId] = to + 1;
    if (this.next[from] === from) this.next[to] = to;
    else {
      const before = this.#before(from);
      this.next[to] = this.next[from]!;
      this.next[before] = to;
    }
    for (const column of this.#columns()) column[to] = column[from]!;
  }

  #before(place: number): number {
    let before = place;
    while (this.next[before] !== place) before = this.next[before]!;
    return before;
  }

  #reserve(rows: number, ids: number): void {
    if (ids > this.#places.length) {
      this.#places = grown(this.#places, ids);
      this.#firsts = grown(this.#firsts, ids);
    }
    if (rows <= this.productId.length) return;
    this.productId = grown(this.productId, rows);
    this.itemId = grown(this.itemId, rows);
    this.next = grown(this.next, rows);
    this.categoryId = grown(this.categoryId, rows);
    this.price = grown(this.price, rows);
    this.currency = grown(this.currency, rows);
    this.percentOff = grown(this.percentOff, rows);
    this.averageRating = grown(this.averageRating, rows);
    this.ratingCount = grown(this.ratingCount, rows);
    this.bayesianRating = grown(this.bayesianRating, rows);
    this.day = grown(this.day, rows);
    this.inStock = grown(this.inStock, rows);
    this.documentVersion = grown(this.documentVersion, rows);
    for (const column of this.attributes.values()) column.values = grown(column.values, rows);
  }
}

type Column =
  | Int32Array<ArrayBuffer>
  | Uint32Array<ArrayBuffer>
  | Uint8Array<ArrayBuffer>
  | Float64Array<ArrayBuffer>;

function grown<Values extends Column>(values: Values, least: number): Values {
  const larger = new (values.constructor as new (length: number) => Values)(
    Math.max(1_024, least, Math.ceil(values.length * 1.5)),
  );
  larger.set(values);
  return larger;
}
