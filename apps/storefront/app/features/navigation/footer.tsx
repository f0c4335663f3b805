import { Container, Link } from '@kindred/ui';
import { categoryPath } from '../../shared/paths.ts';
import { shopDescription } from '../../shared/shop.ts';
import { ThemeSwitch } from '../theme/theme-switch.tsx';
import { Logo } from './logo.tsx';
import type { Department } from './navigation-data.ts';

export function Footer({ departments }: { departments: Department[] }) {
  return (
    <footer className="mt-24 border-line border-t bg-surface">
      <Container className="grid-page gap-y-10 py-14">
        <div className="col-span-full lg:col-span-5">
          <Link href="/" aria-label="Kindred, home" className="inline-block rounded-sm">
            <Logo />
          </Link>
          <p className="mt-4 max-w-sm text-ink-muted text-sm">{shopDescription}</p>
        </div>
        <FooterList
          title="Explore"
          links={[
            { name: 'Everything', href: '/search' },
            { name: 'Newest', href: '/search?sort=newest' },
            { name: 'Best rated', href: '/search?sort=rating' },
          ]}
        />
        {departments.length > 0 && (
          <FooterList
            title="Departments"
            isWide
            links={departments.slice(0, 8).map(({ slug, name }) => ({ name, href: categoryPath(slug) }))}
          />
        )}
        <div className="col-span-full flex flex-wrap items-center justify-between gap-4">
          <p className="text-ink-muted text-xs">© Kindred. Free software under the MIT licence.</p>
          <div className="flex items-center gap-3">
            <span className="text-ink-muted text-xs">Colour theme</span>
            <ThemeSwitch />
          </div>
        </div>
      </Container>
    </footer>
  );
}

interface FooterListProps {
  title: string;
  links: { name: string; href: string }[];
  isWide?: boolean;
}

function FooterList({ title, links, isWide = false }: FooterListProps) {
  return (
    <nav aria-label={title} className={isWide ? 'col-span-full md:col-span-5' : 'col-span-2 md:col-span-2'}>
      <h2 className="mb-3 font-medium text-sm">{title}</h2>
      <ul className={isWide ? 'columns-2 gap-6' : undefined}>
        {links.map(({ name, href }) => (
          <li key={href}>
            <Link
              href={href}
              className="inline-block py-1.5 text-ink-muted text-sm hover:text-ink hover:underline hover:underline-offset-4"
            >
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
