import type { Database } from '../../platform/postgres/database.ts';
import { remember } from '../../platform/remember.ts';
import { findPopular, findTrending, type PopularProduct } from './popularity-repository.ts';

const forMs = 60_000;
const depth = 300;

export interface PopularityCache {
  trending(): Promise<PopularProduct[]>;
  popular(): Promise<PopularProduct[]>;
}

export function createPopularityCache(db: Database): PopularityCache {
  return {
    trending: remember(() => findTrending(db, depth), { forMs }),
    popular: remember(() => findPopular(db, depth), { forMs }),
  };
}
