import { expect, test } from 'vitest';
import { departmentsOf } from './navigation-data.ts';

const category = (slug: string, parent_slug: string | null, product_count: number) => ({
  slug,
  name: slug,
  parent_slug,
  product_count,
  image_url: null,
});

test('lists two levels, the largest first, without empty categories', () => {
  const departments = departmentsOf([
    category('small', null, 2),
    category('big', null, 9),
    category('empty', null, 0),
    category('big/a', 'big', 3),
    category('big/b', 'big', 6),
    category('big/b/deep', 'big/b', 6),
  ]);
  expect(departments.map((one) => one.slug)).toEqual(['big', 'small']);
  expect(departments[0]?.children.map((one) => one.slug)).toEqual(['big/b', 'big/a']);
  expect(departments[0]?.children[0]?.productCount).toBe(6);
});
