import type { Brand, Recommendations } from '@kindred/contracts';
import { Link, LinkButton } from '@kindred/ui';
import { isRouteErrorResponse } from 'react-router';
import { countOf } from '../../shared/in-words.ts';
import { brandPath } from '../../shared/paths.ts';
import type { MissingBrand } from '../catalog/missing-brand.ts';
import { SearchForm } from '../search/search-form.tsx';
import { statusOf } from './error-meta.ts';
import { WaysOn } from './ways-on.tsx';

const unknown = {
  title: 'Page not found',
  text: 'The address may be wrong. Search the shop, or see what other shoppers like.',
};
const gone = {
  title: 'We no longer sell this product',
  text: 'Search for something like it, or see what other shoppers like.',
};

/** The page of an unknown address, or of a product that the shop no longer sells: a search, popular products, departments. */
export function NotFoundPage({ error }: { error: unknown }) {
  const { popular, brand } = whatIsShown(error);
  const { title, text } = brand ? wordsOfBrand(brand) : statusOf(error) === 410 ? gone : unknown;
  return (
    <div className="pt-10 md:pt-14">
      <h1 className="font-semibold text-3xl [overflow-wrap:anywhere]">{title}</h1>
      <p className="mt-3 max-w-prose text-ink-muted text-lg">{text}</p>
      {brand && brand.alike.length > 0 && <BrandsAlike brands={brand.alike} />}
      <div className="mt-6 max-w-xl">
        <SearchForm id="search-instead" />
      </div>
      <div className="mt-4 flex flex-wrap gap-3">
        <LinkButton href="/search" variant="secondary">
          Browse all products
        </LinkButton>
        <LinkButton href="/help" variant="quiet">
          Questions and answers
        </LinkButton>
      </div>
      <WaysOn popular={popular} />
    </div>
  );
}

const wordsOfBrand = ({ name, alike }: MissingBrand) => ({
  title: `We sell nothing of “${name}”`,
  text:
    alike.length > 0
      ? `No brand here has this name. Did you mean ${alike.length === 1 ? 'this one' : 'one of these'}?`
      : 'No brand here has this name, or one like it. Search the shop, or see what other shoppers like.',
});

function BrandsAlike({ brands }: { brands: readonly Brand[] }) {
  return (
    <ul aria-label="Brands with similar names" className="mt-5 flex flex-wrap gap-2">
      {brands.map(({ name, product_count: count }) => (
        <li key={name}>
          <Link
            href={brandPath(name)}
            className="inline-flex min-h-11 items-center gap-2 rounded-full border border-line-strong px-4 text-sm transition-colors hover:border-ink"
          >
            <span className="font-medium">{name}</span>
            <span className="text-ink-muted tabular-nums">{countOf(count, 'product')}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}

interface Shown {
  popular?: Recommendations | null;
  brand?: MissingBrand;
}

/** What `notFound` or `missingBrand` put into the error. */
function whatIsShown(error: unknown): { popular: Recommendations | null; brand: MissingBrand | undefined } {
  const { popular = null, brand } = (isRouteErrorResponse(error) && (error.data as Shown | null)) || {};
  return { popular, brand };
}
