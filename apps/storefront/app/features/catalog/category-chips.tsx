import { classNames, Link, Picture, showWhole } from '@kindred/ui';
import { categoryPath } from '../../shared/paths.ts';

export interface CategoryChip {
  slug: string;
  name: string;
  count: number;
  imageUrl: string | null;
}

interface CategoryChipsProps {
  /** Of the category above, or of the brand. */
  name: string;
  kinds: readonly CategoryChip[];
  /** The slug of the page's own category, if it is one of the kinds. */
  current: string | undefined;
  hrefOf?: (slug: string) => string;
}

/** The kinds of a category or a brand, with pictures, in a row that scrolls sideways. */
export function CategoryChips({ name, kinds, current, hrefOf = categoryPath }: CategoryChipsProps) {
  if (kinds.length < 2) return null;
  return (
    <nav aria-label={`Kinds of ${name}`} className="mb-6 md:mb-8 print:hidden">
      <ul
        onFocus={showWhole}
        className="scrollbar-none -mx-4 flex scroll-px-4 gap-2 overflow-x-auto overscroll-x-contain px-4 py-1 md:-mx-8 md:scroll-px-8 md:px-8 xl:mx-0 xl:flex-wrap xl:gap-3 xl:px-0"
      >
        {kinds.map((kind) => (
          <li key={kind.slug}>
            <Link
              href={hrefOf(kind.slug)}
              aria-current={kind.slug === current ? 'page' : undefined}
              className={classNames(
                'group flex min-h-16 w-max max-w-64 items-center gap-3 rounded-full border py-1 pr-5 pl-1 transition-colors hover:border-ink',
                kind.slug === current ? 'border-ink bg-surface' : 'border-line',
              )}
            >
              <span className="size-14 shrink-0 overflow-hidden rounded-full bg-surface">
                <Picture src={kind.imageUrl} alt="" sizes="56px" maxWidth={160} />
              </span>
              <span className="min-w-0">
                <span className="block truncate font-medium text-sm">{kind.name}</span>
                <span className="block text-ink-muted text-xs tabular-nums">
                  {kind.count.toLocaleString('en-US')}
                </span>
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
