/** @file Creates all modules and connects them. No other file knows them all. */
import { createCatalogFollower } from './adapters/catalog-in-memory/catalog-follower.ts';
import { createListedProductsReader } from './adapters/catalog-in-memory/listed-products.ts';
import { chooseAdapters } from './adapters/choose-adapters.ts';
import { chooseSearchIndex } from './adapters/choose-search-index.ts';
import { searchJobs, searchSchedules } from './adapters/search-reading/search-jobs.ts';
import { gatewayOf, modulesOf, sourcesOf } from './extensions/add-extensions.ts';
import { createAttributeReader } from './modules/catalogue/attributes/index.ts';
import { createCatalogModule } from './modules/catalogue/catalog/index.ts';
import { createCrawlersModule } from './modules/catalogue/crawlers/index.ts';
import { createMediaModule } from './modules/catalogue/media/index.ts';
import { createReviewsModule } from './modules/catalogue/reviews/index.ts';
import { createSalesModule } from './modules/catalogue/sales/index.ts';
import {
  createAnalyticsModule,
  noteLogin,
  queueAttribution,
  queueTakeBack,
} from './modules/finding/analytics/index.ts';
import { createBatchesModule } from './modules/finding/batches/index.ts';
import { createFeedbackModule, mergeFeedbackAtLogin } from './modules/finding/feedback/index.ts';
import { createModelsModule, loadModel } from './modules/finding/models/index.ts';
import { createRecommendationsModule } from './modules/finding/recommendations/index.ts';
import { createSearchModule } from './modules/finding/search/index.ts';
import { createShelfRulesModule } from './modules/finding/shelf-rules/index.ts';
import { createStandingModule } from './modules/finding/standing/index.ts';
import { createMailsModule } from './modules/mailing/mails/index.ts';
import { createNewsletterModule } from './modules/mailing/newsletter/index.ts';
import {
  createAccountsModule,
  findDefaultCountry,
  type Passwords,
  strongPasswords,
} from './modules/people/accounts/index.ts';
import { createServiceKeysModule } from './modules/people/service-keys/index.ts';
import { createSessionModule } from './modules/people/session/index.ts';
import { createBackupModule } from './modules/running/backup/index.ts';
import { createFeedModule } from './modules/running/feed/index.ts';
import { createOpsModule } from './modules/running/ops/index.ts';
import { createShopModule } from './modules/running/shop/index.ts';
import { createCartModule, mergeCartAtLogin } from './modules/selling/cart/index.ts';
import {
  adoptCheckout,
  type CheckoutContext,
  completeCheckout,
  createCheckoutModule,
  reopenCheckout,
} from './modules/selling/checkout/index.ts';
import { createInvoicesModule } from './modules/selling/invoices/index.ts';
import { createNoticesModule } from './modules/selling/notices/index.ts';
import {
  askAndApply,
  claimGuestOrders,
  createOrdersModule,
  settleOrder,
} from './modules/selling/orders/index.ts';
import { createPaymentsModule } from './modules/selling/payments/index.ts';
import { createPricingModule } from './modules/selling/pricing/index.ts';
import { createWishlistModule, mergeWishlistAtLogin } from './modules/selling/wishlist/index.ts';
import { createJobRunner, type JobRunner } from './platform/jobs/job-runner.ts';
import { type JoinedModules, joinModules } from './platform/join-modules.ts';
import { createMetrics } from './platform/metrics.ts';
import type { Module } from './platform/module.ts';
import { createNotifications } from './platform/postgres/notifications.ts';
import { watchSlowQueries } from './platform/postgres/slow-queries.ts';
import type { Runtime } from './runtime.ts';

export type Services = Awaited<ReturnType<typeof composeServices>>;

export interface ComposeOptions {
  /** The current time for the shop's rules. */
  readonly clock?: () => Date;
  readonly passwords?: Passwords;
  /** Aborted when this node should stop. From then until it closes it only answers requests. */
  readonly stopping?: AbortSignal;
  readonly onCheckoutStep?: CheckoutContext['onStep'];
}

