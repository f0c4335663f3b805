import { classNames, Link } from '@kindred/ui';
import { useShop } from '../shop/use-shop.ts';

/** A ring and a disc, joined: two that belong together. */
export function LogoMark({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true" className={className}>
      <path d="M12.200 19.800l7.600-7.600" className="stroke-current" strokeWidth="2.600" />
      <circle cx="9" cy="23" r="6.200" className="fill-none stroke-current" strokeWidth="2.600" />
      <circle cx="23" cy="9" r="7.500" className="fill-accent" />
    </svg>
  );
}

/** The merchant's logo, or the drawn mark with the shop's name. */
export function Logo() {
  const shop = useShop();
  if (shop?.logo_url)
    return <img src={shop.logo_url} alt="" className="h-8 w-auto max-w-40 object-contain object-left" />;
  return (
    <span className="inline-flex min-w-0 items-center gap-2">
      <LogoMark className="size-6.5 shrink-0 translate-y-px" />
      {shop && <span className="truncate font-semibold text-xl tracking-[-0.035em]">{shop.name}</span>}
    </span>
  );
}

/** The name of the link around the logo. */
export function useHomeName(): string {
  const shop = useShop();
  return shop ? `${shop.name}, home` : 'Home';
}

export function HomeLink({ className }: { className?: string }) {
  return (
    <Link
      href="/"
      aria-label={useHomeName()}
      className={classNames('inline-flex min-h-11 min-w-0 items-center rounded-sm', className)}
    >
      <Logo />
    </Link>
  );
}
