export function SkipLink({ href }: { href: string }) {
  return (
    <a
      href={href}
      className="fixed top-3 left-3 z-50 -translate-y-24 rounded-full bg-ink px-5 py-3 font-medium text-paper text-sm focus:translate-y-0 print:hidden"
    >
      Skip to content
    </a>
  );
}
