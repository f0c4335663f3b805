import type { FacetValue } from '@kindred/contracts';
import { classNames, FilterGroup, Link } from '@kindred/ui';
import type { TrailCategory } from './category-trail.ts';

interface CategoryFacetProps {
  /** Children of the chosen category. */
  options: FacetValue[];
  /** From the department down to the chosen category. */
  trail: readonly TrailCategory[];
  /** Nothing but the category narrows the list, so the counts of the trail are those of their lists. */
  isWhole: boolean;
  /** The address of a category's list; without a slug, of the list of all categories. */
  hrefOf: (slug: string | undefined) => string;
}

/** By the depth of a row. */
const indents = ['', 'pl-3', 'pl-6', 'pl-9', 'pl-12'];

/** Categories are links and not form controls, because each has a page of its own. */
export function CategoryFacet({ options, trail, isWhole, hrefOf }: CategoryFacetProps) {
  if (options.length === 0 && trail.length === 0) return null;
  const rows = [
    ...(trail.length > 0 ? [{ slug: undefined, name: 'All categories', depth: 0, count: undefined }] : []),
    ...trail.map(({ slug, name, count }, index) => ({
      slug,
      name,
      depth: index + 1,
      count: isWhole ? count : undefined,
    })),
    ...options.map(({ value, label, count }) => ({
      slug: value,
      name: label,
      depth: trail.length === 0 ? 0 : trail.length + 1,
      count,
    })),
  ];
  const current = trail.at(-1)?.slug;
  return (
    <FilterGroup title="Category">
      <ul className="text-sm">
        {rows.map(({ slug, name, depth, count }) => (
          <li key={slug ?? ''} className={indents[Math.min(depth, indents.length - 1)]}>
            <Link
              href={hrefOf(slug)}
              keepsScroll
              aria-current={slug !== undefined && slug === current ? 'page' : undefined}
              className={classNames(
                'flex min-h-11 items-center justify-between gap-3 hover:text-accent aria-[current]:font-semibold lg:min-h-9',
                depth > 0 && depth < trail.length && 'text-ink-muted',
              )}
            >
              <span className="truncate" title={name}>
                {name}
              </span>
              {count !== undefined && (
                <span className="font-normal text-ink-muted text-xs tabular-nums">
                  {count.toLocaleString('en-US')}
                </span>
              )}
            </Link>
          </li>
        ))}
      </ul>
    </FilterGroup>
  );
}
