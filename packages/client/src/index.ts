export type { CallOptions } from './api.ts';
export { type ClientOptions, createClient, type KindredClient } from './client.ts';
export type * from './contracts.ts';
export type { FollowOptions } from './follow-events.ts';
export { KindredError } from './kindred-error.ts';
export type { Readiness } from './methods/shop.ts';
export { memoryTokens, type TokenStore, type Tokens } from './tokens.ts';
export type { Fetch } from './transport.ts';
