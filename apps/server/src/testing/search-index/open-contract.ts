import type { SearchFilters, SearchIndex, SearchPage, SearchRequest } from '../../ports/search-index.ts';
import { categoryNames, drawProducts, planted, trellises } from './contract-catalogue.ts';
import { type ContractDatabase, putCategories, putProducts } from './contract-shop.ts';

export interface SearchIndexFixture {
  readonly index: SearchIndex;
  /** The database of the shop of the index; empty when the suite begins. */
  readonly db: ContractDatabase;
  close(): Promise<void>;
}

export interface SearchContract extends SearchIndexFixture {
  readonly idOf: Readonly<Record<keyof typeof planted, number>>;
  /** The first page of 100, by relevance. */
  find(text: string | undefined, more?: Partial<SearchRequest>): Promise<SearchPage>;
  /** The product numbers of all pages of seven, in order. */
  walk(request: { text?: string; filters?: SearchFilters; sort: SearchRequest['sort'] }): Promise<number[][]>;
}

export async function openContract(open: () => Promise<SearchIndexFixture>): Promise<SearchContract> {
  const fixture = await open();
  const { db, index } = fixture;
  await putCategories(db, categoryNames);
  const ids = await putProducts(db, Object.values(planted));
  await putProducts(db, trellises);
  await putProducts(db, drawProducts(300));
  await index.refresh();
  return {
    ...fixture,
    idOf: Object.fromEntries(
      Object.keys(planted).map((name, place) => [name, ids[place]!]),
    ) as SearchContract['idOf'],
    find: (text, more) => index.search({ text, filters: {}, sort: 'relevance', limit: 100, ...more }),
    async walk({ text, filters = {}, sort }) {
      const pages: number[][] = [];
      for (let cursor: string | null | undefined; cursor !== null; ) {
        const page = await index.search({ text, filters, sort, limit: 7, cursor });
        pages.push([...page.productIds]);
        cursor = page.nextCursor;
        if (pages.length > 100) throw new Error('the list does not end');
      }
      return pages;
    },
  };
}
