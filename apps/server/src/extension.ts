/**
 * @file The public interface for extensions: `@kindred/server/extension`. It is stable; the rest of the server is private. The guide:
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

/** The default export of an extension's package. All fields are optional. */
export interface Extension {
  /**
   * The folder of its migrations: `20261129093000-what-changed.sql`, with the time in UTC at which each was written. Each runs once, in
   * its own transaction, after those of Kindred, and must never change afterwards.
   */
  readonly migrations?: URL;
  /** The tables that the migrations create. Backups include them. */
  readonly tables?: readonly string[];
  /** Called once per node, after the migrations. */
  readonly createModules?: (node: ExtensionNode) => readonly Module[] | Promise<readonly Module[]>;
  /** Takes payments instead of Stripe and the test provider. */
  readonly createPaymentGateway?: (node: ExtensionNode) => PaymentGateway | Promise<PaymentGateway>;
  /** Added to the shop's methods if they are missing. Afterwards the shop owns them, so its changes stay. */
  readonly shippingMethods?: readonly ExtensionShippingMethod[];
  /** Sources of recommendations. */
  readonly sources?: readonly ExtensionSource[];
}

/** The parts of a node that an extension gets. */
export interface ExtensionNode {
  readonly db: Database;
  readonly logger: Pick<Logger, 'error' | 'info' | 'warn'>;
  /** The metrics of `/metrics`. */
  readonly registry: Registry;
  /** The shop's current time. */
  readonly clock: () => Date;
  /** The shop's public address, without a slash at the end. */
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
  /** Shipping is free from this price of the goods, after discounts; undefined: never. */
  readonly freeFromMinor?: number;
  /** ISO 3166 codes; undefined: all countries. */
  readonly countries?: readonly string[];
  readonly minDays: number;
  readonly maxDays: number;
}

/** Proposes products for shelves. The shop leaves out products that are not for sale, that the shopper has, and duplicates. */
export interface ExtensionSource {
  /** The `source` of an item: lower-case letters, digits and dashes. */
  readonly name: string;
  /** The shelves for which it proposes products. */
  readonly slots: readonly ('home' | 'product' | 'cart' | 'trending')[];
  /**
   * `in-turn`: its products alternate with those of the best sources of the shelf, so the heading has to be true of both. `below`: its
   * products follow those of the best sources.
   */
  readonly place: 'in-turn' | 'below';
  /** The reason for each of its products: a code for programs, and a text for people. */
  readonly reason: { readonly code: string; readonly text: string };
  /** The best first; may be empty. If it fails or takes too long, the shelf is filled without it. */
  candidates(context: SourceContext): Promise<readonly SourceCandidate[]>;
}

export interface SourceContext {
  readonly db: Database;
  readonly userId: string | undefined;
  /** The numbers of the products that the shopper viewed and liked, the newest first. */
  readonly seen: readonly number[];
  readonly liked: readonly number[];
  /** The product of the page. Undefined: another page. */
  readonly productId: number | undefined;
  /** The maximum number of candidates. */
  readonly limit: number;
}

export interface SourceCandidate {
  /** A product in a group represents the group: the shelf shows one product of the group that can be bought. */
  readonly productId: number;
  /** Compared only within one source. */
  readonly score: number;
}

/** Returns its argument; it only checks the types. */
export const defineExtension = (extension: Extension): Extension => extension;
