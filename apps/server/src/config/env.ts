/** The variables that Kindred reads, as text. `config.ts` interprets them. */
const names = [
  'HOST',
  'PORT',
  'PUBLIC_URL',
  'TRUSTED_PROXIES',
  'DATABASE_URL',
  'DATABASE_POOL_MAX',
  'KINDRED_CONFIG',
  'KINDRED_DATA_DIR',
  'KINDRED_DEMO',
  'KINDRED_THREADS',
  'SESSION_SECRET',
  'REDIS_URL',
  'SEARCH_URL',
  'SEARCH_INDEX_PREFIX',
  'SEARCH_LANGUAGE',
  'SMTP_URL',
  'MAIL_FROM',
  'STRIPE_SECRET_KEY',
  'STRIPE_WEBHOOK_SECRET',
  'STRIPE_PUBLISHABLE_KEY',
  'STRIPE_API_BASE',
  'BACKUP_SCHEDULE',
  'BACKUP_KEEP',
  'BACKUP_DIR',
  'SLOW_QUERY_MS',
  'SHUTDOWN_DELAY_SECONDS',
  'RATE_LIMIT_PER_MINUTE',
  'RATE_LIMIT_KEY_PER_MINUTE',
  'RATE_LIMIT_ROUTES',
  'IMAGE_CDN_URL',
  'IMAGE_CACHE_MB',
  'LOG_LEVEL',
  'LOG_FORMAT',
] as const;

export type Env = Readonly<Partial<Record<(typeof names)[number], string>>>;

/** An empty variable counts as not set. */
export function readEnv(source: NodeJS.ProcessEnv): Env {
  return Object.fromEntries(names.flatMap((name) => (source[name] ? [[name, source[name]]] : [])));
}
