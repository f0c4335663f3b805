import interUrl from '@fontsource-variable/inter/files/inter-latin-opsz-normal.woff2?url';
import { Container, LinkProvider, type ToastMessage, ToastsProvider } from '@kindred/ui';
import type { ReactNode } from 'react';
import {
  data,
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  type ShouldRevalidateFunctionArgs,
  useRouteLoaderData,
} from 'react-router';
import './app.css';
import type { Route } from './+types/root';
import { PendingCartProvider } from './features/cart/pending-cart.tsx';
import { errorMeta } from './features/errors/error-meta.ts';
import { ErrorPage } from './features/errors/error-page.tsx';
import { useImpressions } from './features/events/use-events.ts';
import iconUrl from './features/navigation/icon.svg?url';
import { departmentsOf } from './features/navigation/navigation-data.ts';
import { PageAnnouncer } from './features/navigation/page-announcer.tsx';
import { PendingBar } from './features/navigation/pending-bar.tsx';
import { ShopFrame } from './features/navigation/shop-frame.tsx';
import { CardMenuProvider } from './features/recommendations/card-menu.tsx';
import { themeFromCookies } from './features/theme/theme.ts';
import { ThemeColor } from './features/theme/theme-color.tsx';
import { askApi } from './shared/api-answers.ts';
import { takeFlash } from './shared/flash.ts';
import { forgetPages } from './shared/kept-pages.ts';
import { useNonces } from './shared/nonces.tsx';
import { failedWithContext, publicUrlContext } from './shared/request-context.ts';
import { RouterLink } from './shared/router-link.tsx';
import { useFreshPage } from './shared/use-fresh-page.ts';

export const links: Route.LinksFunction = () => [
  { rel: 'preload', as: 'font', type: 'font/woff2', href: interUrl, crossOrigin: 'anonymous' },
  { rel: 'icon', sizes: '32x32', href: '/favicon.ico' },
  { rel: 'icon', type: 'image/svg+xml', href: iconUrl },
  { rel: 'apple-touch-icon', href: '/apple-touch-icon.png' },
  { rel: 'manifest', href: '/site.webmanifest' },
];

/** The default for pages without their own. */
export function meta({ error, loaderData }: Route.MetaArgs) {
  const shop = loaderData?.shop ?? null;
  if (error !== undefined) return errorMeta(error, { shop });
  return shop ? [{ title: shop.name }, { name: 'description', content: shop.description }] : [];
}

/** A page that has failed already asks the API for nothing. */
export const middleware: Route.MiddlewareFunction[] = [
  ({ context }) => {
    const status = context.get(failedWithContext);
    if (status !== undefined) throw data(null, { status });
  },
];

export async function loader({ context, request }: Route.LoaderArgs) {
  const { api, optional } = askApi(context);
  const [categories, session, shop] = await Promise.all([
    optional(api.categories()),
    optional(api.session()),
    optional(api.shop()),
  ]);
  const { message, headers } = takeFlash(context, request);
  return data(
    {
      departments: departmentsOf(categories?.items ?? []),
      session,
      shop,
      flash: message,
      publicUrl: context.get(publicUrlContext),
      year: new Date().getUTCFullYear(),
      theme: themeFromCookies(request.headers.get('cookie')),
    },
    { headers },
  );
}

/** The frame's data is loaded again after each action, but not while the visitor browses. What an action changed may be on pages that are kept. */
export function shouldRevalidate({
  formMethod,
  actionStatus,
  currentUrl,
  nextUrl,
  defaultShouldRevalidate,
}: ShouldRevalidateFunctionArgs) {
  // A failed action changed nothing, and the shop may not answer now.
  if (actionStatus !== undefined && actionStatus >= 500) return false;
  const isAction = formMethod !== undefined && formMethod !== 'GET';
  if (isAction) forgetPages();
  return isAction || (currentUrl.href === nextUrl.href && defaultShouldRevalidate);
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
        <ThemeColor theme={theme} />
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

export default function App({ loaderData }: Route.ComponentProps) {
  useFreshPage(Boolean(loaderData.session?.account));
  useImpressions();
  return (
    <Providers flash={loaderData.flash}>
      <Outlet />
    </Providers>
  );
}

function Providers({ flash, children }: { flash?: ToastMessage | undefined; children: ReactNode }) {
  return (
    <LinkProvider value={RouterLink}>
      <ToastsProvider message={flash}>
        <PendingCartProvider>
          <PendingBar />
          <PageAnnouncer />
          <CardMenuProvider>{children}</CardMenuProvider>
        </PendingCartProvider>
      </ToastsProvider>
    </LinkProvider>
  );
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  return (
    <Providers>
      <ShopFrame>
        <Container>
          <ErrorPage error={error} />
        </Container>
      </ShopFrame>
    </Providers>
  );
}
