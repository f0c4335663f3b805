import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkFigures, compareQuotation, findQuotations } from './check-figures.ts';

const record = {
  held: true,
  seconds: 61.24,
  figures: { histories: 10_000, share: 0.26753, models: { best: 'lightgcn' } },
};
const quote = (text: string, path: string) => compareQuotation({ text, file: 'x.json', path }, record);

test('finds the figures that documents in any folder quote, but none in code', () => {
  const text =
    'In [10,000 histories](docs/proofs/a.json#figures.histories) and [0.2675](../proofs/b.json#figures.recall%4020), see [c](proofs/c.json), `[1](proofs/d.json#seed)`.';
  expect(findQuotations(text)).toEqual([
    { text: '10,000 histories', file: 'docs/proofs/a.json', path: 'figures.histories' },
    { text: '0.2675', file: '../proofs/b.json', path: 'figures.recall@20' },
  ]);
});

test('compares the first number of the text, rounded to the decimals shown', () => {
  expect(quote('10,000 histories of 30 steps', 'figures.histories')).toBeUndefined();
  expect(quote('0.2675', 'figures.share')).toBeUndefined();
  expect(quote('61 s', 'seconds')).toBeUndefined();
  expect(quote('lightgcn', 'figures.models.best')).toBeUndefined();
  expect(quote('0.2676', 'figures.share')).toBe('the record says 0.26753');
  expect(quote('10,001 histories', 'figures.histories')).toBe('the record says 10000');
  expect(quote('graph-filter', 'figures.models.best')).toBe('the record says "lightgcn"');
});

test('rejects a figure that the record does not have, and a proof that does not hold', () => {
  expect(quote('7', 'figures.orders.lost')).toBe('the record has no number or text at figures.orders.lost');
  expect(quote('many', 'figures.histories')).toBe('the text has no number');
  expect(compareQuotation({ text: '1', file: 'x.json', path: 'seed' }, { held: false, seed: 1 })).toBe(
    'the proof does not hold',
  );
});

test('the documents of this repository quote their proofs as recorded', () => {
  expect(checkFigures(join(import.meta.dirname, '..'))).toEqual([]);
});
