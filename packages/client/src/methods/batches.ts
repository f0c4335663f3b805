import { type Api, part } from '../api.ts';
import type { NewRecommendationBatch, RecommendationBatch } from '../contracts.ts';

/** For administrators and machines: the shelves of many people in one file. */
export function batchMethods({ get, send, open }: Api) {
  const at = (batchId: string) => `/recommendations/batch/${part(batchId)}`;
  return {
    createRecommendationBatch: (batch: NewRecommendationBatch = {}) =>
      send<RecommendationBatch>('POST', '/recommendations/batch', batch),
    recommendationBatch: (batchId: string) => get<RecommendationBatch>(at(batchId)),
    /** Returns JSON Lines, compressed with gzip. */
    recommendationBatchFile: async (batchId: string): Promise<Blob> =>
      (await open(`/api/v1${at(batchId)}/file`)).blob(),
  };
}
