import { CloseIcon } from './icons.tsx';
import { Link } from './link.tsx';

/** An active filter. The link opens the same page without it. */
export function FilterChip({ label, removeHref }: { label: string; removeHref: string }) {
  return (
    <Link
      href={removeHref}
      keepsScroll
      aria-label={`Remove filter: ${label}`}
      className="inline-flex min-h-11 items-center gap-1.5 rounded-full bg-surface forced-colors:border md:min-h-9 pr-2.5 pl-3.5 text-sm transition-colors hover:bg-surface-strong"
    >
      {label}
      <CloseIcon size={14} aria-hidden="true" />
    </Link>
  );
}
