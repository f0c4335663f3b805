import type { ShopEvent } from '@kindred/contracts';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createEventQueue } from './event-queue.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const card = (position: number): ShopEvent => ({ kind: 'impression', request_id: 'R', position });

function queueTo(answers: boolean[]) {
  const sent: (readonly ShopEvent[])[] = [];
  let ids = 0;
  const queue = createEventQueue({
    newId: () => `E${++ids}`,
    send: async (events) => {
      sent.push(events);
      return answers.shift() ?? true;
    },
  });
  return { queue, sent };
}

test('sends the events of two seconds together, and at once when the page ends', () => {
  const { queue, sent } = queueTo([]);
  queue.add(card(1));
  queue.add(card(2), { kind: 'view', product_id: 7, event_id: 'mine' });
  vi.advanceTimersByTime(1_999);
  expect(sent).toEqual([]);
  vi.advanceTimersByTime(1);
  expect(sent.map((events) => events.map(({ event_id }) => event_id))).toEqual([['E1', 'E2', 'mine']]);
  queue.add(card(3));
  queue.flush();
  queue.flush();
  expect(sent).toHaveLength(2);
  vi.runAllTimers();
  expect(sent).toHaveLength(2);
});

test('never sends more than a hundred in one request', () => {
  const { queue, sent } = queueTo([]);
  queue.add(...Array.from({ length: 230 }, (_, index) => card(index + 1)));
  expect(sent.map((events) => events.length)).toEqual([100, 100, 30]);
});

test('sends a batch that did not arrive again, with the same ids', async () => {
  const { queue, sent } = queueTo([false]);
  queue.add(card(1));
  await vi.advanceTimersByTimeAsync(2_000);
  queue.add(card(2));
  await vi.advanceTimersByTimeAsync(2_000);
  expect(sent.map((events) => events.map(({ event_id }) => event_id))).toEqual([['E1'], ['E1', 'E2']]);
});
