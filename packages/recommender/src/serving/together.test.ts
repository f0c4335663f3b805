import { expect, test, vi } from 'vitest';
import { together } from './together.ts';

test('calls of one turn are answered together, each with its own answer', async () => {
  const answerAll = vi.fn((asks: readonly number[]) => asks.map((ask) => ask * 2));
  const ask = together(answerAll);
  expect(await Promise.all([ask(1), ask(2), ask(3)])).toEqual([2, 4, 6]);
  expect(await ask(4)).toBe(8);
  expect(answerAll.mock.calls).toEqual([[[1, 2, 3]], [[4]]]);
});

test('a failure rejects every call of the turn, and the next call is answered', async () => {
  const ask = together((asks: readonly string[]) => {
    if (asks.includes('bad')) throw new Error('no');
    return asks;
  });
  const outcomes = await Promise.allSettled([ask('good'), ask('bad')]);
  expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(await ask('good')).toBe('good');
});
