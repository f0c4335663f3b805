/** @file Joins the modules by hand: the one place that knows them all. */

import { join } from 'node:path';
import { createCatalogFollower } from './adapters/catalog-in-memory/catalog-follower.ts';
import { createListedProductsReader } from './adapters/catalog-in-memory/listed-products.ts';
import { createDiskPictureStore } from './adapters/disk-picture-store.ts';
import { createFallbackSearchIndex } from './adapters/fallback-search-index.ts';
import { createHttpPictureHost } from './adapters/http-picture-host.ts';
import { createLocalOutboxMailer } from './adapters/local-outbox-mailer.ts';
import { createPostgresCartStore } from './adapters/postgres-cart-store.ts';
import {
  createPostgresSearchIndex,
  searchJobs,
  searchSchedules,
} from './adapters/postgres-search-index/index.ts';
import { bringToLanguage } from './adapters/search-reading/bring-to-language.ts';
import { createVocabularyHost } from './adapters/search-reading/vocabulary-host.ts';
import { createTestPaymentGateway } from './adapters/test-payment-gateway.ts';
import {
  type Accounts,
  accountJobs,
  accountSchedules,
  createAccounts,
  createSessionStates,
  findDefaultCountry,
  type Passwords,
  type SessionStates,
  strongPasswords,
} from './modules/accounts/index.ts';
import { type BackupState, backupJobs, backupSchedules, createBackupState } from './modules/backup/index.ts';
import { type Carts, cartJobs, cartSchedules, mergeCartAtLogin } from './modules/cart/index.ts';
import {
  adoptCheckout,
  type CheckoutContext,
  checkoutJobs,
  checkoutSchedules,
  completeCheckout,
  reopenCheckout,
} from './modules/checkout/index.ts';
import { mailJobs, mailSchedules, mailSenderOf } from './modules/mails/index.ts';
import { createPictures, type Pictures } from './modules/media/index.ts';
import { createModelHost, type ModelHost, modelJobs } from './modules/models/index.ts';
import { type Notices, noticeJobs, noticeSchedules } from './modules/notices/index.ts';
import {
  askAndApply,
  claimGuestOrders,
  createOrderEventStreams,
  type OrderContext,
  type OrderEventStreams,
  orderJobs,
  orderSchedules,
} from './modules/orders/index.ts';
import { paymentJobs, type TestProvider } from './modules/payments/index.ts';
import {
  createExposureLog,
  createRecommendations,
  type Recommendations,
} from './modules/recommendations/index.ts';
import { reviewJobs, reviewSchedules } from './modules/reviews/index.ts';
import { createSearchLog, type SearchLog } from './modules/search/index.ts';
import { createShopMemory, type ShopMemory } from './modules/shop/index.ts';
import { mergeWishlistAtLogin, wishlistJobs, wishlistSchedules } from './modules/wishlist/index.ts';
import { createJobRunner, type JobRunner } from './platform/jobs/job-runner.ts';
import { createMetrics, type Metrics } from './platform/metrics.ts';
import { createNotifications } from './platform/postgres/notifications.ts';
import { watchSlowQueries } from './platform/postgres/slow-queries.ts';
import type { CartStore } from './ports/cart-store.ts';
import type { Mailer } from './ports/mailer.ts';
import type { PaymentGateway } from './ports/payment-gateway.ts';
import type { SearchIndex } from './ports/search-index.ts';
import type { Runtime } from './runtime.ts';

export interface Services {
  readonly runtime: Runtime;
  readonly metrics: Metrics;
  readonly modelHost: ModelHost;
  readonly shop: ShopMemory;
  readonly exposures: ReturnType<typeof createExposureLog>;
  readonly recommendations: Recommendations;
  readonly mailer: Mailer;
  readonly pictures: Pictures;
  readonly searchIndex: SearchIndex;
  readonly searchLog: SearchLog;
  readonly cartStore: CartStore;
  readonly carts: Carts;
  readonly gateway: PaymentGateway;
  /** Undefined: somebody else takes the money. */
  readonly testProvider: TestProvider | undefined;
  readonly orders: OrderContext;
  readonly orderStreams: OrderEventStreams;
  readonly checkout: CheckoutContext;
  readonly accounts: Accounts;
  readonly notices: Notices;
  readonly sessionStates: SessionStates;
  readonly backupState: () => Promise<BackupState>;
  readonly jobs: JobRunner;
  /** Aborted when this node is told to stop. Until it is closed it answers requests, and nothing else. */
  readonly stopping: AbortSignal;
  close(): Promise<void>;
}

