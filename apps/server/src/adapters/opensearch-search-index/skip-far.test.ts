import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { putProducts } from '../../testing/search-index/contract-shop.ts';
import {
  type OpenSearchFixture,
  openOpenSearchFixture,
} from '../../testing/search-index/opensearch-fixture.ts';
import { testSearchUrl } from '../../testing/servers/opensearch-server.ts';
import { openSearchConnection, type SearchConnection } from './connection.ts';
import { createIndexNames } from './index-names.ts';
import { skipFar } from './skip-far.ts';

describe.skipIf(testSearchUrl === undefined)('on the server that TEST_SEARCH_URL names', () => {
  let fixture: OpenSearchFixture;
  let connection: SearchConnection;
  const list = { passing: { match_all: {} }, sort: 'popularity' } as const;
  const skip = (products: number) =>
    skipFar(
      { connection, alias: createIndexNames(fixture.prefix).alias, patienceMs: 20_000 },
      list,
      { skip: products },
      3,
      5,
    );

  beforeAll(async () => {
    fixture = await openOpenSearchFixture();
    connection = openSearchConnection(fixture.url);
    await putProducts(
      fixture.db,
      Array.from({ length: 23 }, (_, number) => ({
        title: `Step ${number}`,
        ratings: 100 - number,
        mean: 4,
      })),
    );
    await fixture.index.refresh();
  }, 60_000);
  afterAll(async () => {
    await connection?.close();
    await fixture?.close();
  });

  test('lets the server skip what it can skip itself', async () => {
    expect(await skip(1)).toEqual({ skip: 1 });
  });

  test.each([5, 7, 10, 22])('continues after %i products', async (products) => {
    expect(await skip(products)).toEqual({ after: [101 - products, products] });
  });

  test('ends at the end of the list', async () => {
    expect(await skip(400)).toEqual({ after: [78, 23] });
  });
});
