import { expect, test } from 'vitest';
import { categoryTrail, movedCategory } from './category-trail.ts';

const category = (slug: string, parent_slug: string | null) => ({
  slug,
  name: slug,
  parent_slug,
  product_count: 1,
  image_url: null,
});

test('starts at the department', () => {
  const categories = [category('a/b/c', 'a/b'), category('a', null), category('a/b', 'a')];
  expect(categoryTrail(categories, 'a/b/c').map((one) => one.slug)).toEqual(['a', 'a/b', 'a/b/c']);
  expect(categoryTrail(categories, 'z')).toEqual([]);
});

test('stops if broken data makes a category its own ancestor', () => {
  expect(categoryTrail([category('a', 'b'), category('b', 'a')], 'a')).toHaveLength(2);
});

test('a category that moved is the only one whose address ends alike', () => {
  const categories = ['home', 'home/mugs', 'home/bowls', 'pets/bowls'].map((slug) => category(slug, null));
  const moved = (slug: string) => movedCategory(categories, slug)?.slug;
  expect(['kitchen/mugs', 'mugs', 'mugs/home', 'kitchen/bowls', 'kitchen/ugs'].map(moved)).toEqual([
    'home/mugs',
    'home/mugs',
    'home',
    undefined,
    undefined,
  ]);
});
