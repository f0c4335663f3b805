import type { ListedItem, ListedProducts, ListedProductsReader } from '../../ports/listed-products.ts';
import type { CatalogColumns } from './catalog-columns.ts';
import type { Catalog, CatalogFollower } from './catalog-follower.ts';
import type { CategoryTree } from './category-tree.ts';
import { createPageWindow } from './page-window.ts';

/** How long an order by ratings is kept. Whether a product is listed and in stock is always read from the columns. */
const orderMs = 30_000;
const mostKept = 600;

/** Items by category. A category is sorted when a caller asks for it. */
class Shelves {
  readonly #columns: CatalogColumns;
  readonly #ordered = new Map<number, Int32Array>();
  /** An item whose products are in several categories is in the category of the product that is shown. */
  readonly #ids: Int32Array;
  readonly #starts: Int32Array;
  #mostRated: Int32Array | undefined;
  readonly madeAt = Date.now();

  constructor(columns: CatalogColumns, categories: number) {
    this.#columns = columns;
    this.#starts = new Int32Array(categories + 1);
    const { categoryId, itemId } = columns;
    const shown = shownPlaces(columns);
    const slotOf = (place: number) => (categoryId[place]! < categories ? categoryId[place]! : 0);
    for (const place of shown) this.#starts[slotOf(place) + 1]!++;
    for (let slot = 0; slot < categories; slot++) this.#starts[slot + 1]! += this.#starts[slot]!;
    const next = this.#starts.slice();
    this.#ids = new Int32Array(shown.length);
    for (const place of shown) this.#ids[next[slotOf(place)]!++] = itemId[place]!;
  }

