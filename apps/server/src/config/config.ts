import { isIP } from 'node:net';
import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import { longestGapMs } from './cron.ts';
import type { Env } from './env.ts';
import { type RateLimitConfig, routeLimitsIn } from './rate-limits.ts';

export interface Config {
  readonly host: string;
  readonly port: number;
  /** The public address of the shop: absolute, without a slash at the end. */
  readonly publicUrl: string;
  /** Addresses or networks of proxies whose `X-Forwarded-For` and `-Proto` are trusted. */
  readonly trustedProxies: readonly string[];
  /** Undefined for the private PostgreSQL below `dataDir`. */
  readonly databaseUrl: string | undefined;
  readonly databasePoolMax: number;
  readonly dataDir: string;
  /** The file that names the extensions. If the environment does not name it, it may be missing. */
  readonly configFile: { readonly path: string; readonly isNamed: boolean };
  /** Whether an empty shop is filled with the demo catalogue. By default, not if DATABASE_URL is set. */
  readonly demo: boolean;
  /** The number of threads for training. */
  readonly threads: number;
  /** Undefined if the shop generates a secret and stores it below `dataDir`. */
  readonly sessionSecret: string | undefined;
  /** If undefined, carts are read from the database. */
  readonly redisUrl: string | undefined;
  /** If undefined, PostgreSQL answers searches. */
  readonly search: SearchConfig | undefined;
  /** The language of the catalogue. If undefined, the language in the database stays; at first it is English. */
  readonly searchLanguage: SearchLanguage | undefined;
  /** If undefined, mails stay in the local outbox. */
  readonly smtpUrl: string | undefined;
  /** `Name <address>`, or an address, which gets the shop's name. */
  readonly mailFrom: string;
  /** If undefined, the built-in test provider is used, which moves no money. */
  readonly stripe: StripeConfig | undefined;
  /** The base address of pictures, without a slash at the end. If undefined, the shop serves its pictures itself. */
  readonly imageCdnUrl: string | undefined;
  /** Disk space for pictures that were made. */
  readonly imageCacheBytes: number;
  readonly backup: BackupConfig;
  /** Longer queries are counted and logged. */
  readonly slowQueryMs: number;
  /** How long a node keeps answering after it is told to stop, so that the proxies in front notice. */
  readonly shutdownDelayMs: number;
  readonly rateLimits: RateLimitConfig;
  readonly logLevel: LogLevel;
  /** By default, for people on a terminal, and as JSON elsewhere. */
  readonly logFormat: LogFormat | undefined;
}

export interface BackupConfig {
  /** The default folder of backups. */
  readonly folder: string;
  /** Undefined if no backups are scheduled. */
  readonly scheduled: ScheduledBackupConfig | undefined;
}

export interface ScheduledBackupConfig {
  /** As in a crontab, in UTC. */
  readonly schedule: string;
  /** The longest time between two backups. */
  readonly everyMs: number;
  readonly keep: number;
  readonly folder: string;
}

export interface SearchConfig {
  readonly url: string;
  /** The prefix of the names of the indices. Each shop needs its own if several share a server. */
  readonly indexPrefix: string;
}

export interface StripeConfig {
  readonly secretKey: string;
  readonly webhookSecret: string;
  readonly publishableKey: string;
  /** By default, Stripe's own. */
  readonly apiBase: URL | undefined;
}

/** The languages for which PostgreSQL, OpenSearch and Elasticsearch all have a stemmer. */
export const searchLanguages = [
  'danish',
  'dutch',
  'english',
  'finnish',
  'french',
  'german',
  'hungarian',
  'italian',
  'norwegian',
  'portuguese',
  'romanian',
  'russian',
  'spanish',
  'swedish',
] as const;
export type SearchLanguage = (typeof searchLanguages)[number];

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

const logFormats = ['pretty', 'json'] as const;
export type LogFormat = (typeof logFormats)[number];

