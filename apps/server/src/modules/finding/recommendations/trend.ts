import type { Database } from '../../../platform/postgres/database.ts';
import { remember } from '../../../platform/remember.ts';
import { findTrending, type Trend } from './trending-repository.ts';

export type TrendReader = () => Promise<Trend>;

const kept = { forMs: 300_000, graceMs: 3_600_000 };
const depth = 300;

/** The trend is the same for all shoppers, and is counted once in five minutes. */
export const createTrendReader = (db: Database): TrendReader => remember(() => findTrending(db, depth), kept);
