import type { FacetValue } from '@kindred/contracts';
import type { ApiAnswers } from '../../shared/api-answers.ts';
import type { CategoryChip } from './category-chips.tsx';

/** More would fill the first screen of a phone. The filters have them all. */
const most = 12;

/**
 * The categories in which a brand has products, each with the brand's own count and the picture of its most popular product there. A brand
 * with products in one category alone has the kinds of that category.
 */
export async function loadBrandKinds(
  { api, optional }: Pick<ApiAnswers, 'api' | 'optional'>,
  brand: string,
): Promise<CategoryChip[]> {
  const listOf = (category?: string) =>
    optional(api.products({ brand: [brand], sort: 'popularity', limit: 1, ...(category && { category }) }));
  const childrenOf = async (category?: string) => (await listOf(category))?.facets.category ?? [];

  let kinds: readonly FacetValue[] = await childrenOf();
  while (kinds.length === 1) {
    const inside = await childrenOf(kinds[0]!.value);
    if (inside.length === 0) return [];
    kinds = inside;
  }
  const shown = kinds.toSorted((a, b) => b.count - a.count).slice(0, most);
  return Promise.all(
    shown.map(async ({ value: slug, label: name, count }) => {
      const list = await listOf(slug);
      return { slug, name, count, imageUrl: list?.items[0]?.image_url ?? null };
    }),
  );
}
