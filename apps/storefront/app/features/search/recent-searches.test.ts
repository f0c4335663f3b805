import { expect, test } from 'vitest';
import { recentSearches, rememberSearch, removeSearch } from './recent-searches.ts';

const guest = { isMember: false, isOptedOut: false };
const member = { isMember: true, isOptedOut: false };

function memory(content?: string) {
  const kept = new Map<string, string>(content === undefined ? [] : [['kindred.searches', content]]);
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
}

test('remembers the last eight searches, each once, the latest first', () => {
  const store = memory();
  for (const text of ['mug', ' Tea   bowl ', 'MUG', '  ']) rememberSearch(text, guest, store);
  expect(recentSearches(guest, store)).toEqual(['MUG', 'Tea bowl']);
  for (let n = 1; n <= 9; n++) rememberSearch(`lamp ${n}`, guest, store);
  expect(recentSearches(guest, store)).toHaveLength(8);
  removeSearch('lamp 9', guest, store);
  expect(recentSearches(guest, store)[0]).toBe('lamp 8');
});

test('the searches of a member end with the log-out, and those of a guest go on after a log-in', () => {
  const store = memory();
  rememberSearch('mug', guest, store);
  expect(recentSearches(member, store)).toEqual(['mug']);
  rememberSearch('gift for Ann', member, store);
  expect(recentSearches(guest, store)).toEqual([]);
  expect(recentSearches(member, store)).toEqual([]);
});

test('a shopper who opted out has no remembered searches', () => {
  const store = memory();
  rememberSearch('mug', guest, store);
  expect(recentSearches({ ...guest, isOptedOut: true }, store)).toEqual([]);
  rememberSearch('tea', { ...guest, isOptedOut: true }, store);
  expect(recentSearches(guest, store)).toEqual([]);
});

test('a store that is broken, foreign or refused has no searches', () => {
  for (const content of ['{', 'null', '[]', '{"texts":3}', '{"texts":[1]}'])
    expect(recentSearches(guest, memory(content)), content).toEqual([]);
  const refused = {
    ...memory(),
    setItem: () => {
      throw new DOMException('full', 'QuotaExceededError');
    },
  };
  expect(() => rememberSearch('mug', guest, refused)).not.toThrow();
});
