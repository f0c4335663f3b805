export function SkipLink({ href }: { href: string }) {
  return (
    <a
      href={href}
      className="sr-only rounded-full bg-ink px-5 py-3 font-medium text-paper text-sm focus:not-sr-only focus:fixed focus:top-3 focus:left-3 focus:z-50"
    >
      Skip to content
    </a>
  );
}
