import { Container, Link, MenuIcon } from '@kindred/ui';
import { useEffect } from 'react';
import { useLocation } from 'react-router';
import { categoryPath } from '../../shared/paths.ts';
import { SearchForm } from '../search/search-form.tsx';
import { ThemeSwitch } from '../theme/theme-switch.tsx';
import { DepartmentsMenu } from './departments-menu.tsx';
import { HomeLink } from './logo.tsx';
import type { Department } from './navigation-data.ts';
import { PersonalLinks } from './personal-links.tsx';

const menuId = 'departments';
const linksInBar = 9;

export function Header({ departments }: { departments: Department[] }) {
  const { pathname, search } = useLocation();

  // biome-ignore lint/correctness/useExhaustiveDependencies: the menu closes when its page is left.
  useEffect(() => () => document.getElementById(menuId)?.hidePopover?.(), [pathname]);

  return (
    // `contents`, so that the bar sticks for the length of the page.
    <header className="contents print:hidden">
      <div className="sticky top-0 z-30 bg-paper/95 backdrop-blur-md">
        <Container className="flex h-16 items-center gap-3 lg:gap-8">
          <button
            type="button"
            popoverTarget={menuId}
            aria-label="Departments"
            className="-ml-2.5 inline-grid size-11 shrink-0 place-items-center rounded-full hover:bg-surface-strong lg:order-2 lg:ml-0 lg:inline-flex lg:w-auto lg:items-center lg:gap-2 lg:px-4"
          >
            <MenuIcon size={20} aria-hidden="true" />
            <span className="hidden font-medium text-sm lg:inline">Departments</span>
          </button>
          <HomeLink className="md:max-w-56 lg:order-1 lg:max-w-72" />
          <div className="hidden grow justify-center md:flex lg:order-3">
            <div className="w-full max-w-2xl">
              <SearchForm id="search-in-bar" />
            </div>
          </div>
          <div className="ml-auto lg:order-4">
            <PersonalLinks />
          </div>
        </Container>
      </div>
      <div className="relative z-20 md:hidden">
        <Container className="pb-3">
          <SearchForm id="search" />
        </Container>
      </div>
      <nav aria-label="Popular departments" className="hidden border-line border-b lg:block">
        <Container>
          <ul className="scrollbar-none flex gap-x-7 overflow-x-auto">
            <li>
              <BarLink href="/search" isCurrent={pathname === '/search' && search === ''}>
                All products
              </BarLink>
            </li>
            {departments.slice(0, linksInBar).map(({ slug, name }) => {
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

function BarLink({ href, isCurrent, children }: { href: string; isCurrent: boolean; children: string }) {
  return (
    <Link
      href={href}
      aria-current={isCurrent ? 'page' : undefined}
      className="flex h-11 items-center whitespace-nowrap border-transparent border-b-2 text-ink-muted text-sm transition-colors hover:text-ink aria-[current]:border-ink aria-[current]:text-ink"
    >
      {children}
    </Link>
  );
}
