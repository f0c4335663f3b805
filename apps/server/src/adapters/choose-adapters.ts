/** @file Chooses the adapter of each port: the one that the configuration names, or one that needs no service except the database. */
import { join } from 'node:path';
import type { FastifyBaseLogger } from 'fastify';
import type { Config } from '../config/config.ts';
import { createLocalCounter, type RequestCounter } from '../platform/http/rate-limits.ts';
import type { Database } from '../platform/postgres/database.ts';
import type { CartStore } from '../ports/cart-store.ts';
import type { DrawnPictures } from '../ports/drawn-pictures.ts';
import type { Mailer } from '../ports/mailer.ts';
import type { PaymentGateway } from '../ports/payment-gateway.ts';
import type { PictureHost } from '../ports/picture-host.ts';
import type { PictureStore } from '../ports/picture-store.ts';
import { createDemoDrawnPictures } from './demo-drawn-pictures.ts';
import { createDiskPictureStore } from './disk-picture-store.ts';
import { createHttpPictureHost } from './http-picture-host.ts';
import { createLocalOutboxMailer } from './local-outbox-mailer.ts';
import { createPostgresCartStore } from './postgres-cart-store.ts';
import { createTestPaymentGateway, type TestPaymentGateway } from './test-payment-gateway.ts';

export interface Adapters {
  readonly cartStore: CartStore;
  readonly gateway: PaymentGateway;
  /** Undefined if another gateway takes the payments. */
  readonly testProvider: TestPaymentGateway | undefined;
  readonly mailer: Mailer;
  readonly requestCounter: RequestCounter;
  readonly pictureStore: PictureStore;
  readonly pictureHost: PictureHost;
  readonly drawnPictures: DrawnPictures;
}

interface Place {
  readonly config: Config;
  readonly db: Database;
  readonly logger: FastifyBaseLogger;
  readonly secret: string;
}

/** It does not load the clients of services that are not configured, which would add a quarter of a second to the start. */
export async function chooseAdapters(
  place: Place,
  /** The gateway that an extension brings. */
  gateway?: PaymentGateway,
): Promise<Adapters> {
  const { dataDir, imageCacheBytes } = place.config;
  return {
    ...(gateway ? { gateway, testProvider: undefined } : await chooseGateway(place)),
    cartStore: await chooseCartStore(place),
    mailer: await chooseMailer(place),
    requestCounter: await chooseRequestCounter(place),
    pictureStore: createDiskPictureStore({
      folder: join(dataDir, 'pictures'),
      limitBytes: imageCacheBytes,
    }),
    pictureHost: createHttpPictureHost(),
    drawnPictures: createDemoDrawnPictures(place),
  };
}

async function chooseCartStore({ config, db, logger }: Place): Promise<CartStore> {
  const store = createPostgresCartStore(db);
  if (config.redisUrl === undefined) return store;
  const { createRedisCartStore } = await import('./redis-cart-store.ts');
  return createRedisCartStore({ url: config.redisUrl, store, logger });
}

async function chooseRequestCounter({ config, logger }: Place): Promise<RequestCounter> {
  if (config.redisUrl === undefined) return createLocalCounter();
  const { createRedisRequestCounter } = await import('./redis-request-counter.ts');
  return createRedisRequestCounter({ url: config.redisUrl, logger });
}

async function chooseGateway({
  config,
  db,
  secret,
}: Place): Promise<Pick<Adapters, 'gateway' | 'testProvider'>> {
  if (config.stripe) {
    const { createStripePaymentGateway } = await import('./stripe-payment-gateway.ts');
    return { gateway: createStripePaymentGateway({ config: config.stripe }), testProvider: undefined };
  }
  const testProvider = createTestPaymentGateway({ db, secret, publicUrl: config.publicUrl });
  return { gateway: testProvider, testProvider };
}

async function chooseMailer({ config }: Place): Promise<Mailer> {
  if (config.smtpUrl === undefined) return createLocalOutboxMailer();
  const { createSmtpMailer } = await import('./smtp-mailer.ts');
  return createSmtpMailer({ url: config.smtpUrl, from: config.mailFrom });
}
