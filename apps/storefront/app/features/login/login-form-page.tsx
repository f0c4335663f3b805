import { Container } from '@kindred/ui';
import type { ReactNode } from 'react';

/** A narrow page with one form. */
export function LoginFormPage({
  title,
  intro,
  children,
  footer,
}: {
  title: string;
  intro?: ReactNode;
  children: ReactNode;
  /** Links to other pages. */
  footer?: ReactNode;
}) {
  return (
    <Container className="py-10 md:py-16">
      <div className="mx-auto max-w-md">
        <h1 className="font-semibold text-3xl">{title}</h1>
        {intro && <p className="mt-3 text-ink-muted">{intro}</p>}
        <div className="mt-8">{children}</div>
        {footer && <div className="mt-8 border-line border-t pt-6 text-sm">{footer}</div>}
      </div>
    </Container>
  );
}
