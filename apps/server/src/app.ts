/** @file Builds the HTTP application. `main.ts` listens on a port; tests use the application without one. */
import { randomUUID } from 'node:crypto';
import { constants } from 'node:zlib';
import compress from '@fastify/compress';
import swagger, { type StaticDocumentSpec } from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import Fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify';
import { apiManual } from './api-manual.ts';
import type { Services } from './compose.ts';
import { answerBrokenRequest } from './platform/http/answer-broken-request.ts';
import { registerCookies } from './platform/http/cookies.ts';
import { registerCsrf } from './platform/http/csrf.ts';
import { answerBadAddress, registerErrorHandler } from './platform/http/error-handler.ts';
import { registerGracefulClose } from './platform/http/graceful-close.ts';
import { createOpenApiDocument } from './platform/http/manual/openapi-document.ts';
import { registerPermissions } from './platform/http/permissions.ts';
import { registerRateLimits } from './platform/http/rate-limits.ts';
import { registerModules } from './platform/http/register-modules.ts';
import { createTargetRewriter, refuseOtherHosts } from './platform/http/request-target.ts';
import { registerSecurityHeaders } from './platform/http/security-headers.ts';
import { registerSerializers } from './platform/http/serializers.ts';
import { registerStrictValidation, registerValidation } from './platform/http/strict/validation.ts';
import { registerVisitor } from './platform/http/visitor.ts';
import { warnOfOtherHost } from './platform/http/warn-of-other-host.ts';
import { registerHttpMetrics } from './platform/metrics.ts';

/**
 * Time limits of connections. Proxies close their idle connections after one minute (nginx, AWS) or two (Caddy), always before the
 * shop does. Otherwise a proxy could send a request on a connection that the shop is closing, and lose it. `connectionTimeout` is
 * for silence on both sides while a client waits for or reads an answer; streams of order events send something before that.
 */
const connectionTimes = (receiveMs: number) => ({
  keepAliveTimeout: 125_000,
  connectionTimeout: 120_000,
  requestTimeout: receiveMs,
  http: {
    requestTimeout: receiveMs,
    headersTimeout: Math.min(receiveMs, 20_000),
    connectionsCheckingInterval: Math.min(receiveMs, 2_000),
  },
});

/** The id that a proxy gave a request is kept if it has this form. */
const requestIdForm = /^[\w.:-]{8,80}$/;

/** The only style in the script of the manual's page. */
const styleOfManual = "'sha256-RL3ie0nH+Lzz2YNqQN83mnU0J1ot4QL7b99vMdIX99w='";

/** For the dark bar of the manual's page. */
const wordmark =
  '<svg xmlns="http://www.w3.org/2000/svg" width="120" height="40"><text y="28" font-family="sans-serif" font-size="26" font-weight="700" fill="#fff">Kindred</text></svg>';

export async function createApp(
  services: Services,
  {
    receiveMs = 60_000,
    prepare,
  }: {
    /** Time limit for a complete request with its body. */
    receiveMs?: number;
    /** Runs before any route is added. */
    prepare?: (app: FastifyInstance) => void;
  } = {},
): Promise<FastifyInstance> {
  const { runtime, metrics, modules, stopping } = services;
  const { secret, config, logger } = runtime;
  // Pictures of a catalogue on other hosts are served by the shop and its CDN.
  const pictureOrigins = config.imageCdnUrl ? [new URL(config.imageCdnUrl).origin] : [];

  const app = Fastify({
    ...connectionTimes(receiveMs),
    loggerInstance: logger as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: 1024 * 1024,
    // A promo code of sixty characters may have twelve times as many when it is percent-encoded.
    routerOptions: { maxParamLength: 1_000 },
    frameworkErrors: answerBadAddress,
    clientErrorHandler: answerBrokenRequest,
    rewriteUrl: createTargetRewriter(config.publicUrl),
    trustProxy: config.trustedProxies.length > 0 && [...config.trustedProxies],
    genReqId: (request) => {
      const given = request.headers['x-request-id'];
      return typeof given === 'string' && requestIdForm.test(given) ? given : randomUUID();
    },
  });

  prepare?.(app);
  registerErrorHandler(app);
  refuseOtherHosts(app);
  warnOfOtherHost(app, config.publicUrl);
  registerSerializers(app);
  registerValidation(app);
  registerGracefulClose(app, stopping);
  // Otherwise the close would wait for the streams.
  app.addHook('preClose', async () => {
    for (const module of modules) module.endStreams?.();
  });
  registerHttpMetrics(app, metrics);
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id);
  });
  app.addHook('onResponse', async (request, reply) => {
    const { method, url } = request;
    const path = url.split('?')[0];
    const details = {
      method,
      path,
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
    };
    if (path.startsWith('/api/') || reply.statusCode >= 500) request.log.info(details, 'answered');
    else request.log.debug(details, 'answered');
  });

  registerSecurityHeaders(app, { ...config, pictureOrigins });
  await app.register(compress, {
    threshold: 1_024,
    encodings: ['br', 'gzip'],
    brotliOptions: {
      flush: constants.BROTLI_OPERATION_FLUSH,
      params: {
        [constants.BROTLI_PARAM_QUALITY]: 4,
        [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      },
    },
    zlibOptions: { flush: constants.Z_SYNC_FLUSH, level: 6 },
  });
  await registerCookies(app, { publicUrl: config.publicUrl });
  registerVisitor(app);
  for (const module of modules) module.register?.(app);

  await registerModules(app, modules, 'pages');
  await app.register(
    async (api) => {
      // The body of `text/plain` is never JSON.
      api.removeContentTypeParser('text/plain');
      // Most answers depend on the caller: a cache stores none, unless the route allows it.
      api.addHook('onSend', async (_request, reply) => {
        if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'private, no-store');
      });
      for (const module of modules) module.registerApi?.(api);
      await registerRateLimits(api, { limits: config.rateLimits, counter: services.requestCounter });
      const document = createOpenApiDocument(api, { ...apiManual, publicUrl: config.publicUrl });
      await api.register(swagger, {
        mode: 'static',
        specification: { document: document as StaticDocumentSpec['document'] },
      });
      await api.register(swaggerUi, {
        routePrefix: '/docs',
        indexPrefix: '/api/v1',
        theme: { title: 'Kindred: the API' },
        logo: { type: 'image/svg+xml', content: Buffer.from(wordmark), href: '/', target: '_self' },
        transformStaticCSP: (policy) => policy.replace('style-src', `style-src ${styleOfManual}`),
      });
      registerPermissions(api);
      registerCsrf(api, { secret, publicUrl: config.publicUrl });
      registerStrictValidation(api);
      await registerModules(api, modules, 'routes');
      api.get('/openapi.json', { schema: { hide: true, permission: 'shop:read' } }, async () => document);
    },
    { prefix: '/api/v1' },
  );
  return app;
}
