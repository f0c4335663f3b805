import { AccountIcon, CartIcon, classNames, HeartIcon, Link } from '@kindred/ui';
import type { ReactNode } from 'react';
import { useCartCount } from '../cart/pending-cart.tsx';
import { useSession } from '../session/use-session.ts';

/** The items of a list with links to account and wishlist. */
export function AccountLinks({ className }: { className?: string }) {
  const { account } = useSession();
  return (
    <>
      <li className={className}>
        <PersonalLink href={account ? '/account' : '/login'} text={account ? 'Account' : 'Log in'}>
          <AccountIcon size={21} aria-hidden="true" />
        </PersonalLink>
      </li>
      <li className={className}>
        <PersonalLink href="/wishlist" text="Wishlist">
          <HeartIcon size={21} aria-hidden="true" />
        </PersonalLink>
      </li>
    </>
  );
}

/** The item of a list with the link to the cart. */
export function CartLink() {
  const itemCount = useCartCount();
  return (
    <li>
      <PersonalLink href="/cart" text="Cart" label={cartName(itemCount)} count={itemCount}>
        <CartIcon size={21} aria-hidden="true" />
      </PersonalLink>
    </li>
  );
}

export function cartName(itemCount: number): string {
  return `Cart, ${itemCount} ${itemCount === 1 ? 'item' : 'items'}`;
}

function PersonalLink({
  href,
  text,
  label,
  count = 0,
  children,
}: {
  href: string;
  text: string;
  label?: string;
  /** In a badge on the icon. */
  count?: number;
  children: ReactNode;
}) {
  return (
    <Link
      href={href}
      aria-label={label ?? text}
      className="relative inline-flex h-11 min-w-11 items-center justify-center gap-2 rounded-full px-2.5 font-medium text-sm hover:bg-surface-strong"
    >
      {children}
      <span aria-hidden="true" className={classNames('hidden lg:inline', label !== undefined && 'ml-1.5')}>
        {text}
      </span>{' '}
      {count > 0 && (
        <span
          aria-hidden="true"
          className="absolute top-0.5 left-6 grid h-4.5 min-w-4.5 place-items-center rounded-full bg-accent px-1 font-medium text-[0.6875rem] text-on-accent tabular-nums leading-none forced-colors:border"
        >
          {count}
        </span>
      )}
    </Link>
  );
}
