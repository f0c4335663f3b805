import {
  AccountIcon,
  AddressIcon,
  HeartIcon,
  HomeIcon,
  Link,
  LockIcon,
  PackageIcon,
  StarIcon,
  HelpfulIcon as ThumbIcon,
} from '@kindred/ui';
import { useEffect, useRef } from 'react';
import { useLocation } from 'react-router';
import { LogOutButton } from './log-out-button.tsx';

const pages = [
  { href: '/account', name: 'Overview', Icon: HomeIcon },
  { href: '/account/orders', name: 'Orders', Icon: PackageIcon },
  { href: '/account/wishlist', name: 'Wishlist', Icon: HeartIcon },
  { href: '/account/recommendations', name: 'Recommendations', Icon: ThumbIcon },
  { href: '/account/reviews', name: 'Reviews', Icon: StarIcon },
  { href: '/account/profile', name: 'Profile', Icon: AccountIcon },
  { href: '/account/addresses', name: 'Addresses', Icon: AddressIcon },
  { href: '/account/privacy', name: 'Privacy', Icon: LockIcon },
] as const;

/** A list at the side on wide screens. On phones, a row that scrolls, with “Log out” below the page. */
export function AccountNavigation() {
  const { pathname } = useLocation();
  const isCurrent = (href: string) =>
    href === '/account' ? pathname === href : pathname === href || pathname.startsWith(`${href}/`);
  const list = useRef<HTMLUListElement>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: each page brings its own link into view.
  useEffect(() => {
    const current = list.current?.querySelector<HTMLElement>('[aria-current]');
    if (list.current && current) center(list.current, current);
  }, [pathname]);

  return (
    <nav aria-label="Account">
      <ul
        ref={list}
        onFocus={({ currentTarget, target }) => center(currentTarget, target)}
        className="scrollbar-none relative -mx-4 flex gap-1 overflow-x-auto px-4 py-1 md:-mx-8 md:px-8 lg:mx-0 lg:flex-col lg:overflow-visible lg:px-0 lg:py-0"
      >
        {pages.map(({ href, name, Icon }) => (
          <li key={href} className="shrink-0">
            <Link
              href={href}
              aria-current={isCurrent(href) ? 'page' : undefined}
              className="flex h-11 items-center gap-3 rounded-full px-4 text-ink-muted text-sm transition-colors hover:bg-surface hover:text-ink aria-[current]:bg-surface-strong aria-[current]:font-medium aria-[current]:text-ink lg:rounded-md lg:px-3"
            >
              <Icon size={18} aria-hidden="true" className="hidden lg:block" />
              {name}
            </Link>
          </li>
        ))}
      </ul>
      <LogOutButton className="mt-3 hidden border-line border-t pt-3 lg:block" />
    </nav>
  );
}

/** Scrolls a row so that one of its links is in the middle. */
function center(line: HTMLElement, link: HTMLElement): void {
  line.scrollLeft = link.offsetLeft - (line.clientWidth - link.offsetWidth) / 2;
}
