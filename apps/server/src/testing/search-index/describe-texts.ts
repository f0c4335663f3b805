import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SearchPage } from '../../ports/search-index.ts';
import { planted } from './contract-catalogue.ts';
import { openContract, type SearchContract, type SearchIndexFixture } from './open-contract.ts';

export function describeTexts(open: () => Promise<SearchIndexFixture>): void {
  describe('texts', () => {
    let contract: SearchContract;
    let idOf: SearchContract['idOf'];

    beforeAll(async () => {
      contract = await openContract(open);
      ({ idOf } = contract);
    }, 120_000);
    afterAll(() => contract?.close());

    const shown = (page: SearchPage, name: keyof typeof planted): string[] =>
      page
        .highlight(idOf[name], planted[name].title)
        .map(({ start, end }) => planted[name].title.slice(start, end));

    test.for([
      ['hammock', 'hammock'],
      ['HAMMOCKS', 'hammock'],
      ['lamp', 'lamps'],
      ['running shoes', 'runningShoe'],
      ['cafe', 'cafe'],
      ['CRÈME', 'cafe'],
      ['café', 'plainCafe'],
      ['oakhaven', 'armchair'],
      ['turquoise armchairs', 'armchair'],
      ['oakhaven turquoise', 'armchair'],
      ['orangery', 'lemonTree'],
      ['weatherproof gnome', 'gnome'],
      ['terracotta', 'gnome'],
      ['white kilt', 'slashed'],
      ['kilt 10.5', 'slashed'],
      ['kilt 5 y', 'slashed'],
      ['hollow', 'gnome'],
    ] as const)('%s finds %s', async ([text, name]) => {
      const page = await contract.find(text);
      expect(page.productIds).toContain(idOf[name]);
      expect(page).toMatchObject({ reading: 'as-typed', correction: null });
    });

    test('does not find what is not listed', async () => {
      expect((await contract.find('hammock')).productIds).toEqual([idOf.hammock]);
    });

    test('finds products that have every word, not those that have some', async () => {
      const page = await contract.find('cast iron griddle');
      expect(page.productIds).toEqual([idOf.castIron]);
    });

    test('synonyms find each other, of one word and of two', async () => {
      for (const [text, names] of [
        ['sofa', ['sofa', 'couch']],
        ['couches', ['sofa', 'couch']],
        ['settee', ['sofa', 'couch']],
        ['sneakers', ['sneaker', 'runningShoe']],
        ['running shoe', ['sneaker', 'runningShoe']],
      ] as const) {
        const page = await contract.find(text);
        expect(page.productIds.toSorted(), text).toEqual(names.map((name) => idOf[name]).toSorted());
        expect(page.reading).toBe('as-typed');
      }
      expect(shown(await contract.find('settee'), 'couch')).toEqual(['Couch']);
    });

    test('what a few products have is followed by what has less of the text', async () => {
      const page = await contract.find('canvas running shoes');
      expect(page).toMatchObject({ reading: 'as-typed', total: 2, wholeTotal: 1 });
      expect(page.productIds).toEqual([idOf.sneaker, idOf.runningShoe]);
      const filtered = await contract.find('canvas running shoes', { filters: { priceMin: 1 } });
      expect(filtered.wholeTotal ?? filtered.total).toBeLessThanOrEqual(1);
      expect((await contract.find('trellis')).wholeTotal).toBeNull();
      expect((await contract.find('periscope gnome')).wholeTotal).toBeNull();
    });

    test('what was typed comes before its synonym', async () => {
      expect((await contract.find('sofa')).productIds[0]).toBe(idOf.sofa);
      expect((await contract.find('couch')).productIds[0]).toBe(idOf.couch);
    });

    test('words in quotation marks stand next to each other', async () => {
      expect((await contract.find('cast iron')).total).toBe(2);
      expect((await contract.find('"cast iron"')).productIds).toEqual([idOf.castIron]);
      expect((await contract.find('griddle "cast iron"')).productIds).toEqual([idOf.castIron]);
    });

    test.for([
      ['hamock', 'hammock', 'hammock'],
      ['hammmock', 'hammock', 'hammock'],
      ['hanmock', 'hammock', 'hammock'],
      ['hmamock', 'hammock', 'hammock'],
      ['ammock', 'hammock', 'hammock'],
      ['woven hamock', 'woven hammock', 'hammock'],
      ['oakhavn armchair', 'oakhaven armchair', 'armchair'],
      ['periscpe', 'periscope', 'periscope'],
      ['perizcoqe', 'periscope', 'periscope'],
      ['candelabar', 'candelabra', 'doubleA'],
    ] as const)('%s is taken for %s', async ([text, correction, name]) => {
      const page = await contract.find(text);
      expect(page).toMatchObject({ reading: 'corrected', correction });
      expect(page.productIds[0]).toBeOneOf(name === 'doubleA' ? [idOf.doubleA, idOf.doubleB] : [idOf[name]]);
    });

    test('a corrected text counts facets and pages as a right one does', async () => {
      const request = { facets: { attributes: ['brand'] }, limit: 5, filters: { ratingMin: 4 } };
      const right = await contract.find('trellis', request);
      const wrong = await contract.find('trelils', request);
      expect(wrong.facets).toEqual(right.facets);
      expect(wrong.total).toBe(right.total);
      const next = await contract.find('trelils', { ...request, cursor: wrong.nextCursor! });
      expect(next.reading).toBe('corrected');
      expect(next.productIds).toHaveLength(5);
      expect(next.productIds.filter((id) => wrong.productIds.includes(id))).toEqual([]);
    });

    test('without a product that has all of the words, those with most of them are found', async () => {
      for (const text of ['hammock xqzvwkj', 'woven hammock qqqqzz jjjjvv']) {
        const page = await contract.find(text);
        expect(page.reading, text).toBe('relaxed');
        expect(page.productIds, text).toEqual([idOf.hammock]);
      }
      const either = await contract.find('periscope gnome');
      expect(either.reading).toBe('relaxed');
      expect(either.productIds.toSorted()).toEqual([idOf.periscope, idOf.gnome].toSorted());
    });

    test('nothing is found by words that nothing resembles', async () => {
      expect(await contract.find('xqzvwkj', { facets: { attributes: ['brand'] } })).toMatchObject({
        productIds: [],
        total: 0,
        nextCursor: null,
        reading: 'as-typed',
        correction: null,
      });
    });

    test('a product whose whole title was typed is first, however popular the others are', async () => {
      for (const text of ['Trellis', 'trellis', ' TRELLIS! '])
        expect((await contract.find(text)).productIds[0], text).toBe(idOf.trellis);
      expect((await contract.find('trellis')).total).toBe(41);
      const twins = await contract.find('Twin Candelabra');
      expect(twins.productIds.slice(0, 2).toSorted()).toEqual([idOf.doubleA, idOf.doubleB].toSorted());
      expect((await contract.find('100 % Wool_Blend C++ Socks')).productIds[0]).toBe(idOf.signs);
      expect((await contract.find('cafe creme tumbler')).productIds[0]).toBe(idOf.cafe);
    });

    test('finds words that are written without spaces or in other scripts', async () => {
      expect((await contract.find('竹制')).productIds).toContain(idOf.chinese);
    });

    test('highlights point at the words of a title, and their forms', async () => {
      expect(shown(await contract.find('hammocks'), 'hammock')).toEqual(['Hammock']);
      expect(shown(await contract.find('woven hamock'), 'hammock')).toEqual(['Woven', 'Hammock']);
      expect(shown(await contract.find('creme'), 'cafe')).toEqual(['Crème']);
      expect(shown(await contract.find('lamp pair'), 'lamps')).toEqual(['Pair', 'Lamps']);
      expect(shown(await contract.find('terracotta'), 'gnome')).toEqual([]);
      expect(shown(await contract.find('sneaker'), 'runningShoe').join(' ')).toBe('Running Shoe');
    });

    test.for(oddTexts)('takes %j as a text', async (text) => {
      const page = await contract.find(text, { facets: { attributes: ['brand'] } });
      expect(page.total).toBeGreaterThanOrEqual(0);
      expect(page.productIds.length).toBe(Math.min(100, page.total));
      expect(await contract.index.suggest({ text, limit: 8 })).toBeInstanceOf(Array);
    });

    test.for(['!!! ???', '%%%', '&|!()<->:*', '💛'])('%j finds nothing', async (text) => {
      expect((await contract.find(text)).total).toBe(0);
    });

    test('signs of a query language are no commands', async () => {
      for (const text of [
        'hammock & !woven',
        'hammock:*',
        "'hammock'",
        'hammock <-> woven',
        '(hammock',
        'hammock\\',
      ])
        expect((await contract.find(text)).productIds[0], text).toBe(idOf.hammock);
      expect((await contract.find('-hammock')).productIds).toEqual([idOf.hammock]);
    });
  });
}

const oddTexts: readonly string[] = [
  '"',
  '"hammock',
  'hammock" "',
  '""',
  "'",
  "it's o'clock",
  'a',
  'the',
  'the and of',
  '%',
  '_',
  '\\',
  '\\\\"\\',
  "'; drop table products; --",
  'hammock & | ! ( ) <-> :* hammock',
  'foo:A bar:*B',
  '🛋️ sofa 🛋️',
  '竹',
  'مصباح يدوي',
  'Ünïcödé ŧëxt',
  'a\u0001b\u001fc\u007f',
  '\u200b\u202e\ufeff',
  '\ud800',
  'x'.repeat(200),
  'hammock '.repeat(25).trim(),
  '"a b" '.repeat(33),
  '1234567890'.repeat(20),
  'http://example.test/a?b=c&d=%20',
  'mail@example.test 10.5 -3e7',
];
