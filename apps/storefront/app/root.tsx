import interUrl from '@fontsource-variable/inter/files/inter-latin-opsz-normal.woff2?url';
import { Container, LinkProvider, SkipLink } from '@kindred/ui';
import type { ReactNode } from 'react';
import {
  data,
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useRouteLoaderData,
} from 'react-router';
import './app.css';
import type { Route } from './+types/root';
import { Footer } from './features/navigation/footer.tsx';
import { Header } from './features/navigation/header.tsx';
import iconUrl from './features/navigation/icon.svg?url';
import { departmentsOf } from './features/navigation/navigation-data.ts';
import { PendingBar } from './features/navigation/pending-bar.tsx';
import { themeFromCookies } from './features/theme/theme.ts';
import { askApi } from './shared/api-answers.ts';
import { ErrorPage } from './shared/error-page.tsx';
import { useNonces } from './shared/nonces.tsx';
import { failedWithContext, publicUrlContext } from './shared/request-context.ts';
import { RouterLink } from './shared/router-link.tsx';
import { shopDescription, shopName } from './shared/shop.ts';

export const links: Route.LinksFunction = () => [
  { rel: 'preload', as: 'font', type: 'font/woff2', href: interUrl, crossOrigin: 'anonymous' },
  { rel: 'icon', type: 'image/svg+xml', href: iconUrl },
];

export const meta: Route.MetaFunction = () => [
  { title: shopName },
  { name: 'description', content: shopDescription },
];

/** Nothing is asked for a page that cannot be made. */
export const middleware: Route.MiddlewareFunction[] = [
  ({ context }) => {
    const status = context.get(failedWithContext);
    if (status !== undefined) throw data(null, { status });
  },
];

export async function loader({ context, request }: Route.LoaderArgs) {
  const { api, optional } = askApi(context);
  const categories = await optional(api.categories());
  return {
    departments: departmentsOf(categories?.items ?? []),
    publicUrl: context.get(publicUrlContext),
    theme: themeFromCookies(request.headers.get('cookie')),
  };
}

/** What the frame shows stays the same while one browses. */
export function shouldRevalidate() {
  return false;
}

export function Layout({ children }: { children: ReactNode }) {
  const nonces = useNonces();
  const theme = useRouteLoaderData<typeof loader>('root')?.theme ?? 'system';
  return (
    <html lang="en" data-theme={theme} suppressHydrationWarning>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        {/* Vite reads it for the styles it adds later. */}
        <meta property="csp-nonce" nonce={nonces.style} />
        <Meta />
        <Links nonce={nonces.style} />
      </head>
      <body className="flex min-h-dvh flex-col">
        {children}
        <ScrollRestoration nonce={nonces.script} />
        <Scripts nonce={nonces.script} />
      </body>
    </html>
  );
}

/** The bar, the page, the footer. Also around an error, as far as its data came. */
function Frame({ children }: { children: ReactNode }) {
  const departments = useRouteLoaderData<typeof loader>('root')?.departments ?? [];
  return (
    <LinkProvider value={RouterLink}>
      <SkipLink href="#content" />
      <PendingBar />
      <Header departments={departments} />
      <main id="content" tabIndex={-1} className="grow outline-none">
        {children}
      </main>
      <Footer departments={departments} />
    </LinkProvider>
  );
}

export default function App() {
  return (
    <Frame>
      <Outlet />
    </Frame>
  );
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  return (
    <Frame>
      <Container>
        <ErrorPage status={isRouteErrorResponse(error) ? error.status : 500} />
      </Container>
    </Frame>
  );
}
