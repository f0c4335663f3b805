import type { Suggestion } from '@kindred/contracts';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createSuggestionSource, type Suggestions } from './suggestion-source.ts';

const query = (text: string): Suggestion => ({ kind: 'query', text, matches: [] });

interface Asked {
  readonly text: string;
  readonly signal: AbortSignal;
  readonly answer: (items: Suggestion[]) => void;
  readonly fail: () => void;
}

let asked: Asked[];
let shown: Suggestions[];
let source: ReturnType<typeof createSuggestionSource>;

beforeEach(() => {
  vi.useFakeTimers();
  asked = [];
  shown = [];
  source = createSuggestionSource({
    ask: (text, signal) =>
      new Promise((answer, fail) => {
        asked.push({ text, signal, answer, fail: () => fail(new Error('no answer')) });
      }),
    show: (suggestions) => shown.push(suggestions),
  });
});
afterEach(() => vi.useRealTimers());

const pause = () => vi.advanceTimersByTimeAsync(200);

test('asks once for a text that is typed without a pause', async () => {
  for (const text of ['t', 'te', 'tea']) source.type(text);
  await pause();
  expect(asked.map(({ text }) => text)).toEqual(['tea']);
  asked[0].answer([query('tea')]);
  await pause();
  expect(shown).toEqual([{ text: 'tea', items: [query('tea')] }]);
});

test('aborts the previous request and never shows its answer', async () => {
  source.type('te');
  await pause();
  source.type('tea');
  await pause();
  expect(asked.map(({ text, signal }) => [text, signal.aborted])).toEqual([
    ['te', true],
    ['tea', false],
  ]);
  asked[1].answer([query('tea')]);
  await pause();
  asked[0].answer([query('tent')]);
  await pause();
  expect(shown.map(({ text }) => text)).toEqual(['tea']);
});

test('remembers earlier answers, and clears the list as soon as the field is empty', async () => {
  source.type('tea');
  await pause();
  asked[0].answer([query('tea')]);
  await pause();
  source.type('  ');
  expect(shown.at(-1)).toEqual({ text: '', items: [] });
  source.type('tea');
  expect(shown.at(-1)).toEqual({ text: 'tea', items: [query('tea')] });
  expect(asked).toHaveLength(1);
});

test('ignores blanks around a text', async () => {
  source.type('tea');
  source.type('tea ');
  await pause();
  expect(asked).toHaveLength(1);
});

test('shows no suggestions after a failure, and asks again the next time', async () => {
  source.type('tea');
  await pause();
  asked[0].fail();
  await pause();
  expect(shown).toEqual([{ text: 'tea', items: [] }]);
  source.type('te');
  source.type('tea');
  await pause();
  expect(asked.map(({ text }) => text)).toEqual(['tea', 'tea']);
});

test('does not show an answer that arrives after it stopped', async () => {
  source.type('tea');
  await pause();
  source.stop();
  asked[0].answer([query('tea')]);
  await pause();
  expect(shown).toEqual([]);
});
