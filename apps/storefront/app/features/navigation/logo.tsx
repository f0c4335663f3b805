/** Two that belong together: a ring and a disc, joined. */
export function LogoMark({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true" className={className}>
      <path d="M12.200 19.800l7.600-7.600" className="stroke-current" strokeWidth="2.600" />
      <circle cx="9" cy="23" r="6.200" className="fill-none stroke-current" strokeWidth="2.600" />
      <circle cx="23" cy="9" r="7.500" className="fill-accent" />
    </svg>
  );
}

export function Logo() {
  return (
    <span className="inline-flex items-center gap-2">
      <LogoMark className="size-6.5 translate-y-px" />
      <span className="font-semibold text-xl tracking-[-0.035em]">kindred</span>
    </span>
  );
}