export async function composeServices(
  runtime: Runtime,
  {
    clock = () => new Date(),
    passwords = strongPasswords,
    stopping = new AbortController().signal,
    onCheckoutStep: onStep = () => undefined,
  }: ComposeOptions = {},
) {
  const { db, connectionString, logger, config, secret, extensions } = runtime;
  const { publicUrl, dataDir, imageCdnUrl: cdnUrl } = config;
  const { pool } = db;
  const closing = new AbortController();
  const metrics = createMetrics();
  watchSlowQueries({
    pool,
    slowMs: config.slowQueryMs,
    onSlow({ text, ms }) {
      metrics.database.slowQueries.inc();
      logger.info({ query: text, ms }, 'slow query');
    },
  });
  const { registry } = metrics;
  const notifications = await createNotifications(runtime);
  /** Shared by all modules. */
  const node = {
    config,
    db,
    connectionString,
    notifications,
    logger,
    secret,
    registry,
    clock,
    dataDir,
    publicUrl,
    picturesUrl: cdnUrl ?? publicUrl,
    signal: AbortSignal.any([stopping, closing.signal]),
  };
  const adapters = await chooseAdapters(node, await gatewayOf(extensions, node));
  const { cartStore, gateway, mailer, testProvider, pictureHost, pictureStore, drawnPictures } = adapters;
  const catalog = createCatalogFollower(node);
  const searchIndex = await chooseSearchIndex({ ...node, catalog });

  // Modules that others need come first.
  const shop = createShopModule({ ...node, pictureOrigins: cdnUrl ? [new URL(cdnUrl).origin] : [] });
  const readShop = shop.memory.shop;
  const readSignals = async () => (await readShop()).recommendations.signals;
  const models = await createModelsModule({ ...node, threads: config.threads, readSignals });
  const activeModel = models.host.active;
  const listedProducts = createListedProductsReader(catalog);
  const shelfRules = createShelfRulesModule(node);
  const recommendations = createRecommendationsModule({
    ...node,
    listedProducts,
    activeModel,
    findServed: models.host.findServed,
    readRules: shelfRules.readRules,
    readSignals,
    sources: sourcesOf(extensions, db),
  });
  const search = createSearchModule({
    ...node,
    ...recommendations.recommendations,
    searchIndex,
    attributes: createAttributeReader(node.db),
    jobs: searchJobs(node),
    schedules: searchSchedules,
  });
  const analytics = createAnalyticsModule({ ...node, readShop });
  const cart = createCartModule({
    ...node,
    onAdded: (owner, added) =>
      analytics.cartAttribution.write([
        {
          ...added,
          userId: owner.kind === 'user' ? owner.userId : null,
          visitorId: owner.kind === 'visitor' ? owner.visitorId : null,
        },
      ]),
    cartStore,
    defaultCountry: async (owner) =>
      (owner?.kind === 'user' ? await findDefaultCountry(db, owner.userId) : undefined) ??
      (await readShop()).default_country,
  });
  const { carts } = cart;
  const serviceKeys = createServiceKeysModule(node);
  const accounts = createAccountsModule({
    ...node,
    findServiceKey: serviceKeys.find,
    passwords,
    async onLogin({ userId, visitorId }) {
      const merge = await mergeCartAtLogin(carts, { userId, visitorId });
      if (visitorId !== undefined) {
        await adoptCheckout(db, { userId, visitorId });
        await mergeWishlistAtLogin(db, { userId, visitorId });
        await mergeFeedbackAtLogin(db, { userId, visitorId });
        await noteLogin(db, { userId, visitorId });
      }
      await claimGuestOrders(db, userId);
      return merge;
    },
    async onErased(userId) {
      await Promise.all(modules.map((module) => module.forgetUser?.(userId)));
    },
  });
  const orders = createOrdersModule({
    ...node,
    gateway,
    carts,
    readShop,
    onPaid: async (tx, order) => {
      const owner = await completeCheckout(tx, order);
      const visitorId = owner?.kind === 'visitor' ? owner.visitorId : null;
      await queueAttribution(tx, { orderId: order.orderId, visitorId });
      return owner && (() => cartStore.forget(owner));
    },
    onRefunded: queueTakeBack,
    onGivenUp: reopenCheckout,
  });
  const { context: orderContext, streams } = orders;
  accounts.sessionStates.onChange(streams.recheck);

  /** In the order of `/readyz`. They are closed in the reverse order. */
  const modules: Module[] = [
    cart,
    serviceKeys,
    accounts,
    createSessionModule({ db, carts }),
    shop,
    createCatalogModule(node),
    createSalesModule(node),
    search,
    createReviewsModule(node),
    createWishlistModule({ carts }),
    createNoticesModule(node),
    createPricingModule(node),
    createCheckoutModule({ orders: orderContext, cartStore, clock, onStep }),
    orders,
    createInvoicesModule({ orders: orderContext, readShop }),
    createMailsModule({ ...node, mailer, readShop }),
    createPaymentsModule({
      ...node,
      gateway,
      testProvider,
      settleOrder: (orderId) => askAndApply(orderContext, orderId),
      settleOrderOnPage: (orderId) => settleOrder(orderContext, orderId),
    }),
    createNewsletterModule(node),
    createFeedModule(node),
    analytics,
    createFeedbackModule({ ...node, onChoice: accounts.sessionStates.forget }),
    models,
    shelfRules,
    recommendations,
    createStandingModule({ ...node, recommendations: recommendations.recommendations, activeModel }),
    createBatchesModule({
      ...node,
      recommendations: recommendations.recommendations,
      activeModel,
      loadModel: async (version) => models.host.find(version) ?? loadModel(dataDir, version),
    }),
    createMediaModule({ ...node, store: pictureStore, host: pictureHost, drawnPictures, cdnUrl }),
    createCrawlersModule({ ...node, readShop, readInfoPages: shop.memory.pages }),
    createBackupModule({ ...node, scheduled: config.backup.scheduled }),
  ];
  async function close(jobs?: JobRunner): Promise<void> {
    closing.abort(new Error('This node stops.'));
    await jobs?.close();
    for (const module of modules.toReversed()) await module.close?.();
    await adapters.requestCounter.close();
    await notifications.close();
  }
  async function join(): Promise<JoinedModules> {
    modules.push(...(await modulesOf(extensions, node)));
    return joinModules(modules);
  }
  const { health, schedules, ...joined } = await join().catch(async (error: unknown) => {
    await close();
    throw error;
  });
  modules.push(createOpsModule({ ...node, metrics, parts: health, stopping }));
  const jobs = createJobRunner({ pool, logger, handlers: joined.jobs, schedules });
  stopping.addEventListener('abort', () => void jobs.close());
  return {
    runtime,
    modules,
    metrics,
    jobs,
    stopping,
    accounts: accounts.accounts,
    cartAttribution: analytics.cartAttribution,
    cartStore,
    exposures: recommendations.exposures,
    gateway,
    modelHost: models.host,
    orders: orderContext,
    orderStreams: streams,
    recommendations: recommendations.recommendations,
    requestCounter: adapters.requestCounter,
    searchIndex,
    searchLog: search.searchLog,
    shop: shop.memory,
    testProvider,
    close: () => close(jobs),
  };
}
