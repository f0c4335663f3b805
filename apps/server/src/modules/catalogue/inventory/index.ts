export type { Shortage } from './stock.ts';
export { releaseStock, reserveStock, returnStock, sellStock } from './stock-repository.ts';
