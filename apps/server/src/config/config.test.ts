import { expect, test } from 'vitest';
import { ConfigError, createConfig } from './config.ts';
import { readEnv } from './env.ts';

test('needs no variable at all', () => {
  const config = createConfig(readEnv({}));
  expect(config).toMatchObject({ host: '127.0.0.1', port: 3000, demo: true, databaseUrl: undefined });
  expect(config.publicUrl).toBe('http://localhost:3000');
});

test('treats an empty variable as one that is not set', () => {
  expect(createConfig(readEnv({ PORT: '', DATABASE_URL: '' })).port).toBe(3000);
});

test.each([
  ['PORT', 'http', 'PORT must be a whole number from 0 to 65535, but it is “http”.'],
  ['PORT', '70000', 'PORT must be a whole number from 0 to 65535, but it is “70000”.'],
  ['KINDRED_THREADS', '0', 'KINDRED_THREADS must be a whole number from 1 to 64, but it is “0”.'],
  ['KINDRED_DEMO', 'no', 'KINDRED_DEMO must be 0 or 1, but it is “no”.'],
  ['PUBLIC_URL', 'shop.example', 'PUBLIC_URL must be an address that starts with http:// or https://'],
  ['LOG_LEVEL', 'loud', 'LOG_LEVEL must be one of fatal, error'],
  ['SESSION_SECRET', 'short', 'SESSION_SECRET must be at least 32 characters long.'],
])('stops at %s=%s with a sentence that names it', (name, value, message) => {
  expect(() => createConfig(readEnv({ [name]: value }))).toThrow(ConfigError);
  expect(() => createConfig(readEnv({ [name]: value }))).toThrow(message);
});

test('keeps a password out of the message', () => {
  expect(() => createConfig(readEnv({ DATABASE_URL: 'mysql://shop:hunter2@db/shop' }))).toThrow(
    'DATABASE_URL must be an address that starts with postgres:// or postgresql://, but it is “mysql://shop:***@db/shop”.',
  );
});
