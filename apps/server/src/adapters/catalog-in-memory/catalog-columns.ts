/**
 * @file The listed products as typed arrays, a place a product in no order: some 50 bytes each. Filters, facets, sorts and pages
 * are answered from them.
 */
import { noDay } from '../../ports/search-cursor.ts';
import { createInternedTexts, type InternedTexts } from './interned-texts.ts';
import { createValueSets, type ValueSets } from './value-sets.ts';

export interface CatalogRow {
  readonly productId: number;
  /** The same for all products of a group; a product that is in none has its own number. */
  readonly itemId: number;
  readonly categoryId: number | null;
  /** Values by the code of the attribute. */
  readonly attributes: Readonly<Record<string, readonly string[]>>;
  readonly priceMinor: number | null;
  readonly currency: string | null;
  readonly averageRating: number | null;
  readonly ratingCount: number;
  readonly bayesianRating: number;
  /** Since 1970. */
  readonly day: number | null;
  readonly isInStock: boolean;
  /** Another number whenever the search document was written anew. */
  readonly documentVersion: number;
}

/** Stands for null in the columns. */
export const noColumnPrice = -1;
export const noColumnRating = 0;

/** What the products have of one attribute. */
export interface AttributeColumn {
  /** By place: numbers of `sets`. */
  values: Int32Array<ArrayBuffer>;
  readonly sets: ValueSets;
}

export class CatalogColumns {
  length = 0;
  /** Changes whenever a text may find something else. */
  textVersion = 0;
  productId = new Int32Array(0);
  itemId = new Int32Array(0);
  /** The place of another product of the group, round in a ring; its own place where there is none. */
  next = new Int32Array(0);
  categoryId = new Int32Array(0);
  price = new Int32Array(0);
  currency = new Uint8Array(0);
  averageRating = new Float64Array(0);
  ratingCount = new Int32Array(0);
  bayesianRating = new Float64Array(0);
  day = new Int32Array(0);
  inStock = new Uint8Array(0);
  documentVersion = new Uint32Array(0);
  readonly attributes = new Map<string, AttributeColumn>();
  readonly currencies: InternedTexts = createInternedTexts();
  /** By item: one more than the place of one of its products. */
  #firsts = new Int32Array(0);
  /** Items of several products. */
  #groups = 0;
  /** Undefined: a product has come, gone or changed its group since. */
  #together: Int32Array | undefined;
  /** One more than the place of a product; 0: it is not listed. */
  #places = new Int32Array(0);

  /** All places, those of a group next to each other. */
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

  /** Whether some products stand in a group with others. */
  get hasGroups(): boolean {
    return this.#groups > 0;
  }

  /** The places of an item's products. */
  placesOf(itemId: number): number[] {
    const first = this.firstPlaceOf(itemId);
    const places: number[] = [];
    if (first >= 0)
      for (let place = first; places.length === 0 || place !== first; place = this.next[place]!)
        places.push(place);
    return places;
  }

  /** The place of one of an item's products; -1: none of them is listed. */
  firstPlaceOf(itemId: number): number {
    return (this.#firsts[itemId] ?? 0) - 1;
  }

  /** Whether the product at `place` stands for its item before the one at `other`: a product in stock first, then the lowest number. */
  standsBefore(place: number, other: number): boolean {
    const byStock = this.inStock[place]! - this.inStock[other]!;
    return byStock === 0 ? this.productId[place]! < this.productId[other]! : byStock > 0;
  }

  /** -1 when it is not listed. */
  placeOf(productId: number): number {
    return (this.#places[productId] ?? 0) - 1;
  }

  put(row: CatalogRow): void {
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
    this.#leave(place);
    const last = --this.length;
    if (place !== last) this.#move(last, place);
    this.#places[this.productId[place]!] = place + 1;
    this.#places[productId] = 0;
    this.textVersion++;
  }

  /** The first value of an attribute that a product has; null: it has none. */
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
