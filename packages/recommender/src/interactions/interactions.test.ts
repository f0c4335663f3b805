import { expect, test } from 'vitest';
import { createHistories } from './histories.ts';
import { hashInteractions, InteractionsBuilder } from './interactions.ts';
import { sortByTime, splitByTime } from './split.ts';

type Row = Parameters<InteractionsBuilder['add']>;

function build(rows: Row[]) {
  const builder = new InteractionsBuilder();
  for (const row of rows) builder.add(...row);
  return builder.build();
}

test('gives each user and item an index in the order of their first interaction', () => {
  const built = build([
    ['b', 70, 1],
    ['a', 50, 2],
    ['b', 50, 3],
  ]);
  expect(built.userIds).toEqual(['b', 'a']);
  expect([...built.itemIds]).toEqual([70, 50]);
  expect([...built.users]).toEqual([0, 1, 0]);
  expect([...built.items]).toEqual([0, 1, 1]);
});

test('keeps the newest time of a pair that comes twice', () => {
  const built = build([
    ['a', 1, 30],
    ['a', 1, 40],
    ['a', 1, 20],
  ]);
  expect([...built.timestamps]).toEqual([40]);
});

test('keeps the largest weight of a pair, relative to the mean, and weights only if they differ', () => {
  const rows: Row[] = [
    ['a', 1, 30, { weight: 0.5 }],
    ['a', 1, 10, { weight: 3 }],
    ['b', 1, 20],
  ];
  const built = build(rows);
  expect([...built.weights!]).toEqual([1.5, 0.5]);
  expect([...sortByTime(built).weights!]).toEqual([0.5, 1.5]);
  const alike = build(rows.map(([user, item, at]) => [user, item, at]));
  expect(alike).not.toHaveProperty('weights');
  expect(hashInteractions(built)).not.toBe(hashInteractions(alike));
  expect(hashInteractions(built)).not.toBe(hashInteractions(build([...rows, ['b', 1, 20, { weight: 2 }]])));
});

test('grows past its first capacity', () => {
  const built = build(Array.from({ length: 3_000 }, (_, index) => [`u${index % 700}`, index, index]));
  expect(built.users.length).toBe(3_000);
  expect(built.items[2_999]).toBe(2_999);
  expect(built.userIds.length).toBe(700);
});

test('hashes to the same text for the same interactions only', () => {
  const rows: [string, number, number][] = [
    ['a', 1, 30],
    ['b', 1, 20],
  ];
  expect(hashInteractions(build(rows))).toBe(hashInteractions(build(rows)));
  expect(hashInteractions(build(rows))).not.toBe(hashInteractions(build([rows[0], ['b', 1, 21]])));
});

test('tests on the newest, without users and items that train does not know', () => {
  const built = build([
    ['a', 1, 50],
    ['a', 2, 10],
    ['b', 1, 20],
    ['b', 3, 60],
    ['a', 3, 30],
    ['c', 1, 70],
    ['b', 9, 80],
    ['b', 2, 25],
  ]);
  const { train, test: held } = splitByTime(built, 0.5);
  const named = (edges: typeof train) =>
    [...edges.users].map((user, edge) => [built.userIds[user], built.itemIds[edges.items[edge]]]);
  expect(named(train)).toEqual([
    ['a', 2],
    ['b', 1],
    ['b', 2],
    ['a', 3],
  ]);
  expect(named(held)).toEqual([
    ['a', 1],
    ['b', 3],
  ]);
});

test('tests on the newest that can be recommended, and learns from nothing that came later', () => {
  const built = build([
    ['a', 1, 10],
    ['b', 2, 20],
    ['a', 2, 30],
    ['b', 1, 40],
    ['a', 90, 35],
    ['a', 91, 50],
    ['b', 91, 60],
  ]);
  const { train, test: held } = splitByTime(built, 0.25, (item) => built.itemIds[item] < 90);
  const named = (edges: typeof train) =>
    [...edges.users].map((user, edge) => [built.userIds[user], built.itemIds[edges.items[edge]]]);
  expect(named(train)).toEqual([
    ['a', 1],
    ['b', 2],
    ['a', 2],
    ['a', 90],
  ]);
  expect(named(held)).toEqual([['b', 1]]);
});

test('tests on clear interactions alone, and learns from older weak ones', () => {
  const weak = { isClear: false };
  const built = build([
    ['a', 1, 10],
    ['b', 2, 20],
    ['a', 2, 30, weak],
    ['b', 1, 40],
    ['b', 3, 50, weak],
  ]);
  const { train, test: held } = splitByTime(built, 0.4);
  const named = (edges: typeof train) =>
    [...edges.users].map((user, edge) => [built.userIds[user], built.itemIds[edges.items[edge]]]);
  expect(named(train)).toEqual([
    ['a', 1],
    ['b', 2],
    ['a', 2],
  ]);
  expect(named(held)).toEqual([['b', 1]]);
  const { clear: _, ...alike } = built;
  expect(hashInteractions(built)).not.toBe(hashInteractions(alike));
});

test('a history begins with what came last', () => {
  const built = build([
    ['a', 7, 30],
    ['b', 7, 10],
    ['a', 9, 40],
    ['a', 8, 20],
  ]);
  const historyOf = createHistories(sortByTime(built), built.userIds.length + 1);
  const named = (user: number) => Array.from(historyOf(user), (item) => built.itemIds[item]);
  expect([0, 1, 2].map(named)).toEqual([[9, 7, 8], [7], []]);
});
