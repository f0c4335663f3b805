import type { ReactNode } from 'react';
import { ChevronDownIcon } from './icons.tsx';

/** A line that unfolds. The browser does it, without a script. */
export function Disclosure({
  summary,
  children,
  isOpen = false,
}: {
  summary: ReactNode;
  children: ReactNode;
  isOpen?: boolean;
}) {
  return (
    <details open={isOpen} className="group/disclosure">
      <summary className="inline-flex min-h-11 list-none items-center gap-1.5 text-sm underline decoration-line-strong underline-offset-4 hover:decoration-ink [&::-webkit-details-marker]:hidden">
        {summary}
        <ChevronDownIcon
          size={16}
          aria-hidden="true"
          className="text-ink-muted transition-transform group-open/disclosure:rotate-180"
        />
      </summary>
      <div className="pt-2 pb-3">{children}</div>
    </details>
  );
}
