import type { Api } from '../api.ts';
import type {
  ProductList,
  ProductQuery,
  SearchBoostList,
  SearchBoostQuery,
  SearchCount,
  SearchCountQuery,
  SuggestionList,
  SuggestionQuery,
  SynonymGroup,
  SynonymList,
  SynonymQuery,
} from '../contracts.ts';

/** Finds products. */
export function searchMethods({ get }: Api) {
  return {
    products: (query: ProductQuery = {}) => get<ProductList>('/products', query),
    /** Counts the products that a search finds. */
    searchCount: (query: SearchCountQuery) => get<SearchCount>('/search/count', query),
    suggestions: (query: SuggestionQuery) => get<SuggestionList>('/search/suggest', query),
  };
}

/** For administrators: synonyms, and what search learnt from choices. */
export function searchAdminMethods({ get, send }: Api) {
  return {
    synonyms: (query: SynonymQuery = {}) => get<SynonymList>('/admin/search/synonyms', query),
    addSynonyms: (words: readonly string[]) =>
      send<SynonymGroup>('POST', '/admin/search/synonyms', { words }),
    replaceSynonyms: (synonymsId: number, words: readonly string[]) =>
      send<SynonymGroup>('PUT', `/admin/search/synonyms/${synonymsId}`, { words }),
    deleteSynonyms: (synonymsId: number) => send<void>('DELETE', `/admin/search/synonyms/${synonymsId}`),
    /** Lists the products that people chose after a search. */
    searchBoosts: (query: SearchBoostQuery) => get<SearchBoostList>('/admin/search/boosts', query),
  };
}
