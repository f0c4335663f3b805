import { classNames } from './class-names.ts';
import { Link } from './link.tsx';

export interface Crumb {
  name: string;
  href: string;
}

/**
 * The path from the home page to this page. With `isLastCurrent` the last crumb is the page itself. On phones it is one line: the
 * last two crumbs stay readable, and the ones before them are shortened.
 */
export function Breadcrumbs({ crumbs, isLastCurrent = false }: { crumbs: Crumb[]; isLastCurrent?: boolean }) {
  return (
    <nav aria-label="Breadcrumb">
      <ol className="flex items-center text-ink-muted text-sm md:flex-wrap">
        {crumbs.map((crumb, index) => (
          <li
            key={crumb.href}
            className={classNames(
              'flex min-w-0 items-center',
              index < crumbs.length - 2 && 'shrink-[9999] max-md:min-w-9',
            )}
          >
            {isLastCurrent && index === crumbs.length - 1 ? (
              <span aria-current="page" className="truncate text-ink">
                {crumb.name}
              </span>
            ) : (
              <Link
                href={crumb.href}
                className="truncate py-1 leading-[2.25rem] md:leading-normal hover:text-ink hover:underline hover:underline-offset-4"
              >
                {crumb.name}
              </Link>
            )}
            {index < crumbs.length - 1 && (
              <span aria-hidden="true" className="px-1.5 text-line-strong md:px-2">
                /
              </span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