  /** The result may contain items that have since left the shop or the category. */
  of(categoryId: number): Int32Array {
    if (categoryId >= this.#starts.length - 1) return new Int32Array();
    let found = this.#ordered.get(categoryId);
    if (!found) {
      found = this.#byRatings(this.#ids.slice(this.#starts[categoryId], this.#starts[categoryId + 1]));
      this.#ordered.set(categoryId, found);
    }
    return found;
  }

  mostRated(): Int32Array {
    if (!this.#mostRated) {
      const { itemId, ratingCount } = this.#columns;
      const window = createPageWindow(mostKept);
      for (const place of shownPlaces(this.#columns))
        window.offer(-ratingCount[place]!, -itemId[place]!, place);
      this.#mostRated = Int32Array.from(window.places(), (place) => itemId[place]!);
    }
    return this.#mostRated;
  }

  #byRatings(ids: Int32Array): Int32Array {
    const { ratingCount } = this.#columns;
    const ratings = (id: number) => ratingCount[this.#columns.firstPlaceOf(id)] ?? 0;
    return ids.sort((a, b) => ratings(b) - ratings(a) || b - a);
  }
}

/** Returns the place of the product that is shown for the item at `place`. */
function shownPlace(columns: CatalogColumns, place: number): number {
  const { next } = columns;
  let shown = place;
  for (let other = next[place]!; other !== place; other = next[other]!)
    if (columns.standsBefore(other, shown)) shown = other;
  return shown;
}

/** Returns the place of the shown product of each item. */
function shownPlaces(columns: CatalogColumns): Int32Array {
  const places = new Int32Array(columns.length);
  let size = 0;
  for (let place = 0; place < columns.length; place++)
    if (columns.next[place] === place || shownPlace(columns, place) === place) places[size++] = place;
  return places.subarray(0, size);
}

function createListedProducts({ columns, tree }: Catalog, shelves: Shelves): ListedProducts {
  /** Returns -1 if none of its products is listed. */
  const placeOf = (itemId: number): number => {
    const first = columns.firstPlaceOf(itemId);
    return first < 0 ? first : shownPlace(columns, first);
  };
  const categoryOf = (itemId: number): number => columns.categoryId[placeOf(itemId)] ?? 0;

  /** What was asked for before. A shelf asks several times about each item, and the next shelf about the same ones. */
  const items = new Map<number, ListedItem>();
  const standing = new Map<number, { readonly found: number[]; readonly rest: Iterator<number> }>();
  let knownSince = columns.version;

  function forgetChanged(): void {
    if (knownSince === columns.version) return;
    knownSince = columns.version;
    items.clear();
    standing.clear();
  }

  function* findStanding(categoryId: number): Generator<number> {
    for (const id of shelves.of(categoryId)) if (categoryOf(id) === categoryId) yield id;
  }

  function* standingIn(categoryId: number): Generator<number> {
    forgetChanged();
    let known = standing.get(categoryId);
    if (!known) {
      known = { found: [], rest: findStanding(categoryId) };
      standing.set(categoryId, known);
    }
    const { found, rest } = known;
    for (let place = 0; ; place++) {
      if (place === found.length) {
        const { value, done } = rest.next();
        if (done) return;
        found.push(value);
      }
      yield found[place]!;
    }
  }

  return {
    get version() {
      return columns.version;
    },
    has: (productId) => columns.placeOf(productId) >= 0,
    itemOf: (productId) => columns.itemId[columns.placeOf(productId)] ?? productId,
    find(itemId): ListedItem | undefined {
      forgetChanged();
      const known = items.get(itemId);
      if (known) return known;
      const place = placeOf(itemId);
      if (place < 0) return undefined;
      const item = {
        itemId,
        productId: columns.productId[place]!,
        categoryId: columns.categoryId[place]! || null,
        brand: columns.valueOf('brand', place),
        isSold: columns.inStock[place] === 1,
      };
      items.set(itemId, item);
      return item;
    },
    productsOf: (itemId) => columns.placesOf(itemId).map((place) => columns.productId[place]!),
    get hasGroups() {
      return columns.hasGroups;
    },
    beside(itemId, limit) {
      const categoryId = categoryOf(itemId);
      if (categoryId === 0) return [];
      const found: number[] = [];
      for (const id of standingIn(categoryId)) {
        if (found.length === limit) break;
        if (id !== itemId) found.push(id);
      }
      return found;
    },
    near(itemId, limit) {
      const own = categoryOf(itemId);
      const siblings = siblingsOf(tree, own).map((categoryId) => standingIn(categoryId));
      // The categories take turns: the most rated item of each comes before the second item of any.
      const found: number[] = [];
      for (let open = siblings; open.length > 0 && found.length < limit; )
        open = open.filter((ids) => {
          const { value } = ids.next();
          if (value !== undefined) found.push(value);
          return value !== undefined;
        });
      return found.slice(0, limit);
    },
    mostRated: (limit) =>
      [...shelves.mostRated().subarray(0, limit)].filter((id) => columns.firstPlaceOf(id) >= 0),
    mostRatedIn(categoryId, limit) {
      const within = [...tree.below(categoryId).entries()].flatMap(([id, isBelow]) => (isBelow ? id : []));
      const found = within.flatMap((id) => [...take(standingIn(id), limit)]);
      const ratings = (itemId: number) => columns.ratingCount[placeOf(itemId)] ?? 0;
      return found.sort((a, b) => ratings(b) - ratings(a) || b - a).slice(0, limit);
    },
    someSold(accepts, limit) {
      const found: number[] = [];
      for (const place of shownPlaces(columns)) {
        if (found.length === limit) break;
        const itemId = columns.itemId[place]!;
        if (columns.inStock[place] === 1 && accepts(itemId)) found.push(itemId);
      }
      return found;
    },
    categoryOf: (slug) => tree.find(slug),
    isWithin(categoryId, ancestorId) {
      for (let id: number | null = categoryId; id !== null; id = tree.get(id)?.parentId ?? null)
        if (id === ancestorId) return true;
      return false;
    },
    categoryNameOf: (itemId) => tree.get(categoryOf(itemId))?.name,
  };
}

function* take(ids: Iterable<number>, limit: number): Generator<number> {
  let left = limit;
  for (const id of ids) {
    if (left-- === 0) return;
    yield id;
  }
}

/** Categories directly below a department are too different to be siblings. */
function siblingsOf(tree: CategoryTree, categoryId: number): number[] {
  const parent = tree.get(tree.get(categoryId)?.parentId ?? 0);
  if (!parent || parent.parentId === null) return [];
  return tree
    .childrenOf(parent.categoryId)
    .map((child) => child.categoryId)
    .filter((id) => id !== categoryId);
}

/** @param catalog keeps the columns up to date */
export function createListedProductsReader(
  catalog: Pick<CatalogFollower, 'catalog' | 'catchUp'>,
): ListedProductsReader {
  let kept:
    | { readonly catalog: Catalog; readonly shelves: Shelves; readonly products: ListedProducts }
    | undefined;

  function productsOf(now: Catalog): ListedProducts {
    const isFresh = kept?.catalog.columns === now.columns && Date.now() - kept.shelves.madeAt < orderMs;
    if (kept && isFresh && kept.catalog === now) return kept.products;
    const shelves = kept && isFresh ? kept.shelves : new Shelves(now.columns, now.tree.size);
    kept = { catalog: now, shelves, products: createListedProducts(now, shelves) };
    return kept.products;
  }

  return {
    read: async () => productsOf(await catalog.catalog()),
    catchUp: async () => productsOf(await catalog.catchUp()),
  };
}
