/** @file Lists the index's first products in an order that the index does not know, then the rest in the index's order. */
import type { ListedProductsReader } from '../../../ports/listed-products.ts';
import type { SearchIndex, SearchPage, SearchRequest } from '../../../ports/search-index.ts';
import { askIndex } from './ask-index.ts';
import type { PlaceInList } from './search-request.ts';
import { decodeWindowCursor, encodeWindowCursor, type WindowCursor } from './window-cursor.ts';

/** How many of the first products get another order. */
export const windowSize = 400;

export type ListRequest = Omit<SearchRequest, 'limit' | 'cursor' | 'offset'>;

export interface FoundPage {
  /** Has the total and the facets of the list. */
  readonly page: SearchPage;
  readonly productIds: readonly number[];
  readonly personalised: boolean;
  readonly nextCursor: string | null;
}

export interface ListWindow extends FoundPage {
  /** The listed products of the window, in the new order. */
  readonly productIds: readonly number[];
  /** The index's cursor after the window. */
  readonly nextCursor: string | null;
  /** Up to when the shopper's actions were read. Undefined if none were. */
  readonly readAt: Date | undefined;
}

/** @param readUntil later actions of the shopper are ignored. Undefined means up to now. */
export type FindWindow = (request: ListRequest, readUntil: Date | undefined) => Promise<ListWindow>;

const start: WindowCursor = { at: 'window', readUntil: undefined, shown: new Set() };

/**
 * Finds a page of the list. A cursor names the items that were shown, so that none is repeated even if the catalogue or the model changes
 * between two pages.
 * @throws ProblemError `category-not-found`, `invalid-cursor`
 */
export async function listInWindow(
  { searchIndex, listedProducts }: { searchIndex: SearchIndex; listedProducts: ListedProductsReader },
  {
    request,
    place: { limit, cursor: text, offset },
    findWindow,
  }: { request: ListRequest; place: PlaceInList; findWindow: FindWindow },
): Promise<FoundPage> {
  const cursor = text === undefined ? start : decodeWindowCursor(text);
  const findRest = async (part: Omit<SearchRequest, 'text' | 'filters' | 'sort'>, personalised: boolean) => {
    const page = await askIndex(searchIndex, { ...request, ...part });
    const { productIds, nextCursor } = page;
    return { page, productIds, personalised, nextCursor: restCursor(nextCursor, personalised) };
  };
  if (cursor.at === 'rest') return findRest({ limit, cursor: cursor.after }, cursor.personalised);
  if (offset >= windowSize) return findRest({ limit, offset }, false);

  const window = await findWindow(request, cursor.readUntil);
  const { page, personalised } = window;
  const { itemOf } = await listedProducts.read();
  const left = window.productIds.filter((productId) => !cursor.shown.has(itemOf(productId)));
  const end = offset + limit;
  const productIds = left.slice(offset, end);
  if (left.length > end) {
    const shown = new Set([...cursor.shown, ...left.slice(0, end).map(itemOf)]);
    const nextCursor = encodeWindowCursor({ at: 'window', readUntil: window.readAt, shown });
    return { page, productIds, personalised, nextCursor };
  }
  const missing = limit - productIds.length;
  const after = window.nextCursor;
  if (missing === 0 || after === null)
    return { page, productIds, personalised, nextCursor: restCursor(after, personalised) };
  const rest = await findRest({ limit: missing, cursor: after, facets: undefined }, personalised);
  return { ...rest, page, productIds: [...productIds, ...rest.productIds] };
}

const restCursor = (after: string | null, personalised: boolean): string | null =>
  after && encodeWindowCursor({ at: 'rest', personalised, after });
