import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { programArguments } from '../../testing/processes/program-arguments.ts';
import { putProducts, readShop } from '../../testing/search-index/contract-shop.ts';
import {
  type OpenSearchFixture,
  openOpenSearchFixture,
  readWholeIndex,
} from '../../testing/search-index/opensearch-fixture.ts';
import { testSearchUrl } from '../../testing/servers/opensearch-server.ts';
import { inspectIndex, rebuildIndex } from './administer-index.ts';
import { writeItems } from './bulk-write.ts';
import { openSearchConnection } from './connection.ts';
import { readItemsOf } from './item-document-repository.ts';

const products = 1_600;

describe.skipIf(testSearchUrl === undefined)('on the server that TEST_SEARCH_URL names', () => {
  let fixture: OpenSearchFixture;
  const { signal } = new AbortController();
  const access = () => ({ ...fixture, db: fixture.database, signal });
  const status = () => inspectIndex(access());
  const rebuild = (onProgress = () => {}) => rebuildIndex(access(), onProgress);

  beforeAll(async () => {
    fixture = await openOpenSearchFixture();
    await putProducts(
      fixture.db,
      Array.from({ length: products }, (_, number) => ({
        title: `Product ${number}`,
        priceMinor: number,
        ratings: number % 17,
        mean: 4,
      })),
    );
    await fixture.index.refresh();
  }, 120_000);
  afterAll(() => fixture?.close());

  /** Compares ids and prices in the index with the shop's. */
  async function expectWhole(): Promise<void> {
    await fixture.index.refresh();
    const shop = await readShop(fixture.db);
    expect(await readWholeIndex(fixture.index)).toEqual(
      shop.map((row) => row.product_id).toSorted((a, b) => a - b),
    );
    for (const bound of [0, 100, 1_000, 5_000, 1_000_000]) {
      const { total } = await fixture.index.search({
        filters: { priceMin: bound },
        sort: 'popularity',
        limit: 1,
      });
      expect(total).toBe(shop.filter((row) => row.price_minor !== null && row.price_minor >= bound).length);
    }
  }

  test('a shop without an index gets one automatically', async () => {
    await expectWhole();
    expect(await status()).toMatchObject({
      documents: products,
      products,
      listedProducts: products,
      productsBehind: 0,
      otherIndices: [],
    });
  });

  test('changes reach the index without a refresh', async () => {
    await fixture.db.query(`update products set title = 'Quicksilver' where product_id = 1`);
    await expect
      .poll(async () => (await fixture.index.search(textOf('quicksilver'))).productIds, { timeout: 15_000 })
      .toEqual([1]);
  });

  test('a rebuild loses no concurrent change', async () => {
    const before = (await status()).index;
    let isBuilding = true;
    const changes = (async () => {
      for (let round = 0; isBuilding; round++) {
        await putProducts(fixture.db, [{ title: `Newcomer ${round}`, priceMinor: 2_000_000 + round }]);
        await fixture.db.query(
          'update products set price_minor = price_minor + 3000 where product_id % 97 = $1',
          [round % 97],
        );
        await fixture.db.query('update products set is_listed = not is_listed where product_id % 211 = $1', [
          round % 211,
        ]);
        await fixture.db.query('delete from products where product_id = $1', [10 + round * 7]);
      }
    })();
    const { index } = await rebuild();
    isBuilding = false;
    await changes;
    expect(index).not.toBe(before);
    expect((await status()).index).toBe(index);
    await expectWhole();
    expect((await status()).otherIndices).toEqual([]);
  });

  test('searches succeed while indices are built and replaced', async () => {
    const wanted = (await readShop(fixture.db)).length;
    let isOver = false;
    let asked = 0;
    const asking = Promise.all(
      Array.from({ length: 4 }, async () => {
        for (; !isOver; asked++) {
          const page = await fixture.index.search({ filters: {}, sort: 'popularity', limit: 24 });
          expect(page.total).toBe(wanted);
        }
      }),
    );
    for (let round = 0; round < 2; round++) await rebuild();
    isOver = true;
    await asking;
    expect(asked).toBeGreaterThan(100);
  });

  test('a killed build leaves the active index alone, and the next build removes its remains', async () => {
    const before = await status();
    const child = spawn(
      process.execPath,
      programArguments(join(import.meta.dirname, '../../cli/kindred.ts'), 'search-index', 'rebuild'),
      {
        stdio: 'ignore',
        env: {
          ...process.env,
          DATABASE_URL: fixture.connectionString,
          SEARCH_URL: fixture.url,
          SEARCH_INDEX_PREFIX: fixture.prefix,
        },
      },
    );
    const ended = once(child, 'exit');
    for (const giveUpAt = Date.now() + 30_000; (await status()).otherIndices.length === 0; ) {
      expect(child.exitCode).toBeNull();
      expect(Date.now()).toBeLessThan(giveUpAt);
    }
    child.kill('SIGKILL');
    await ended;
    expect((await status()).index).toBe(before.index);
    await expectWhole();
    expect((await status()).otherIndices).toHaveLength(1);
    await rebuild();
    expect((await status()).otherIndices).toEqual([]);
  });

  const retitle = (title: string, productId: number) =>
    fixture.db.query('update products set title = $1 where product_id = $2', [title, productId]);

  test('does not miss a transaction that stays open while others are followed', async () => {
    const [late, early] = await putProducts(fixture.db, [{ title: 'One' }, { title: 'Other' }]);
    const client = await fixture.database.pool.connect();
    try {
      await client.query('begin');
      await client.query(`update products set title = 'Latecomer' where product_id = $1`, [late]);
      await retitle('Forerunner', early);
      await fixture.index.refresh();
      expect((await fixture.index.search(textOf('forerunner'))).productIds).toEqual([early]);
      await client.query('commit');
    } finally {
      client.release();
    }
    await fixture.index.refresh();
    expect((await fixture.index.search(textOf('latecomer'))).productIds).toEqual([late]);
  });

  test('an earlier reading does not overwrite a later one', async () => {
    const ids = await putProducts(fixture.db, [{ title: 'Forethought' }, { title: 'Fleeting' }]);
    const connection = openSearchConnection(fixture.url);
    const { index } = await status();
    const earlier = await readItemsOf(fixture.database, ids);
    expect(earlier.documents.size).toBe(2);
    await retitle('Afterthought', ids[0]);
    await fixture.db.query('update products set is_listed = false where product_id = $1', [ids[1]]);
    await fixture.index.refresh();
    await writeItems(connection, index!, ids, earlier);
    await fixture.index.refresh();
    expect((await fixture.index.search(textOf('afterthought'))).productIds).toEqual([ids[0]]);
    expect(await readWholeIndex(fixture.index)).not.toContain(ids[1]);
    await connection.close();
  });

  test.each([
    ['followed another database', { database: 'another/1/1' }],
    ['followed transactions that were undone since', { snapshot: '9000000000:9000000000:' }],
    ['last followed before the oldest change that is kept', { readAt: '2026-01-01T00:00:00.000Z' }],
  ])('rebuilds an index that %s', async (_, otherwise) => {
    const { index } = await status();
    const connection = openSearchConnection(fixture.url);
    const path = `/${fixture.prefix}-positions/_doc/${index}`;
    const { _source } = await connection.ask<{ _source: object }>({ method: 'GET', path });
    await connection.ask({ method: 'PUT', path, body: { ..._source, ...otherwise } });
    expect((await status()).productsBehind).toBeNull();
    await fixture.index.refresh();
    expect((await status()).index).not.toBe(index);
    await connection.close();
    await expectWhole();
  });

  test('truncating the table empties the index', async () => {
    const other = await openOpenSearchFixture();
    await putProducts(other.db, [{ title: 'Ephemeral' }]);
    await other.index.refresh();
    expect((await other.index.search(textOf('ephemeral'))).total).toBe(1);
    await other.db.query('truncate products cascade');
    await other.index.refresh();
    expect((await other.index.search(textOf('ephemeral'))).total).toBe(0);
    await other.close();
  });

  test('groups with more products than one batch are complete after a build and after a change', async () => {
    const other = await openOpenSearchFixture();
    const count = async () => {
      await other.index.refresh();
      const { documents, products } = await inspectIndex({ ...other, db: other.database, signal });
      return { documents, products };
    };
    await putProducts(
      other.db,
      Array.from({ length: 1_200 }, (_, number) => ({
        title: `Variant ${number}`,
        group: `Large ${number % 2}`,
      })),
    );
    await rebuildIndex({ ...other, db: other.database, signal }, () => {});
    expect(await count()).toEqual({ documents: 2, products: 1_200 });
    await other.db.query('update products set is_listed = false where product_id % 3 = 0');
    expect(await count()).toEqual({ documents: 2, products: 800 });
    await other.db.query('update products set group_id = null where product_id % 5 = 0');
    expect(await count()).toEqual({ documents: 2 + 160, products: 800 });
    await other.close();
  });

  test('only one of many nodes that start concurrently builds', async () => {
    const other = await openOpenSearchFixture();
    await putProducts(other.db, [{ title: 'Shared' }]);
    const nodes = await Promise.all([other.addNode(), other.addNode()]);
    await Promise.all(nodes.map((node) => node.refresh()));
    for (const node of [other.index, ...nodes]) expect((await node.search(textOf('shared'))).total).toBe(1);
    const found = await inspectIndex({ ...other, db: other.database, signal });
    expect(found.otherIndices).toEqual([]);
    await other.close();
  });

  test('a node that is building stops immediately', async () => {
    const other = await openOpenSearchFixture();
    await wait(0);
    const before = Date.now();
    await other.close();
    expect(Date.now() - before).toBeLessThan(5_000);
  });
});

const textOf = (text: string) => ({ text, filters: {}, sort: 'relevance', limit: 10 }) as const;
