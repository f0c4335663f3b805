import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Suggestion } from '../../ports/search-index.ts';
import { openContract, type SearchContract, type SearchIndexFixture } from './open-contract.ts';

const order: readonly Suggestion['kind'][] = ['query', 'category', 'brand', 'product'];

export function describeSuggestions(open: () => Promise<SearchIndexFixture>): void {
  describe('suggestions', () => {
    let contract: SearchContract;

    beforeAll(async () => {
      contract = await openContract(open);
    }, 120_000);
    afterAll(() => contract?.close());

    const suggest = (text: string, limit = 10) => contract.index.suggest({ text, limit });
    const queries = (all: readonly Suggestion[]) =>
      all.filter(({ kind }) => kind === 'query').map(({ text }) => text);

    test('completes the last word and keeps the words before it', async () => {
      expect(queries(await suggest('hamm'))[0]).toBe('hammock');
      expect(queries(await suggest('woven ham'))).toContain('woven hammock');
      expect(queries(await suggest('Café Tumb'))[0]).toMatch(/^caf[eé] tumbler$/i);
    });

    test('knows categories, brands and products', async () => {
      expect(await suggest('oranger')).toContainEqual({
        kind: 'category',
        text: 'Orangery',
        slug: 'garden/orangery',
        parentName: 'Garden',
      });
      expect(await suggest('oakh')).toContainEqual({ kind: 'brand', text: 'Oakhaven' });
      expect(await suggest('marath')).toContainEqual({
        kind: 'product',
        text: 'Marathon Running Shoe',
        productId: contract.idOf.runningShoe,
      });
    });

    test('words come first, then categories, brands and products', async () => {
      for (const text of ['tre', 'ma', 'o', 'bo', 'gar']) {
        const kinds = (await suggest(text, 20)).map(({ kind }) => order.indexOf(kind));
        expect(kinds, text).toEqual(kinds.toSorted());
        expect(new Set(kinds).size, text).toBeGreaterThan(1);
      }
    });

    test('the best known products come first', async () => {
      const products = (await suggest('trell', 20)).filter(({ kind }) => kind === 'product');
      expect(products[0]?.text).toBe('Trellis Trellis Deluxe 40');
    });

    test('gives each text once, and no more than asked for', async () => {
      for (const text of ['twin c', 'm', 'ma', 'tre']) {
        const all = await suggest(text, 12);
        expect(new Set(all.map((one) => one.text.toLowerCase())).size, text).toBe(all.length);
        expect((await suggest(text, 2)).length, text).toBeLessThanOrEqual(2);
      }
    });

    test('a word with one letter wrong still leads somewhere', async () => {
      for (const text of ['hamock', 'hmamo', 'wovne ham', 'perisocpe']) {
        const texts = (await suggest(text)).map((one) => one.text.toLowerCase());
        expect(
          texts.some((one) => /hammock|periscope/.test(one)),
          text,
        ).toBe(true);
      }
    });

    test('says nothing to a blank text and to signs, and nothing of what is not listed', async () => {
      expect(await suggest('')).toEqual([]);
      expect(await suggest('   ')).toEqual([]);
      expect(await suggest('%_\\')).toEqual([]);
      expect((await suggest('secret')).map(({ text }) => text)).not.toContain('Secret Hammock');
    });
  });
}
