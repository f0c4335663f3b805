import type { Ranker } from '@kindred/gnn';
import { expect, test } from 'vitest';
import { gateAgainst } from './gate.ts';

const users = Int32Array.from({ length: 400 }, (_, user) => user);
/** Every user's test item is item 0. */
const heldOut = { users, items: new Int32Array(users.length) };

/** Finds the item for the users for whom `finds` returns true. */
function ranker(finds: (user: number) => boolean): Ranker {
  return { rank: (asked) => Int32Array.from(asked, (user) => (finds(user) ? 0 : 1)) };
}

test.each([
  [
    'better',
    0.3,
    0.2,
    true,
    /^Recall@1 is 0\.1000 above popularity's, give or take 0\.0701; tested on 400 people$/,
  ],
  [
    'equal',
    0.2,
    0.2,
    true,
    /^Recall@1 is 0\.0000 above popularity's, give or take 0\.\d+; tested on 400 people$/,
  ],
  [
    'worse by less than chance explains',
    0.195,
    0.2,
    true,
    /0\.0050 below .* no more than chance explains; tested/,
  ],
  [
    'clearly worse',
    0.1,
    0.2,
    false,
    /^Recall@1 is 0\.1000 below popularity's, give or take 0\.\d+; tested on 400/,
  ],
])('a model that is %s', async (_, model, floor, passed, reason) => {
  const gate = await gateAgainst({
    model: ranker((user) => user % 200 < model * 200),
    floor: ranker((user) => user % 200 >= 200 - floor * 200),
    test: heldOut,
    k: 1,
  });
  expect(gate).toEqual({ passed, reason: expect.stringMatching(reason) });
});