/**
 * Clients of services that are not configured are not loaded: they would cost the start a quarter of a second.
 * @param clock what the shop's rules take for the time
 */
export async function composeServices(
  runtime: Runtime,
  {
    clock = () => new Date(),
    passwords = strongPasswords,
    stopping = new AbortController().signal,
  }: { clock?: () => Date; passwords?: Passwords; stopping?: AbortSignal } = {},
): Promise<Services> {
  const { db, connectionString, logger, config, secret } = runtime;
  const metrics = createMetrics();
  watchSlowQueries({
    pool: db.pool,
    slowMs: config.slowQueryMs,
    onSlow({ text, ms }) {
      metrics.database.slowQueries.inc();
      logger.info({ query: text, ms }, 'slow query');
    },
  });
  const exposures = createExposureLog({ db, logger, metrics });
  const searchLog = createSearchLog({ db, logger, metrics });
  const notifications = await createNotifications({ connectionString, logger });
  const shop = createShopMemory({ db, notifications });
  const modelHost = await createModelHost({ db, notifications, dataDir: config.dataDir, logger, metrics });
  const storedCarts = createPostgresCartStore(db);
  const cartStore =
    config.redisUrl === undefined
      ? storedCarts
      : (await import('./adapters/redis-cart-store.ts')).createRedisCartStore({
          url: config.redisUrl,
          store: storedCarts,
          logger,
        });
  const carts: Carts = {
    db,
    cartStore,
    clock,
    defaultCountry: async (owner) =>
      (owner?.kind === 'user' ? await findDefaultCountry(db, owner.userId) : undefined) ??
      (await shop.shop()).default_country,
  };
  const { publicUrl } = config;
  const testGateway = createTestPaymentGateway({ db, secret, publicUrl });
  const gateway = config.stripe
    ? (await import('./adapters/stripe-payment-gateway.ts')).createStripePaymentGateway({
        config: config.stripe,
      })
    : testGateway;
  const orders: OrderContext = {
    db,
    gateway,
    logger,
    publicUrl,
    picturesUrl: config.imageCdnUrl ?? publicUrl,
    secret,
    clock,
    onPaid: async (tx, order) => {
      const owner = await completeCheckout(tx, order);
      return owner && (() => cartStore.forget(owner));
    },
    onGivenUp: reopenCheckout,
  };
  const checkout: CheckoutContext = {
    orders,
    cartStore,
    clock,
    onStep: () => undefined,
  };
  const sessionStates = createSessionStates({ db, notifications });
  const orderStreams = createOrderEventStreams(notifications);
  sessionStates.onChange(orderStreams.recheck);
  const mailer =
    config.smtpUrl === undefined
      ? createLocalOutboxMailer()
      : (await import('./adapters/smtp-mailer.ts')).createSmtpMailer({
          url: config.smtpUrl,
          from: config.mailFrom,
        });
  const { searchLanguage: language } = config;
  await bringToLanguage({ pool: db.pool, language, logger });
  const words = createVocabularyHost({ pool: db.pool, notifications, logger, language });
  const catalog = createCatalogFollower({ pool: db.pool, notifications, logger });
  const postgresSearch = createPostgresSearchIndex({
    db,
    notifications,
    logger,
    words,
    catalog,
    warmUpAfterMs: 500,
  });
  const recommendations = createRecommendations({
    db,
    listedProducts: createListedProductsReader(catalog),
    activeModel: modelHost.active,
    logger,
    onMissed: (part) => metrics.shelfPartsMissed.inc({ part }),
  });
  const searchIndex =
    config.search === undefined
      ? postgresSearch
      : createFallbackSearchIndex({
          first: (
            await import('./adapters/opensearch-search-index/opensearch-search-index.ts')
          ).createOpenSearchIndex({
            url: config.search.url,
            prefix: config.search.indexPrefix,
            db,
            notifications,
            logger,
            words,
          }),
          second: postgresSearch,
          logger,
          onFallback: () => metrics.searchFallbacks.inc(),
        });
  const pictures = createPictures({
    db,
    store: createDiskPictureStore({
      folder: join(config.dataDir, 'pictures'),
      limitBytes: config.imageCacheBytes,
    }),
    host: createHttpPictureHost(),
    clock,
    metrics,
    logger,
  });
  const accounts = createAccounts({
    db,
    secret: runtime.secret,
    passwords,
    publicUrl: config.publicUrl,
    clock,
    logger,
    async onLogin({ userId, visitorId }) {
      const merge = await mergeCartAtLogin(carts, { userId, visitorId });
      if (visitorId !== undefined) {
        await adoptCheckout(db, { userId, visitorId });
        await mergeWishlistAtLogin(db, { userId, visitorId });
      }
      await claimGuestOrders(db, userId);
      return merge;
    },
    onAccessChanged: sessionStates.forget,
    onErased: (userId) => cartStore.forget({ kind: 'user', userId }),
  });
  const notices: Notices = {
    db,
    secret: runtime.secret,
    publicUrl,
    picturesUrl: config.imageCdnUrl ?? publicUrl,
    clock,
  };
  const { scheduled } = config.backup;
  const closing = new AbortController();
  const jobs = createJobRunner({
    pool: db.pool,
    logger,
    handlers: {
      ...mailJobs({
        db,
        mailer,
        logger,
        sender: async () => mailSenderOf(await shop.shop(), publicUrl),
      }),
      ...accountJobs(accounts),
      ...orderJobs(orders),
      ...paymentJobs({ db, logger, settleOrder: (orderId) => askAndApply(orders, orderId) }),
      ...cartJobs(carts),
      ...checkoutJobs({ db }),
      ...reviewJobs({ db }),
      ...wishlistJobs({ db, clock }),
      ...noticeJobs(notices),
      ...searchJobs({ db }),
      ...modelJobs({
        db,
        connectionString,
        dataDir: config.dataDir,
        threads: config.threads,
        logger,
        signal: AbortSignal.any([stopping, closing.signal]),
      }),
      ...backupJobs({
        db,
        connectionString,
        dataDir: config.dataDir,
        scheduled,
        metrics,
        logger,
        clock,
        signal: AbortSignal.any([stopping, closing.signal]),
      }),
    },
    schedules: [
      ...accountSchedules,
      ...mailSchedules,
      ...orderSchedules,
      ...cartSchedules,
      ...checkoutSchedules,
      ...reviewSchedules,
      ...wishlistSchedules,
      ...noticeSchedules,
      ...searchSchedules,
      ...backupSchedules(scheduled?.schedule),
    ],
  });
  stopping.addEventListener('abort', () => void jobs.close());
  return {
    runtime,
    metrics,
    modelHost,
    shop,
    exposures,
    recommendations,
    mailer,
    pictures,
    searchIndex,
    searchLog,
    cartStore,
    carts,
    gateway,
    testProvider: config.stripe ? undefined : testGateway,
    orders,
    orderStreams,
    checkout,
    accounts,
    notices,
    sessionStates,
    backupState: createBackupState({ db, metrics, everyMs: scheduled?.everyMs }),
    jobs,
    stopping,
    async close() {
      closing.abort(new Error('This node stops.'));
      await jobs.close();
      await searchIndex.close();
      orderStreams.close();
      await notifications.close();
      await mailer.close();
      await pictures.close();
      await cartStore.close();
      await exposures.close();
      await searchLog.close();
      await modelHost.close();
    },
  };
}
