import type { ReactNode } from 'react';

/** A section of an account page. */
export function Section({
  title,
  intro,
  children,
}: {
  title: string;
  intro?: ReactNode;
  children: ReactNode;
}) {
  return (
    <section className="border-line border-t py-8 first-of-type:border-t-0 first-of-type:pt-0 last:pb-0">
      <h2 className="font-semibold text-xl">{title}</h2>
      {intro && <div className="mt-2 max-w-prose text-ink-muted text-sm">{intro}</div>}
      <div className="mt-5">{children}</div>
    </section>
  );
}