/** A variable has an invalid value. The message names the variable and says what it must be. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

function wrong(name: keyof Env, rule: string, value: string): never {
  throw new ConfigError(`${name} must be ${rule}, but it is “${value}”.`);
}

function integer(env: Env, name: keyof Env, fallback: number, minimum: number, maximum: number): number {
  const text = env[name];
  if (text === undefined) return fallback;
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < minimum || value > maximum)
    wrong(name, `a whole number from ${minimum} to ${maximum}`, text);
  return value;
}

function url(env: Env, name: keyof Env, protocols: readonly string[]): URL | undefined {
  const text = env[name];
  if (text === undefined) return undefined;
  const rule = `an address that starts with ${protocols.map((protocol) => `${protocol}//`).join(' or ')}`;
  if (!URL.canParse(text)) wrong(name, rule, withoutPassword(text));
  const parsed = new URL(text);
  if (!protocols.includes(parsed.protocol)) wrong(name, rule, withoutPassword(text));
  return parsed;
}

function withoutPassword(text: string): string {
  return text.replace(/:[^:@/]*@/, ':***@');
}

/** Returns an address that may be shown, without user, password and parameters. */
export function withoutLogIn(address: string): string {
  return address.replace(/\/\/[^/@]*@/, '//').replace(/\?.*$/, '');
}

function trustedProxies(env: Env): string[] {
  const networks = (env.TRUSTED_PROXIES ?? '').split(',').flatMap((part) => part.trim() || []);
  for (const network of networks) {
    const [address, length, ...rest] = network.split('/');
    const family = isIP(address ?? '');
    const longest = family === 4 ? 32 : 128;
    const isLength = length === undefined || (/^\d{1,3}$/.test(length) && Number(length) <= longest);
    if (family === 0 || !isLength || rest.length > 0)
      wrong('TRUSTED_PROXIES', 'addresses or networks separated by commas: 10.0.0.0/8, ::1', network);
  }
  return networks;
}

function search(env: Env): SearchConfig | undefined {
  const address = url(env, 'SEARCH_URL', ['http:', 'https:']);
  const indexPrefix = env.SEARCH_INDEX_PREFIX ?? 'kindred';
  if (!/^[a-z0-9][a-z0-9_-]{0,79}$/.test(indexPrefix))
    wrong('SEARCH_INDEX_PREFIX', 'up to 80 of the characters a to z, 0 to 9, - and _', indexPrefix);
  return address && { url: address.href.replace(/\/+$/, ''), indexPrefix };
}

function searchLanguage({ SEARCH_LANGUAGE: text }: Env): SearchLanguage | undefined {
  if (text === undefined) return undefined;
  return (
    searchLanguages.find((language) => language === text) ??
    wrong('SEARCH_LANGUAGE', `one of ${searchLanguages.join(', ')}`, text)
  );
}

/** Requires all three keys, because a shop that can charge but gets no events would be worse than one that cannot charge. */
function stripe(env: Env): StripeConfig | undefined {
  const keys = ['STRIPE_SECRET_KEY', 'STRIPE_WEBHOOK_SECRET', 'STRIPE_PUBLISHABLE_KEY'] as const;
  const missing = keys.filter((name) => env[name] === undefined);
  const apiBase = url(env, 'STRIPE_API_BASE', ['http:', 'https:']);
  if (missing.length === keys.length) return undefined;
  if (missing.length > 0)
    throw new ConfigError(`Stripe needs ${keys.join(', ')}: ${missing.join(', ')} missing.`);
  return {
    secretKey: env.STRIPE_SECRET_KEY!,
    webhookSecret: env.STRIPE_WEBHOOK_SECRET!,
    publishableKey: env.STRIPE_PUBLISHABLE_KEY!,
    apiBase,
  };
}

const nightly = { schedule: '17 3 * * *', everyMs: 86_400_000 };

function backup(env: Env, dataDir: string): BackupConfig {
  const folder = resolve(env.BACKUP_DIR ?? join(dataDir, 'backups'));
  const keep = integer(env, 'BACKUP_KEEP', 7, 1, 10_000);
  const schedule = (env.BACKUP_SCHEDULE ?? nightly.schedule).trim();
  if (schedule === 'off') return { folder, scheduled: undefined };
  const everyMs = schedule === nightly.schedule ? nightly.everyMs : longestGapMs(schedule);
  if (everyMs === undefined)
    wrong(
      'BACKUP_SCHEDULE',
      `off, or a time as in crontab: ${nightly.schedule} for every night at 3:17 UTC`,
      schedule,
    );
  return { folder, scheduled: { schedule, everyMs, keep, folder } };
}

function imageCdnUrl(env: Env): string | undefined {
  const cdn = url(env, 'IMAGE_CDN_URL', ['http:', 'https:']);
  if (cdn === undefined) return undefined;
  if (cdn.search !== '' || cdn.hash !== '' || cdn.username !== '' || cdn.password !== '')
    wrong(
      'IMAGE_CDN_URL',
      'an address that ends with its path: https://cdn.example',
      withoutPassword(cdn.href),
    );
  return cdn.href.replace(/\/+$/, '');
}

