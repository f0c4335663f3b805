import { expect, test } from 'vitest';
import { ConfigError, createConfig } from './config.ts';
import { readEnv } from './env.ts';

test('needs no variables', () => {
  const config = createConfig(readEnv({}));
  expect(config).toMatchObject({ host: '127.0.0.1', port: 3000, demo: true, databaseUrl: undefined });
  expect(config.publicUrl).toBe('http://localhost:3000');
});

test('treats an empty variable as not set', () => {
  expect(createConfig(readEnv({ PORT: '', DATABASE_URL: '' })).port).toBe(3000);
});

test.each([
  ['PORT', 'http', 'PORT must be a whole number from 0 to 65535, but it is “http”.'],
  ['PORT', '70000', 'PORT must be a whole number from 0 to 65535, but it is “70000”.'],
  ['KINDRED_THREADS', '0', 'KINDRED_THREADS must be a whole number from 1 to 64, but it is “0”.'],
  ['KINDRED_DEMO', 'no', 'KINDRED_DEMO must be 0 or 1, but it is “no”.'],
  ['PUBLIC_URL', 'shop.example', 'PUBLIC_URL must be an address that starts with http:// or https://'],
  ['IMAGE_CDN_URL', 'cdn.example', 'IMAGE_CDN_URL must be an address that starts with http:// or https://'],
  ['IMAGE_CDN_URL', 'https://cdn.example/?a=b', 'IMAGE_CDN_URL must be an address that ends with its path'],
  ['IMAGE_CACHE_MB', '0', 'IMAGE_CACHE_MB must be a whole number from 1 to 1048576, but it is “0”.'],
  ['LOG_LEVEL', 'loud', 'LOG_LEVEL must be one of fatal, error'],
  ['LOG_FORMAT', 'xml', 'LOG_FORMAT must be one of pretty, json, but it is “xml”.'],
  ['BACKUP_SCHEDULE', 'daily', 'BACKUP_SCHEDULE must be off, or a time as in crontab: 17 3 * * * for'],
  ['BACKUP_SCHEDULE', '0 3 30 2 *', 'BACKUP_SCHEDULE must be off, or a time as in crontab'],
  ['BACKUP_KEEP', '0', 'BACKUP_KEEP must be a whole number from 1 to 10000, but it is “0”.'],
  ['SLOW_QUERY_MS', 'slow', 'SLOW_QUERY_MS must be a whole number from 1 to 3600000, but it is “slow”.'],
  [
    'SHUTDOWN_DELAY_SECONDS',
    '1.5',
    'SHUTDOWN_DELAY_SECONDS must be a whole number from 0 to 3600, but it is “1.5”.',
  ],
  ['RATE_LIMIT_PER_MINUTE', 'many', 'RATE_LIMIT_PER_MINUTE must be a whole number from 0 to 10000000'],
  [
    'RATE_LIMIT_ROUTES',
    'products=5',
    'RATE_LIMIT_ROUTES must be routes with a number each: GET /products=120, POST /events=60, but it is',
  ],
  ['SEARCH_URL', 'search:9200', 'SEARCH_URL must be an address that starts with http:// or https://'],
  ['SEARCH_URL', 'ftp://a:hunter2@search/', 'but it is “ftp://a:***@search/”.'],
  ['SEARCH_INDEX_PREFIX', 'My Shop', 'SEARCH_INDEX_PREFIX must be up to 80 of the characters a to z, 0 to 9'],
  [
    'SEARCH_LANGUAGE',
    'klingon',
    'SEARCH_LANGUAGE must be one of danish, dutch, english, finnish, french, german, hungarian, italian, norwegian, portuguese, romanian, russian, spanish, swedish, but it is “klingon”.',
  ],
  ['SESSION_SECRET', 'short', 'SESSION_SECRET must be at least 32 characters long.'],
])('rejects %s=%s with a sentence that names the variable', (name, value, message) => {
  expect(() => createConfig(readEnv({ [name]: value }))).toThrow(ConfigError);
  expect(() => createConfig(readEnv({ [name]: value }))).toThrow(message);
});

test('removes the slash at the end of a base address', () => {
  const config = createConfig(readEnv({ IMAGE_CDN_URL: 'https://cdn.example/shop/', IMAGE_CACHE_MB: '2' }));
  expect(config).toMatchObject({ imageCdnUrl: 'https://cdn.example/shop', imageCacheBytes: 2 * 1024 * 1024 });
});

test('PostgreSQL answers searches without SEARCH_URL', () => {
  expect(createConfig(readEnv({ SEARCH_INDEX_PREFIX: 'shop' })).search).toBeUndefined();
  expect(createConfig(readEnv({ SEARCH_URL: 'https://me:secret@search:9200/' })).search).toEqual({
    url: 'https://me:secret@search:9200',
    indexPrefix: 'kindred',
  });
});

test('reads limits of routes, with and without the prefix of the API', () => {
  const { rateLimits } = createConfig(
    readEnv({ RATE_LIMIT_ROUTES: 'GET /products=120, DELETE /api/v1/cart/items/:product_id = 0' }),
  );
  expect(rateLimits).toEqual({
    perMinute: 600,
    keyPerMinute: 6_000,
    routes: new Map([
      ['GET /api/v1/products', 120],
      ['DELETE /api/v1/cart/items/:product_id', 0],
    ]),
  });
});

test('hides a password in the message', () => {
  expect(() => createConfig(readEnv({ DATABASE_URL: 'mysql://shop:hunter2@db/shop' }))).toThrow(
    'DATABASE_URL must be an address that starts with postgres:// or postgresql://, but it is “mysql://shop:***@db/shop”.',
  );
});
