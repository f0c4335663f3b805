import { Container, Link } from '@kindred/ui';
import { useLocation, useRouteLoaderData } from 'react-router';
import type { loader } from '../../root.tsx';
import { categoryPath } from '../../shared/paths.ts';
import { NewsletterForm } from '../newsletter/newsletter-form.tsx';
import { CompanyDetails } from '../shop/company-details.tsx';
import { SocialLinks } from '../shop/social-links.tsx';
import { useShop } from '../shop/use-shop.ts';
import { ThemeSwitch } from '../theme/theme-switch.tsx';
import { FooterList } from './footer-list.tsx';
import { HomeLink } from './logo.tsx';
import type { Department } from './navigation-data.ts';

const departmentsShown = 12;

/** The footer always has these, whatever groups the merchant makes. */
const legalLinks = [
  { name: 'Privacy', href: '/privacy' },
  { name: 'Terms', href: '/terms' },
  { name: 'Contact', href: '/contact' },
];

export function Footer({ departments }: { departments: Department[] }) {
  const shop = useShop();
  const { pathname } = useLocation();
  return (
    <footer className="mt-24 border-line border-t bg-surface print:hidden">
      <Container isWide className="grid-page gap-y-12 py-12 md:py-16">
        <div className="col-span-full flex flex-col items-start gap-5 lg:col-span-4">
          <HomeLink className="max-w-full" />
          {shop && (
            <>
              <p className="max-w-sm text-ink-muted text-sm">{shop.description}</p>
              <CompanyDetails company={shop.company} />
              <SocialLinks links={shop.social_links} />
            </>
          )}
        </div>
        <nav
          aria-label="Footer"
          className="col-span-full grid grid-cols-2 gap-x-6 gap-y-10 sm:grid-cols-4 lg:col-span-8"
        >
          {shop?.footer_groups.map(({ title, links }) => (
            <FooterList key={title} title={title} links={links} />
          ))}
          {departments.length > 0 && (
            <FooterList
              title="Departments"
              className="hidden sm:block"
              links={departments
                .slice(0, departmentsShown)
                .map(({ slug, name }) => ({ name, href: categoryPath(slug) }))}
            />
          )}
        </nav>
        {!pathname.startsWith('/newsletter') && (
          <NewsletterForm className="col-span-full border-line border-t pt-10" />
        )}
        <div className="col-span-full flex flex-wrap items-center justify-between gap-x-8 gap-y-4 border-line border-t pt-6 text-ink-muted text-xs">
          <p className="order-last w-full md:order-none md:w-auto">
            <Copyright />
          </p>
          <ul className="flex flex-wrap gap-x-6">
            {legalLinks.map(({ name, href }) => (
              <li key={href}>
                <Link
                  href={href}
                  className="inline-flex min-h-11 items-center hover:text-ink hover:underline"
                >
                  {name}
                </Link>
              </li>
            ))}
          </ul>
          <div className="flex items-center gap-3">
            <span>Colour theme</span>
            <ThemeSwitch />
          </div>
        </div>
      </Container>
    </footer>
  );
}

function Copyright() {
  const shop = useShop();
  const year = useRouteLoaderData<typeof loader>('root')?.year;
  return shop?.copyright ?? (shop && `© ${year} ${shop.company.legal_name}`);
}
