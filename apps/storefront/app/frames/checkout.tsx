import { Container, LockIcon, SkipLink } from '@kindred/ui';
import { Outlet } from 'react-router';
import { errorMeta } from '../features/errors/error-meta.ts';
import { ErrorPage } from '../features/errors/error-page.tsx';
import { Logo, useHomeName } from '../features/navigation/logo.tsx';
import { siteOf } from '../shared/site.ts';
import type { Route } from './+types/checkout';

/** A page sets its own meta tags. The frame sets them for an error. */
export function meta({ error, matches }: Route.MetaArgs) {
  return error === undefined ? matches[0].meta : errorMeta(error, siteOf(matches));
}

export default function CheckoutPages() {
  return (
    <CheckoutFrame>
      <Outlet />
    </CheckoutFrame>
  );
}

/** A header and footer without distractions: home, cart and the legal pages. */
function CheckoutFrame({ children }: { children: React.ReactNode }) {
  return (
    <>
      <SkipLink href="#content" />
      <header className="border-line border-b">
        <Container className="flex h-16 items-center justify-between gap-4">
          <a
            href="/"
            aria-label={useHomeName()}
            className="inline-flex min-h-11 min-w-0 items-center rounded-sm"
          >
            <Logo />
          </a>
          <p className="flex items-center gap-2 text-ink-muted text-sm">
            <LockIcon size={16} aria-hidden="true" />
            Checkout
          </p>
          <a href="/cart" className="inline-flex min-h-11 items-center text-sm underline underline-offset-4">
            Back to cart
          </a>
        </Container>
      </header>
      <main id="content" tabIndex={-1} className="grow outline-none">
        {children}
      </main>
      <footer className="mt-16 border-line border-t">
        <Container className="flex flex-wrap gap-x-6 py-4 text-ink-muted text-sm">
          {[
            ['/delivery', 'Delivery'],
            ['/returns', 'Returns'],
            ['/privacy', 'Privacy'],
            ['/terms', 'Terms'],
            ['/contact', 'Contact'],
          ].map(([href, name]) => (
            <a
              key={href}
              href={href}
              className="inline-flex min-h-11 items-center hover:text-ink hover:underline"
            >
              {name}
            </a>
          ))}
        </Container>
      </footer>
    </>
  );
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  return (
    <CheckoutFrame>
      <Container>
        <ErrorPage error={error} />
      </Container>
    </CheckoutFrame>
  );
}
