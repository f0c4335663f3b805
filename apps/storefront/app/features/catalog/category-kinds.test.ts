import { expect, test } from 'vitest';
import { kindsOf } from './category-kinds.ts';

const category = (slug: string, parent_slug: string | null, product_count = 1) => ({
  slug,
  name: slug.toUpperCase(),
  parent_slug,
  product_count,
  image_url: null,
});
const [a, b, c, empty] = [category('a', null), category('b', 'a'), category('c', 'a'), category('d', 'a', 0)];
const kinds = (one: ReturnType<typeof category>) => {
  const { name, kinds } = kindsOf([a!, b!, c!, empty!], one);
  return [name, ...kinds.map(({ slug }) => slug)];
};

test('a category consists of its children that have products; one without children stands among its siblings', () => {
  expect(kinds(a!)).toEqual(['A', 'b', 'c']);
  expect(kinds(c!)).toEqual(['A', 'b', 'c']);
});
