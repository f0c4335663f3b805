export type { Shortage, StockLine } from './stock.ts';
export { releaseStock, reserveStock, returnStock, sellStock } from './stock-repository.ts';
