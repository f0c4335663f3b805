import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { trellises } from './contract-catalogue.ts';
import { putProducts } from './contract-shop.ts';
import { openContract, type SearchContract, type SearchIndexFixture } from './open-contract.ts';

export function describeLearning(open: () => Promise<SearchIndexFixture>): void {
  describe('learning from use', () => {
    let contract: SearchContract;
    beforeAll(async () => {
      contract = await openContract(open);
    }, 120_000);
    afterAll(() => contract?.close());

    async function choose(key: string, productId: number, { clickers = 0, buyers = 0 }): Promise<void> {
      await contract.db.query(
        'insert into search_boosts (key, product_id, clickers, buyers) values ($1, $2, $3, $4)',
        [key, productId, clickers, buyers],
      );
      await contract.index.refresh();
    }

    test('what people chose after a text comes first, but not before a whole title', async () => {
      const before = (await contract.find('trellis')).productIds;
      const last = before.at(-1)!;
      await choose('trellis', last, { clickers: 20, buyers: 10 });
      for (const text of ['trellis', ' TRELLIS!', '"Trellis"']) {
        const page = await contract.find(text);
        expect(page.productIds.slice(0, 2), text).toEqual([contract.idOf.trellis, last]);
        expect(page.total).toBe(trellises.length + 1);
        expect(page.wholeTotal).toBeNull();
      }
      const typo = await contract.find('trelis');
      expect(typo.correction).toBe('trellis');
      expect(typo.productIds.indexOf(last)).toBeLessThan(2);
    });

    test('other texts learn nothing of it, and a list by another order neither', async () => {
      const [first] = (await contract.find('trellis deluxe')).productIds;
      const deluxe = await contract.find('deluxe trellis', { sort: 'newest' });
      await choose('deluxe trellis', deluxe.productIds.at(-1)!, { clickers: 20, buyers: 10 });
      expect((await contract.find('trellis deluxe')).productIds[0]).toBe(first);
      expect((await contract.find('deluxe trellis', { sort: 'newest' })).productIds).toEqual(
        deluxe.productIds,
      );
    });

    test('what does not match is not found, whoever chose it', async () => {
      await choose('hammock', contract.idOf.sofa, { clickers: 500, buyers: 500 });
      await choose('hammock', contract.idOf.secret, { clickers: 500, buyers: 500 });
      expect((await contract.find('hammock')).productIds).toEqual([contract.idOf.hammock]);
    });

    test('one page follows the other', async () => {
      const pages = await contract.walk({ text: 'trellis', sort: 'relevance' });
      expect(new Set(pages.flat()).size).toBe(trellises.length + 1);
      expect(pages.flat()).toEqual((await contract.find('trellis')).productIds);
    });

    test('of equal products that of the better known category comes first', async () => {
      const [known] = await putProducts(contract.db, [
        { title: 'Pewter Astrolabe', category: 'music/strings' },
        { title: 'Violin', category: 'music/strings', ratings: 900_000, mean: 4 },
        { title: 'Pewter Astrolabe', category: 'books/atlases' },
        { title: 'Pewter Astrolabe', category: 'music' },
      ]);
      await contract.index.refresh();
      expect((await contract.find('pewter astrolabe')).productIds[0]).toBe(known);
    });
  });
}
