import type { ProductList } from '@kindred/contracts';
import { expect, test } from 'vitest';
import { searchBehind } from './search-behind.ts';

const searchId = '0192f0c1-2d3e-7f40-8a51-62b7c8d9e0f1';

test('links name the search of the list; a further page has that of the first page; robots get none', () => {
  const listOf = (search: ProductList['search']) => ({ search }) as ProductList;
  const first = listOf({ reading: 'as-typed', search_id: searchId, did_you_mean: null, whole_total: null });
  const next = listOf({ reading: 'as-typed', search_id: null, did_you_mean: null, whole_total: null });
  const from = (agent: string) =>
    new Request('http://shop.test/search', { headers: { 'user-agent': agent } });
  const browser = from('Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0');
  expect(searchBehind(browser, { list: first, onFurtherPage: undefined })).toBe(searchId);
  expect(searchBehind(browser, { list: next, onFurtherPage: searchId })).toBe(searchId);
  expect(searchBehind(browser, { list: listOf(null), onFurtherPage: searchId })).toBeUndefined();
  expect(searchBehind(from('Googlebot/2.1'), { list: first, onFurtherPage: undefined })).toBeUndefined();
});
