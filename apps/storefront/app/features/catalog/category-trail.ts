import type { Category } from '@kindred/contracts';
import type { Crumb } from '@kindred/ui';
import { categoryPath } from '../../shared/paths.ts';

/** The categories from the department down to this one; empty if it does not exist. */
export function categoryTrail(categories: readonly Category[], slug: string): Category[] {
  const bySlug = new Map(categories.map((category) => [category.slug, category]));
  const trail: Category[] = [];
  let category = bySlug.get(slug);
  while (category && !trail.includes(category)) {
    trail.unshift(category);
    category = category.parent_slug === null ? undefined : bySlug.get(category.parent_slug);
  }
  return trail;
}

/** A category of a trail, as pages show it. */
export interface TrailCategory {
  slug: string;
  name: string;
  /** The number of products in it and below. */
  count: number;
}

export const shownTrail = (trail: readonly Category[]): TrailCategory[] =>
  trail.map(({ slug, name, product_count: count }) => ({ slug, name, count }));

/** The only category whose address ends alike. A category that moved into another one keeps the end of its address. */
export function movedCategory(categories: readonly Category[], slug: string): Category | undefined {
  const end = lastSegment(slug);
  const alike = categories.filter((category) => lastSegment(category.slug) === end);
  return alike.length === 1 ? alike[0] : undefined;
}

const lastSegment = (slug: string): string => slug.slice(slug.lastIndexOf('/') + 1);

export function categoryCrumbs(trail: readonly { slug: string; name: string }[]): Crumb[] {
  return [
    { name: 'Home', href: '/' },
    ...trail.map(({ slug, name }) => ({ name, href: categoryPath(slug) })),
  ];
}
