import { Link } from '@kindred/ui';
import { useLocation } from 'react-router';
import { categoryPath } from '../../shared/paths.ts';
import { shownFrom } from './bar-widths.ts';
import type { Department } from './navigation-data.ts';

const lists = [
  { name: 'All products', href: '/search' },
  { name: 'Deals', href: '/deals' },
  { name: 'New', href: '/new' },
];

/** As many departments as have room, the largest first. The others are in the menu. */
export function DepartmentsBar({ departments }: { departments: Department[] }) {
  const { pathname, search } = useLocation();
  const links = [...lists, ...departments.map(({ slug, name }) => ({ name, href: categoryPath(slug) }))];
  const classes = shownFrom(links.map(({ name }) => name));
  const isCurrent = (href: string) =>
    href === '/search'
      ? pathname === href && search === ''
      : pathname === href || pathname.startsWith(`${href}/`);
  return (
    <div className="@container min-w-0 grow">
      <ul className="flex h-11 flex-wrap gap-x-7 overflow-hidden">
        {links.map(({ name, href }, index) => (
          <li key={href} className={classes[index]}>
            <BarLink href={href} isCurrent={isCurrent(href)}>
              {name}
            </BarLink>
          </li>
        ))}
      </ul>
    </div>
  );
}

function BarLink({ href, isCurrent, children }: { href: string; isCurrent: boolean; children: string }) {
  return (
    <Link
      href={href}
      aria-current={isCurrent ? 'page' : undefined}
      className="flex h-11 items-center whitespace-nowrap border-transparent border-b-2 text-ink-muted text-sm transition-colors hover:text-ink aria-[current]:border-ink aria-[current]:text-ink forced-colors:border-[Canvas] forced-colors:aria-[current]:border-[Highlight]"
    >
      {children}
    </Link>
  );
}
