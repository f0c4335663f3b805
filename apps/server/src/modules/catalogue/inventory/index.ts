export type { Shortage } from './stock.ts';
export { correctStock, releaseStock, reserveStock, returnStock, sellStock } from './stock-repository.ts';
