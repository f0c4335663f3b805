/**
 * @file What an extension may import, as `@kindred/server/extension`. It stays; the rest of the server is not for others. The guide:
 * docs/guides/extend-without-a-fork.md.
 */
import type { Logger } from 'pino';
import type { Registry } from 'prom-client';
import type {} from './platform/http/manual/described-route.ts';
import type {} from './platform/http/visitor.ts';
import type { Module } from './platform/module.ts';
import type { Database } from './platform/postgres/database.ts';
import type { PaymentGateway } from './ports/payment-gateway.ts';

export { Counter, Gauge, Histogram } from 'prom-client';
export { Type } from 'typebox';
export type { ApiPlugin } from './platform/http/api.ts';
export { requireAdmin, requireUser } from './platform/http/caller.ts';
export { problemsOf } from './platform/http/problem.ts';
export { addJob } from './platform/jobs/add-job.ts';
export type { JobAttempt, JobHandler, JobSchedule } from './platform/jobs/job-runner.ts';
export type { HealthPart, HealthReport, Module } from './platform/module.ts';
export { type Database, type Transaction, withTransaction } from './platform/postgres/database.ts';
export { sql } from './platform/postgres/sql.ts';
export * from './ports/payment-gateway.ts';

/** What the default export of an extension's package is. Whatever it has of this is put in its place. */
export interface Extension {
  /**
   * The folder of its migrations: `20261129093000-what-changed.sql`, by the time in UTC at which they were written. Each runs once, in
   * a transaction of its own, after those of Kindred, and never changes again.
   */
  readonly migrations?: URL;
  /** The tables that they make. Backups hold them. */
  readonly tables?: readonly string[];
  /** Called once a node, when the tables are there. */
  readonly createModules?: (node: ExtensionNode) => readonly Module[] | Promise<readonly Module[]>;
  /** Takes the money in the place of Stripe and the test provider. */
  readonly createPaymentGateway?: (node: ExtensionNode) => PaymentGateway | Promise<PaymentGateway>;
  /** Added to the shop's when they are not there. From then on they are the shop's own: what it changes stays. */
  readonly shippingMethods?: readonly ExtensionShippingMethod[];
  /** What may be recommended. */
  readonly sources?: readonly ExtensionSource[];
}

/** What an extension is given of the node that it runs on. */
export interface ExtensionNode {
  readonly db: Database;
  readonly logger: Pick<Logger, 'error' | 'info' | 'warn'>;
  /** Of `/metrics`. */
  readonly registry: Registry;
  /** What the shop takes for the time. */
  readonly clock: () => Date;
  /** Where people reach the shop, without a slash at the end. */
  readonly publicUrl: string;
  /** Aborted when the node stops. */
  readonly signal: AbortSignal;
}

export interface ExtensionShippingMethod {
  /** `corner-shop-bike`: a to z, 0 to 9 and dashes. */
  readonly shippingMethodId: string;
  readonly name: string;
  readonly description?: string;
  readonly priceMinor: number;
  readonly currency: string;
  /** Free when the goods, after discounts, come to this; left out: never. */
  readonly freeFromMinor?: number;
  /** ISO 3166 codes; left out: everywhere. */
  readonly countries?: readonly string[];
  readonly minDays: number;
  readonly maxDays: number;
}

/** Proposes products for shelves. What is not sold, what the shopper has and what repeats is left out of them by the shop. */
export interface ExtensionSource {
  /** As `source` of an item names it: small letters, digits and dashes. */
  readonly name: string;
  /** The shelves that it proposes for. */
  readonly slots: readonly ('home' | 'product' | 'cart' | 'trending')[];
  /**
   * `in-turn`: it takes turns with the best sources of the shelf, whose heading is then true of both. `below`: its products are shown
   * where those of the best sources end.
   */
  readonly place: 'in-turn' | 'below';
  /** Why a product of it is shown: a code for programs, and words for people that are true of each of them. */
  readonly reason: { readonly code: string; readonly text: string };
  /** The best first. It may come up empty; one that fails or takes too long is done without. */
  candidates(context: SourceContext): Promise<readonly SourceCandidate[]>;
}

export interface SourceContext {
  readonly db: Database;
  readonly userId: string | undefined;
  /** What they looked at and what they like, the newest first: numbers of products. */
  readonly seen: readonly number[];
  readonly liked: readonly number[];
  /** The product whose page it is. Undefined: another page. */
  readonly productId: number | undefined;
  /** More are not needed. */
  readonly limit: number;
}

export interface SourceCandidate {
  /** A product in a group stands for the group: the shelf shows one of its products that can be bought. */
  readonly productId: number;
  /** Compared within one source alone. */
  readonly score: number;
}

/** For its types: gives back what it gets. */
export const defineExtension = (extension: Extension): Extension => extension;
