import type { FacetValue } from '@kindred/contracts';
import { FilterGroup, Link } from '@kindred/ui';

interface CategoryFacetProps {
  /** Children of the chosen category. */
  options: FacetValue[];
  /** From the department down to the chosen category. */
  trail: readonly { slug: string; name: string }[];
  /** The address of a category's list; without a slug, of the list of all categories. */
  hrefOf: (slug: string | undefined) => string;
}

/** Categories are links and not form controls, because each has a page of its own. */
export function CategoryFacet({ options, trail, hrefOf }: CategoryFacetProps) {
  if (options.length === 0 && trail.length === 0) return null;
  return (
    <FilterGroup title="Category">
      <ul className="text-sm">
        {trail.length > 0 && (
          <li>
            <Link
              href={hrefOf(undefined)}
              keepsScroll
              className="flex min-h-9 items-center hover:text-accent"
            >
              All categories
            </Link>
          </li>
        )}
        {trail.map(({ slug, name }, index) => (
          <li key={slug}>
            <Link
              href={hrefOf(slug)}
              keepsScroll
              aria-current={index === trail.length - 1 ? 'page' : undefined}
              className="flex min-h-9 items-center hover:text-accent aria-[current]:font-semibold"
            >
              {name}
            </Link>
          </li>
        ))}
        {options.map(({ value, label, count }) => (
          <li key={value} className={trail.length > 0 ? 'pl-3' : undefined}>
            <Link
              href={hrefOf(value)}
              keepsScroll
              className="flex min-h-9 items-center justify-between gap-3 hover:text-accent"
            >
              <span className="truncate">{label}</span>
              <span className="text-ink-muted text-xs tabular-nums">{count.toLocaleString('en-US')}</span>
            </Link>
          </li>
        ))}
      </ul>
    </FilterGroup>
  );
}
