import { setTimeout as wait } from 'node:timers/promises';
import { pino } from 'pino';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { InvalidSearchCursorError } from '../ports/search-cursor.ts';
import {
  type SearchEngine,
  type SearchIndex,
  type SearchPage,
  UnknownCategoryError,
} from '../ports/search-index.ts';
import { createFallbackSearchIndex } from './fallback-search-index.ts';

interface SwitchableIndex extends SearchIndex {
  /** The error with which every call fails, or undefined. */
  fault: Error | undefined;
  asked: number;
}

/** An index whose pages name the engine that made them. */
function switchable(engine: SearchEngine): SwitchableIndex {
  const index: SwitchableIndex = {
    engine,
    fault: undefined,
    asked: 0,
    async search() {
      index.asked++;
      if (index.fault) throw index.fault;
      return { nextCursor: engine } as SearchPage;
    },
    async suggest() {
      index.asked++;
      if (index.fault) throw index.fault;
      return [{ kind: 'query', text: engine }];
    },
    async refresh() {
      if (index.fault) throw index.fault;
    },
    async check() {
      if (index.fault) throw index.fault;
      return engine;
    },
    degradation: () => undefined,
    close: async () => undefined,
  };
  return index;
}

let first: SwitchableIndex;
let second: SwitchableIndex;
let index: SearchIndex;
let fallbacks: number;

const request = { filters: {}, sort: 'popularity', limit: 1 } as const;
const answeredBy = async () => (await index.search(request)).nextCursor;

beforeEach(async () => {
  first = switchable('opensearch');
  second = switchable('postgres');
  fallbacks = 0;
  open();
  await wait(0);
  // The first answer ends the absence.
  await answeredBy();
  first.asked = 0;
});
afterEach(async () => {
  vi.useRealTimers();
  await index.close();
});

function open(): void {
  index = createFallbackSearchIndex({
    first,
    second,
    logger: pino({ level: 'silent' }),
    onFallback: () => fallbacks++,
  });
}

test('asks the first index while it works', async () => {
  expect(await answeredBy()).toBe('opensearch');
  expect(await index.suggest({ text: 'a', limit: 1 })).toEqual([{ kind: 'query', text: 'opensearch' }]);
  expect(await index.check()).toBe('opensearch');
  expect(index).toMatchObject({ engine: 'opensearch' });
  expect(index.degradation()).toBeUndefined();
  expect(fallbacks).toBe(0);
});

test('answers from the second index if the first fails, and stops asking the first after three failures', async () => {
  first.fault = new Error('connection refused');
  for (let asked = 0; asked < 5; asked++) expect(await answeredBy()).toBe('postgres');
  expect(first.asked).toBe(3);
  expect(fallbacks).toBe(5);
  expect(index.engine).toBe('postgres');
  expect(index.degradation()).toMatch(
    /^OpenSearch has not been usable since \d{4}-.*: PostgreSQL answers\.$/,
  );
  expect(await index.check()).toBe('postgres');
});

test('counts only consecutive failures', async () => {
  for (let round = 0; round < 5; round++) {
    first.fault = new Error('hiccup');
    expect(await answeredBy()).toBe('postgres');
    first.fault = undefined;
    expect(await answeredBy()).toBe('opensearch');
  }
  expect(index.degradation()).toBeUndefined();
});

test('returns to the first index when it has caught up, and tolerates fewer failures at first', async () => {
  vi.useFakeTimers();
  first.fault = new Error('connection refused');
  for (let asked = 0; asked < 3; asked++) await answeredBy();
  let caughtUp = () => {};
  first.refresh = () => new Promise((resolve) => (caughtUp = resolve));
  first.fault = undefined;
  await vi.advanceTimersByTimeAsync(500);
  expect(await answeredBy()).toBe('postgres');
  caughtUp();
  await vi.advanceTimersByTimeAsync(0);
  expect(await answeredBy()).toBe('opensearch');

  first.fault = new Error('again');
  for (let asked = 0; asked < 3; asked++) await answeredBy();
  first.fault = undefined;
  await vi.advanceTimersByTimeAsync(500);
  caughtUp();
  await vi.advanceTimersByTimeAsync(0);
  first.fault = new Error('again');
  await answeredBy();
  expect(index.engine).toBe('postgres');
  caughtUp();
});

test('retries the first index at growing intervals', async () => {
  vi.useFakeTimers();
  let trials = 0;
  first.fault = new Error('connection refused');
  first.refresh = async () => {
    trials++;
    throw new Error('still refused');
  };
  for (let asked = 0; asked < 3; asked++) await answeredBy();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(trials).toBeGreaterThanOrEqual(8);
  expect(trials).toBeLessThanOrEqual(12);
});

test('after a start, answers from the second index until the first has caught up', async () => {
  await index.close();
  first.fault = new Error('no index yet');
  open();
  expect(index.degradation()).toBe('OpenSearch is being brought up to date: PostgreSQL answers.');
  await wait(0);
  expect(await answeredBy()).toBe('postgres');
  expect(first.asked).toBe(0);
});

test('an error of the caller does not count as a failure', async () => {
  for (const error of [new UnknownCategoryError('none'), new InvalidSearchCursorError('none')]) {
    first.fault = error;
    for (let asked = 0; asked < 4; asked++) await expect(index.search(request)).rejects.toBe(error);
  }
  expect(fallbacks).toBe(0);
  expect(index.engine).toBe('opensearch');
});

test('a refresh refreshes both, and succeeds without the first', async () => {
  const refreshed: string[] = [];
  first.refresh = async () => void refreshed.push('first');
  second.refresh = async () => void refreshed.push('second');
  await index.refresh();
  expect(refreshed.toSorted()).toEqual(['first', 'second']);
  first.refresh = async () => {
    throw new Error('connection refused');
  };
  await expect(index.refresh()).resolves.toBeUndefined();
});
