import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { WriteStream } from 'node:tty';
import { stripVTControlCharacters } from 'node:util';
import { expect, onTestFinished, test, vi } from 'vitest';
import { createConfig } from '../../config/config.ts';
import { createLogger } from '../../platform/logger.ts';
import { createPeopleConsole } from './people-console.ts';
import { isForPeople } from './start-console.ts';

function setUp({ columns = 80, isTTY = true, env = {} as NodeJS.ProcessEnv } = {}) {
  let said = '';
  let time = 0;
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      said += chunk;
      done();
    },
  });
  const { getColorDepth } = WriteStream.prototype;
  const output = Object.assign(stream, { columns, isTTY, getColorDepth }) as unknown as NodeJS.WriteStream;
  return {
    startConsole: createPeopleConsole({ output, env, now: () => time }),
    pass: (ms: number) => {
      time += ms;
    },
    said: () => said,
    /** The visible lines at the end. */
    lines: () =>
      said
        .split('\n')
        .map((line) =>
          stripVTControlCharacters(line.slice(line.lastIndexOf('\x1b[2K') + 1)).replace(/^\[2K/, ''),
        ),
  };
}

const dataDir = '/home/somebody/shops/a-rather-long-name-of-a-folder/and-one-in-it/.kindred';
const opened = {
  config: createConfig({ KINDRED_DATA_DIR: dataDir }),
  address: 'http://127.0.0.1:3000',
  demo: {
    areNew: false,
    logIns: [
      { role: 'shopper', email: 'shopper@demo.example', password: 'k3mq-9xwd-t2vh-p7ab' },
      { role: 'admin', email: 'admin@demo.example', password: undefined },
    ],
  },
} as const;

test.each([30, 40, 59, 60, 80, 200])('fits everything into %i columns', (columns) => {
  const { startConsole, lines } = setUp({ columns });
  startConsole.opened(opened);
  expect(lines().filter((line) => [...line].length > columns)).toEqual([]);
  const said = lines().join('').replaceAll(/[│\s]/g, '');
  for (const part of [
    'http://localhost:3000/api/v1/docs',
    'http://localhost:3000/outbox',
    'k3mq-9xwd-t2vh-p7ab',
    'itspasswordisnotstoredhere',
    'demo-accounts',
    'Ctrl-C',
  ])
    expect(said).toContain(part);
  expect(said.replaceAll('Datafolder', '')).toContain(dataDir);
});

test('a stage shows the time left, by its progress or at first by the usual time', () => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const { startConsole, pass, lines } = setUp();
  const stage = startConsole.stage('Demo catalogue', 20_000);
  const shown = () => lines().at(-1);
  pass(5_000);
  vi.advanceTimersByTime(200);
  expect(shown()).toMatch(/^ {2}Demo catalogue {2}█{6}░{18} {2}25 % {2}0:15 left$/);
  stage.progress(0.5);
  vi.advanceTimersByTime(200);
  expect(shown()).toMatch(/^ {2}Demo catalogue {2}█{12}░{12} {2}50 % {2}0:05 left$/);
  stage.end('3,200 products');
  vi.advanceTimersByTime(1_000);
  expect(lines()).toEqual(['✓ Demo catalogue  0:05  3,200 products', '']);
});

test('a stage fits a narrow terminal, and draws nothing if lines cannot be overwritten', () => {
  const narrow = setUp({ columns: 40 });
  narrow.startConsole.stage('Training a first model', 20_000).progress(0.5);
  expect(narrow.lines().at(-1)).toBe('  Training a first model  0:20 left');
  narrow.startConsole.end();
  for (const limits of [{ isTTY: false }, { env: { TERM: 'dumb' } }]) {
    const { startConsole, said } = setUp(limits);
    startConsole.stage('Database', 1_000).end();
    expect(stripVTControlCharacters(said())).toBe('✓ Database  0:00\n');
  }
});

test('shows a warning above the running stage', () => {
  const folder = mkdtempSync(join(tmpdir(), 'kindred-console-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const { startConsole, lines } = setUp();
  const logger = createLogger({ level: 'info', destination: startConsole.openLog(folder) });
  startConsole.stage('Database', 4_000);
  logger.info({ query: 'select 1', ms: 900 }, 'slow query');
  const query = Object.assign(new Error('Failed query: select *\nfrom mails'), {
    cause: new Error('it is away.'),
  });
  for (let times = 0; times < 3; times++) logger.warn({ err: query }, 'mails wait');
  startConsole.end();
  expect(lines()).toEqual(['! Mails wait: it is away.', '']);
});

test('only the owner can read the log file', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'kindred-console-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const { startConsole } = setUp();
  const logger = createLogger({ level: 'info', destination: startConsole.openLog(folder) });
  logger.info({ query: 'select 1' }, 'slow query');
  const path = join(folder, 'kindred.log');
  await expect.poll(() => readFileSync(path, 'utf8')).toContain('"query":"select 1"');
  expect(statSync(path).mode & 0o777).toBe(0o600);
});

test('obeys NO_COLOR', () => {
  vi.stubEnv('NO_COLOR', '1');
  vi.stubEnv('FORCE_COLOR', undefined);
  onTestFinished(() => void vi.unstubAllEnvs());
  const { startConsole, said } = setUp();
  startConsole.stage('Database', 1_000).end();
  startConsole.opened(opened);
  expect(said().replaceAll('\r\x1b[2K', '')).not.toContain('\x1b');
});

test.each([
  [undefined, true, true],
  [undefined, false, false],
  ['json', true, false],
  ['pretty', false, true],
] as const)('with LOG_FORMAT %s, on a terminal: %s, writes for people: %s', (format, isTTY, expected) => {
  expect(isForPeople(format, { isTTY })).toBe(expected);
});

test('shows the later of two stages, and then the other one when it has ended', () => {
  const { startConsole, pass, lines } = setUp();
  const build = startConsole.stage('Build', 10_000);
  pass(1_000);
  const database = startConsole.stage('Database', 4_000);
  expect(lines().at(-1)).toMatch(/^ {2}Database/);
  pass(1_000);
  database.end();
  expect(lines().at(-1)).toMatch(/^ {2}Build/);
  pass(1_000);
  build.end();
  expect(lines()).toEqual(['✓ Database  0:01', '✓ Build  0:03', '']);
});
