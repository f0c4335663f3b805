import { expect, test } from 'vitest';
import type { ApiAnswers } from '../../shared/api-answers.ts';
import { loadBrandKinds } from './brand-kinds.ts';

/** Answers with the children of each category, and with the best product there. */
function shopWith(children: Readonly<Record<string, readonly (readonly [slug: string, count: number])[]>>) {
  const products = ({ category = '' }: { category?: string }) =>
    Promise.resolve({
      items: [{ image_url: `/best-of-${category}` }],
      facets: {
        category: (children[category] ?? []).map(([value, count]) => ({ value, label: value, count })),
      },
    });
  return {
    api: { products },
    optional: <Answer>(answer: Promise<Answer>) => answer,
  } as unknown as Pick<ApiAnswers, 'api' | 'optional'>;
}

test('a brand has the categories of its products, the largest first, with its own counts and pictures', async () => {
  const kinds = await loadBrandKinds(
    shopWith({
      '': [
        ['home', 3],
        ['kitchen', 70],
      ],
    }),
    'Norrvik',
  );
  expect(kinds).toEqual([
    { slug: 'kitchen', name: 'kitchen', count: 70, imageUrl: '/best-of-kitchen' },
    { slug: 'home', name: 'home', count: 3, imageUrl: '/best-of-home' },
  ]);
});

test('a brand of one category has the kinds of that category, if it has several', async () => {
  const kitchen = {
    '': [['kitchen', 9]],
    kitchen: [
      ['kitchen/mugs', 5],
      ['kitchen/pans', 4],
    ],
  } as const;
  const slugs = async (children: Parameters<typeof shopWith>[0]) =>
    (await loadBrandKinds(shopWith(children), 'Norrvik')).map(({ slug }) => slug);
  expect(await slugs(kitchen)).toEqual(['kitchen/mugs', 'kitchen/pans']);
  expect(await slugs({ '': [['kitchen', 9]], kitchen: [['kitchen/mugs', 9]] })).toEqual([]);
});
