import { describe, expect, test } from 'vitest';
import {
  type FixedFilters,
  isFiltered,
  listingSearch,
  parseListing,
  sortsOf,
  toProductQuery,
  withoutFilters,
  withoutPath,
} from './listing-state.ts';

const parse = (query: string, fixed?: FixedFilters) => parseListing(new URLSearchParams(query), fixed);

describe('an address', () => {
  test('stays the same when it is read and written again', () => {
    const query =
      '?q=mug&category=home%2Ftea&brand=Hearthline&brand=Ono&color=Blue&color_family=red&color_family=blue&attribute=size%3AM&attribute=size%3AL&price_from=5&price_to=12.5&rating_min=4&in_stock=1&deals=1&sort=newest&page=3';
    expect(listingSearch(parse(query))).toBe(query);
  });

  test('of a further page names the search that the list began with; the address of a first page does not', () => {
    const search = 'search=0192f0c1-2d3e-7f40-8a51-62b7c8d9e0f1';
    expect(listingSearch(parse(`q=mug&page=2&${search}`))).toBe(`?q=mug&page=2&${search}`);
    expect(listingSearch(parse(`q=mug&${search}`))).toBe('?q=mug');
    expect(listingSearch(parse('q=mug&page=2&search=mug'))).toBe('?q=mug&page=2');
  });

  test('leaves out empty form fields', () => {
    expect(listingSearch(parse('q=&price_from=&price_to=&rating_min=&brand='))).toBe('');
  });

  test('leaves out invalid values', () => {
    expect(
      listingSearch(
        parse(
          'price_from=-3&price_to=cheap&rating_min=9&sort=best&in_stock=yes&attribute=M&attribute=size:&color_family=loud&page=0&cursor=abc',
        ),
      ),
    ).toBe('');
    for (const page of ['401', '-1', '1.5', 'two']) expect(parse(`page=${page}`).page).toBe(1);
  });

  test('swaps the ends of a price range that was typed the wrong way round', () => {
    expect(listingSearch(parse('price_from=50&price_to=10'))).toBe('?price_from=10&price_to=50');
  });

  test('still understands the sorts of old addresses', () => {
    expect(parse('sort=price_asc').sort).toBe('price-asc');
    expect(listingSearch(parse('q=mug&sort=for_you'))).toBe('?q=mug&sort=for-you');
  });

  test('does not repeat the default sort', () => {
    expect(listingSearch(parse('sort=featured'))).toBe('');
    expect(listingSearch(parse('sort=popularity'))).toBe('?sort=popularity');
    expect(listingSearch(parse('q=mug&sort=popularity'))).toBe('?q=mug&sort=popularity');
    expect(listingSearch(parse('sort=relevance'))).toBe('');
    expect(listingSearch(parse('q=mug&sort=featured'))).toBe('?q=mug');
  });

  test('does not repeat what the path says', () => {
    const category = parse('brand=Ono&category=elsewhere', { category: 'home/tea' });
    expect(category.category).toBe('home/tea');
    expect(listingSearch(category)).toBe('?brand=Ono');
    const brand = parse('brand=Other&color=Blue', { brand: 'Ono' });
    expect(brand.brands).toEqual(['Ono']);
    expect(listingSearch(brand)).toBe('?color=Blue');
    expect(listingSearch(parse('deals=1&sort=discount', { isDealsOnly: true, sort: 'discount' }))).toBe('');
    expect(listingSearch(parse('sort=popularity', { sort: 'newest' }))).toBe('?sort=popularity');
  });

  test('whose path says nothing names the same list', () => {
    const fixed = { category: 'home', brand: 'Ono', isDealsOnly: true, sort: 'newest' as const };
    const state = parse('color=Blue', fixed);
    const whole = listingSearch(withoutPath(state));
    expect(whole).toBe('?category=home&brand=Ono&color=Blue&deals=1&sort=newest');
    expect(toProductQuery(parse(whole), 24)).toEqual(toProductQuery(state, 24));
  });
});

describe('a query to the API', () => {
  test('has prices in the minor unit', () => {
    const state = parse('price_from=1,5&price_to=19.99');
    const query = { sort: 'featured', limit: 24 };
    expect(toProductQuery(state, 24, 'USD')).toEqual({ ...query, price_min: 150, price_max: 1_999 });
    expect(toProductQuery(state, 24, 'JPY')).toEqual({ ...query, price_min: 2, price_max: 20 });
    expect(toProductQuery(state, 24, 'KWD')).toEqual({ ...query, price_min: 1_500, price_max: 19_990 });
  });

  test('sorts by relevance only if there are words to match', () => {
    expect(toProductQuery(parse('q=%20mug%20'), 24, 'USD')).toEqual({
      q: 'mug',
      sort: 'relevance',
      limit: 24,
    });
    const sorts = (query: string) => sortsOf(parse(query), { canPersonalise: true });
    expect(sorts('')).not.toContain('relevance');
    expect(sorts('q=mug')).not.toContain('featured');
  });
});

test('“For you” is offered if the shop knows the visitor’s taste, and stays if an address names it', () => {
  const sorts = (query: string, canPersonalise: boolean) => sortsOf(parse(query), { canPersonalise });
  expect(sorts('', true)).toContain('for-you');
  expect(sorts('', false)).not.toContain('for-you');
  expect(sorts('sort=for-you', false)).toContain('for-you');
});

test('clearing the filters keeps the words, the category and the sort', () => {
  const state = parse('q=mug&category=home&brand=Ono&in_stock=1&deals=1&sort=newest&page=3');
  expect(isFiltered(state)).toBe(true);
  expect(listingSearch(withoutFilters(state))).toBe('?q=mug&category=home&sort=newest');
  expect(isFiltered(withoutFilters(state))).toBe(false);
});

test('what the path says is no filter, and stays when the filters are cleared', () => {
  const state = parse('color=Blue', { brand: 'Ono', isDealsOnly: true });
  expect(isFiltered(state)).toBe(true);
  const cleared = withoutFilters(state);
  expect(isFiltered(cleared)).toBe(false);
  expect(toProductQuery(cleared, 24)).toMatchObject({ brand: ['Ono'], deals: true });
});
