import { Link } from './link.tsx';

export interface Crumb {
  name: string;
  href: string;
}

/** The path from the home page to this page. With `isLastCurrent` the last crumb is the page itself. */
export function Breadcrumbs({ crumbs, isLastCurrent = false }: { crumbs: Crumb[]; isLastCurrent?: boolean }) {
  return (
    <nav aria-label="Breadcrumb">
      <ol className="flex flex-wrap items-center text-ink-muted text-sm">
        {crumbs.map((crumb, index) => (
          <li key={crumb.href} className="flex items-center">
            {isLastCurrent && index === crumbs.length - 1 ? (
              <span aria-current="page" className="text-ink">
                {crumb.name}
              </span>
            ) : (
              <Link
                href={crumb.href}
                className="py-1 hover:text-ink hover:underline hover:underline-offset-4"
              >
                {crumb.name}
              </Link>
            )}
            {index < crumbs.length - 1 && (
              <span aria-hidden="true" className="px-2 text-line-strong">
                /
              </span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
