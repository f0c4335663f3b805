import type { Category } from '@kindred/contracts';
import type { CategoryChip } from './category-chips.tsx';

/** What a category consists of. One that consists of nothing smaller stands among its siblings. */
export function kindsOf(
  categories: readonly Category[],
  category: Category,
): { name: string; kinds: CategoryChip[] } {
  const below = (slug: string) =>
    categories.filter((one) => one.parent_slug === slug && one.product_count > 0);
  const children = below(category.slug);
  const parent = categories.find(({ slug }) => slug === category.parent_slug);
  const isLeaf = children.length === 0 && parent !== undefined;
  return {
    name: isLeaf ? parent.name : category.name,
    kinds: (isLeaf ? below(parent.slug) : children).map(
      ({ slug, name, product_count: count, image_url: imageUrl }) => ({ slug, name, count, imageUrl }),
    ),
  };
}
