import type { DemoDataSize } from '@kindred/demo/data';

/** The size of the shop that a first start creates. */
export const demoSize: DemoDataSize = { products: 3200, users: 12_000, reviews: 120_000, seed: 7 };
