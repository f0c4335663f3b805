import type { Category } from '@kindred/contracts';

export interface Department {
  slug: string;
  name: string;
  productCount: number;
  imageUrl: string | null;
  children: { slug: string; name: string; productCount: number }[];
}

const childrenShown = 7;

/** The two levels of the category tree that the menus show, the largest first. */
export function departmentsOf(categories: readonly Category[]): Department[] {
  const byCount = categories
    .filter((category) => category.product_count > 0)
    .toSorted((a, b) => b.product_count - a.product_count || a.name.localeCompare(b.name, 'en'));
  return byCount
    .filter((category) => category.parent_slug === null)
    .map((category) => ({
      slug: category.slug,
      name: category.name,
      productCount: category.product_count,
      imageUrl: category.image_url,
      children: byCount
        .filter((child) => child.parent_slug === category.slug)
        .slice(0, childrenShown)
        .map(({ slug, name, product_count: productCount }) => ({ slug, name, productCount })),
    }));
}
