import type { DemoDataSize } from '@kindred/demo/data';

/** Of the shop that a first start makes. */
export const demoSize: DemoDataSize = { products: 3200, users: 12_000, reviews: 120_000, seed: 7 };
