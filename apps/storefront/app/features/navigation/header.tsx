import { ChevronDownIcon, Container, commanding, Link, MenuIcon } from '@kindred/ui';
import type { ReactNode } from 'react';
import { useLocation } from 'react-router';
import { categoryPath } from '../../shared/paths.ts';
import { SearchForm } from '../search/search-form.tsx';
import { ThemeSwitch } from '../theme/theme-switch.tsx';
import { DepartmentsMenu } from './departments-menu.tsx';
import { HomeLink } from './logo.tsx';
import type { Department } from './navigation-data.ts';
import { AccountLinks, CartLink } from './personal-links.tsx';

const menuId = 'departments';

/** On phones, the row with menu, search and cart stays in view; the logo's row scrolls away. */
export function Header({ departments }: { departments: Department[] }) {
  return (
    // `contents`, so that the bar sticks for the length of the page.
    <header className="contents print:hidden">
      <Container isWide className="flex h-14 items-center justify-between gap-3 md:hidden">
        <HomeLink />
        <ul className="-mr-2 flex">
          <AccountLinks />
        </ul>
      </Container>
      <div className="sticky top-0 z-30 bg-paper/95 backdrop-blur-md">
        <Container isWide className="flex h-15 items-center gap-1.5 md:h-16 md:gap-3 lg:gap-8">
          <MenuButton
            name="Departments"
            className="-ml-2.5 inline-grid size-11 shrink-0 place-items-center rounded-full hover:bg-surface-strong lg:order-2 lg:ml-0 lg:inline-flex lg:w-auto lg:items-center lg:gap-2 lg:px-4"
          >
            <MenuIcon size={20} aria-hidden="true" />
            <span className="hidden font-medium text-sm lg:inline">Departments</span>
          </MenuButton>
          <HomeLink className="max-md:hidden md:max-w-56 lg:order-1 lg:max-w-72" />
          <div className="flex min-w-0 grow justify-center lg:order-3">
            <div className="w-full md:max-w-2xl">
              <SearchForm id="search" />
            </div>
          </div>
          <ul className="-mr-2 ml-auto flex items-center lg:order-4">
            <AccountLinks className="hidden md:block" />
            <CartLink />
          </ul>
        </Container>
      </div>
      <nav aria-label="Popular departments" className="hidden border-line border-b lg:block">
        <Container isWide className="flex gap-7">
          <DepartmentsBar departments={departments} />
        </Container>
      </nav>
      <DepartmentsMenu
        id={menuId}
        departments={departments}
        footer={
          <>
            <span className="text-ink-muted text-sm">Colour theme</span>
            <ThemeSwitch />
          </>
        }
      />
    </header>
  );
}

/** The row breaks into lines of which only the first is in view: no name is cut. What is not in view is in the menu. */
function DepartmentsBar({ departments }: { departments: Department[] }) {
  const { pathname, search } = useLocation();
  return (
    <>
      <ul className="flex h-11 min-w-0 grow flex-wrap gap-x-7 overflow-hidden">
        <li>
          <BarLink href="/search" isCurrent={pathname === '/search' && search === ''}>
            All products
          </BarLink>
        </li>
        <li>
          <BarLink href="/deals" isCurrent={pathname === '/deals'}>
            Deals
          </BarLink>
        </li>
        <li>
          <BarLink href="/new" isCurrent={pathname === '/new'}>
            New
          </BarLink>
        </li>
        {departments.map(({ slug, name }) => {
          const href = categoryPath(slug);
          return (
            <li key={slug}>
              <BarLink href={href} isCurrent={pathname === href || pathname.startsWith(`${href}/`)}>
                {name}
              </BarLink>
            </li>
          );
        })}
      </ul>
      <MenuButton
        name="More departments"
        className="inline-flex h-11 shrink-0 items-center gap-1.5 text-ink-muted text-sm hover:text-ink"
      >
        More
        <ChevronDownIcon size={16} aria-hidden="true" />
      </MenuButton>
    </>
  );
}

/** Opens the menu. Without JavaScript, it is a link to it. */
function MenuButton({ name, className, children }: { name: string; className: string; children: ReactNode }) {
  return (
    <>
      <span className="hidden scripted:contents">
        <button
          type="button"
          aria-label={name}
          aria-haspopup="dialog"
          {...commanding(menuId, 'show-modal')}
          className={className}
        >
          {children}
        </button>
      </span>
      <span className="contents scripted:hidden">
        <a href={`#${menuId}`} aria-label={name} className={className}>
          {children}
        </a>
      </span>
    </>
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
