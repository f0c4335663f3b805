export type { Api, CallOptions } from './api.ts';
export {
  type ClientOf,
  type ClientOptions,
  createClient,
  createClientOf,
  type KindredClient,
  type Methods,
} from './client.ts';
export type * from './contracts.ts';
export type { FollowOptions } from './follow-events.ts';
export { KindredError } from './kindred-error.ts';
export type { Readiness } from './methods/ops.ts';
export { memoryTokens, type TokenStore, type Tokens } from './tokens.ts';
export type { Fetch } from './transport.ts';
