import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createPageWindow } from './page-window.ts';

test('keeps the first of any offers, in order', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 20 }),
      fc.array(fc.integer({ min: -3, max: 3 }), { maxLength: 60 }),
      (capacity, orders) => {
        const window = createPageWindow(capacity);
        const ties = orders.map((_, at) => (at * 7) % orders.length || at);
        for (const [place, order] of orders.entries()) window.offer(order, ties[place]!, place);
        const wanted = [...orders.keys()].sort((a, b) => orders[a]! - orders[b]! || ties[a]! - ties[b]!);
        expect(window.places().map((place) => [orders[place], ties[place]])).toEqual(
          wanted.slice(0, capacity).map((place) => [orders[place], ties[place]]),
        );
      },
    ),
  );
});
