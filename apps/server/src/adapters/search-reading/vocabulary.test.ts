import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createVocabulary } from './vocabulary.ts';

/** The textbook table of edit distances: insert, delete, replace, swap neighbours. */
function distance(a: string, b: string): number {
  const rows = Array.from({ length: a.length + 1 }, (_, i) =>
    Array.from({ length: b.length + 1 }, (_, j) => (i === 0 ? j : i)),
  );
  for (let i = 1; i <= a.length; i++)
    for (let j = 1; j <= b.length; j++) {
      rows[i]![j] = Math.min(
        rows[i - 1]![j]! + 1,
        rows[i]![j - 1]! + 1,
        rows[i - 1]![j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1),
      );
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        rows[i]![j] = Math.min(rows[i]![j]!, rows[i - 2]![j - 2]! + 1);
    }
  return rows[a.length]![b.length]!;
}

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'é'), minLength: 1, maxLength: 7 });
const words = fc.uniqueArray(word, { maxLength: 40 });
const most = fc.constantFrom(1, 2);
const vocabularyOf = (all: readonly string[]) =>
  createVocabulary(all.map((one, at) => ({ word: one, documents: (at % 5) + 1 })));

test('finds exactly the words within a distance, the nearest and most frequent first', () => {
  fc.assert(
    fc.property(words, word, most, (all, typed, within) => {
      const wanted = all
        .map((one, at) => ({ word: one, documents: (at % 5) + 1, distance: distance(typed, one) }))
        .filter((one) => one.word !== typed && one.distance <= within)
        .sort((a, b) => a.distance - b.distance || b.documents - a.documents || (a.word < b.word ? -1 : 1));
      expect(vocabularyOf(all).corrections(typed, within, 100)).toEqual(wanted);
    }),
    { numRuns: 1_000 },
  );
});

test('finds exactly the words that begin within a distance', () => {
  fc.assert(
    fc.property(words, word, most, (all, typed, within) => {
      const nearest = (one: string) =>
        Math.min(...Array.from({ length: one.length + 1 }, (_, end) => distance(typed, one.slice(0, end))));
      const wanted = all.filter((one) => nearest(one) <= within).sort();
      const found = vocabularyOf(all).correctedCompletions(typed, within, 100);
      expect(found.map((one) => one.word).sort()).toEqual(wanted);
      for (const one of found) expect(one.distance).toBe(nearest(one.word));
    }),
    { numRuns: 1_000 },
  );
});

test('completes a beginning, the most frequent first', () => {
  fc.assert(
    fc.property(words, word, fc.integer({ min: 1, max: 5 }), (all, prefix, limit) => {
      const found = vocabularyOf(all).complete(prefix, limit);
      const wanted = all
        .map((one, at) => ({ word: one, documents: (at % 5) + 1 }))
        .filter((one) => one.word.startsWith(prefix))
        .sort((a, b) => b.documents - a.documents || (a.word < b.word ? -1 : 1));
      expect(found).toEqual(wanted.slice(0, limit));
    }),
  );
});

test('counts the products that have a word', () => {
  const vocabulary = vocabularyOf(['b', 'a', 'c']);
  expect(['a', 'b', 'c', 'd', ''].map((one) => vocabulary.documentsOf(one))).toEqual([2, 1, 3, 0, 0]);
});
