import { ChevronDownIcon, Container, commanding, MenuIcon } from '@kindred/ui';
import type { ReactNode } from 'react';
import { SearchForm } from '../search/search-form.tsx';
import { ThemeSwitch } from '../theme/theme-switch.tsx';
import { DepartmentsBar } from './departments-bar.tsx';
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
          <MenuButton
            name="More departments"
            className="inline-flex h-11 shrink-0 items-center gap-1.5 text-ink-muted text-sm hover:text-ink"
          >
            More
            <ChevronDownIcon size={16} aria-hidden="true" />
          </MenuButton>
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
