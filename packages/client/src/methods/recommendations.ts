import type { Api } from '../api.ts';
import type { RecommendationQuery, Recommendations } from '../contracts.ts';

/** The recommendations of the shop. */
export function recommendationMethods({ get }: Api) {
  return {
    similar: (productId: number, query: { limit?: number } = {}) =>
      get<Recommendations>(`/products/${productId}/similar`, query),
    goesWith: (productId: number, query: { limit?: number; exclude?: string } = {}) =>
      get<Recommendations>(`/products/${productId}/goes-with`, query),
    recommendations: (query: RecommendationQuery = {}) => get<Recommendations>('/recommendations', query),
  };
}
