import type { ShopPage } from '@kindred/contracts';
import { dayText } from '@kindred/shop-types';
import { Alert, Container, Link } from '@kindred/ui';
import type { ReactNode } from 'react';
import { useShop } from '../shop/use-shop.ts';
import { TableOfContents } from './table-of-contents.tsx';

interface InfoPageProps {
  page: ShopPage;
  /** Content from the shop's data, shown before the text. */
  children?: ReactNode;
}

const longFrom = 4;

/** A page about the shop. A long one has a table of contents. */
export function InfoPage({
  page: { title, description, html, sections, updated_at },
  children,
}: InfoPageProps) {
  const isExample = useShop()?.company.is_example === true;
  const isLong = sections.length >= longFrom;
  return (
    <Container className="grid-page gap-y-8 pt-8 md:pt-12">
      <header className="col-span-full lg:col-span-8 lg:col-start-4">
        <h1 className="font-semibold text-3xl">{title}</h1>
        <p className="mt-3 max-w-prose text-ink-muted text-lg">{description}</p>
        {isExample && (
          <div className="mt-6 max-w-prose">
            <Alert title="This is a demonstration shop">
              <p className="mt-0.5 text-ink-muted">
                The company, address, phone number and accounts are examples. You will not get an answer
                there.
              </p>
            </Alert>
          </div>
        )}
      </header>
      {isLong && (
        <div className="col-span-full print:hidden lg:col-span-3 lg:row-start-2">
          <TableOfContents sections={sections} />
        </div>
      )}
      <div className="col-span-full min-w-0 lg:col-span-8 lg:col-start-4 lg:row-start-2">
        {children}
        {/* The server rendered it from Markdown, with HTML escaped. */}
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: see above. */}
        <div className="prose-page" dangerouslySetInnerHTML={{ __html: html }} />
        <div className="max-w-prose">
          <p className="mt-10 border-line border-t pt-4 text-ink-muted text-sm">
            Last updated <time dateTime={updated_at}>{dayText(updated_at)}</time>.{' '}
            <span className="print:hidden">
              Is something missing or wrong?{' '}
              <Link href="/contact" className="underline underline-offset-4 hover:text-ink">
                Tell us
              </Link>
            </span>
          </p>
        </div>
      </div>
    </Container>
  );
}
