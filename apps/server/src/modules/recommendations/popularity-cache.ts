import type { Database } from '../../platform/postgres/database.ts';
import { remember } from '../../platform/remember.ts';
import { findPopular, findTrending, type PopularProduct } from './popularity-repository.ts';

const kept = { forMs: 60_000, graceMs: 600_000 };
const depth = 300;

export interface PopularityCache {
  trending(): Promise<PopularProduct[]>;
  popular(): Promise<PopularProduct[]>;
}

export function createPopularityCache(db: Database): PopularityCache {
  return {
    trending: remember(() => findTrending(db, depth), kept),
    popular: remember(() => findPopular(db, depth), kept),
  };
}