function rateLimits(env: Env): RateLimitConfig {
  const text = env.RATE_LIMIT_ROUTES ?? '';
  const routes = routeLimitsIn(text);
  if (!routes)
    wrong('RATE_LIMIT_ROUTES', 'routes with a number each: GET /products=120, POST /events=60', text);
  return {
    perMinute: integer(env, 'RATE_LIMIT_PER_MINUTE', 600, 0, 10_000_000),
    keyPerMinute: integer(env, 'RATE_LIMIT_KEY_PER_MINUTE', 6_000, 0, 10_000_000),
    routes,
  };
}

const mailForm = /^(?:[^<>\r\n]+ <[^<>@\s]+@[^<>@\s]+>|[^<>@\s]+@[^<>@\s]+)$/;

export function createConfig(env: Env): Config {
  const host = env.HOST ?? '127.0.0.1';
  const port = integer(env, 'PORT', 3000, 0, 65_535);
  const publicUrl = url(env, 'PUBLIC_URL', ['http:', 'https:']);
  const databaseUrl = url(env, 'DATABASE_URL', ['postgres:', 'postgresql:']);

  if (env.KINDRED_DEMO !== undefined && !['0', '1'].includes(env.KINDRED_DEMO))
    wrong('KINDRED_DEMO', '0 or 1', env.KINDRED_DEMO);
  if (env.SESSION_SECRET !== undefined && env.SESSION_SECRET.length < 32)
    throw new ConfigError('SESSION_SECRET must be at least 32 characters long.');
  if (env.MAIL_FROM !== undefined && !mailForm.test(env.MAIL_FROM))
    wrong('MAIL_FROM', 'an address, or a name with one: Kindred <shop@example.com>', env.MAIL_FROM);
  const dataDir = resolve(env.KINDRED_DATA_DIR ?? '.kindred');
  const logLevel = logLevels.find((level) => level === (env.LOG_LEVEL ?? 'info'));
  if (!logLevel) wrong('LOG_LEVEL', `one of ${logLevels.join(', ')}`, env.LOG_LEVEL ?? '');
  const logFormat = logFormats.find((format) => format === env.LOG_FORMAT);
  if (env.LOG_FORMAT !== undefined && !logFormat)
    wrong('LOG_FORMAT', `one of ${logFormats.join(', ')}`, env.LOG_FORMAT);

  return {
    host,
    port,
    publicUrl: (publicUrl?.href ?? `http://localhost:${port}`).replace(/\/+$/, ''),
    trustedProxies: trustedProxies(env),
    databaseUrl: databaseUrl && env.DATABASE_URL,
    databasePoolMax: integer(env, 'DATABASE_POOL_MAX', 10, 1, 1_000),
    dataDir,
    demo: env.KINDRED_DEMO === undefined ? databaseUrl === undefined : env.KINDRED_DEMO === '1',
    threads: integer(env, 'KINDRED_THREADS', Math.min(availableParallelism(), 8), 1, 64),
    sessionSecret: env.SESSION_SECRET,
    redisUrl: url(env, 'REDIS_URL', ['redis:', 'rediss:']) && env.REDIS_URL,
    search: search(env),
    searchLanguage: searchLanguage(env),
    smtpUrl: url(env, 'SMTP_URL', ['smtp:', 'smtps:']) && env.SMTP_URL,
    mailFrom: env.MAIL_FROM ?? 'shop@localhost',
    stripe: stripe(env),
    imageCdnUrl: imageCdnUrl(env),
    configFile: {
      path: resolve(env.KINDRED_CONFIG ?? 'kindred.config.json'),
      isNamed: env.KINDRED_CONFIG !== undefined,
    },
    imageCacheBytes: integer(env, 'IMAGE_CACHE_MB', 1_024, 1, 1_048_576) * 1024 * 1024,
    backup: backup(env, dataDir),
    slowQueryMs: integer(env, 'SLOW_QUERY_MS', 500, 1, 3_600_000),
    shutdownDelayMs: integer(env, 'SHUTDOWN_DELAY_SECONDS', 3, 0, 3_600) * 1_000,
    rateLimits: rateLimits(env),
    logLevel,
    logFormat,
  };
}
