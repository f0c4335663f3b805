import type { ProductList } from '@kindred/contracts';
import { Breadcrumbs, Container } from '@kindred/ui';
import { loadBrandKinds } from '../features/catalog/brand-kinds.ts';
import { CategoryChips } from '../features/catalog/category-chips.tsx';
import { Listing } from '../features/catalog/listing.tsx';
import {
  isFiltered,
  type ListingState,
  pagePath,
  pageTitle,
  parseListing,
} from '../features/catalog/listing-state.ts';
import { loadListingAndTrail } from '../features/catalog/load-listing.ts';
import { missingBrand } from '../features/catalog/missing-brand.ts';
import { askApi, notFound } from '../shared/api-answers.ts';
import { breadcrumbsData } from '../shared/breadcrumbs-data.ts';
import { countOf, listOf } from '../shared/in-words.ts';
import { keptHandle, loadOrRevisit } from '../shared/kept-pages.ts';
import { brandOfPath, brandPath } from '../shared/paths.ts';
import { pageMeta } from '../shared/seo.ts';
import { siteOf } from '../shared/site.ts';
import type { Route } from './+types/brand';

const crumbsOf = (brand: string) => [
  { name: 'Home', href: '/' },
  { name: brand, href: brandPath(brand) },
];

export async function loader({ context, request, url }: Route.LoaderArgs) {
  const answers = askApi(context);
  const brand = brandOfPath(url.pathname);
  if (brand === undefined) throw await notFound(context);
  const state = parseListing(url.searchParams, { brand });
  const [found, kinds] = await Promise.all([
    loadListingAndTrail(answers, state, request),
    loadBrandKinds(answers, brand),
  ]);
  if (found.list.total === 0) {
    const missing = await missingBrand(context, brand, url.search);
    if (missing) throw missing;
    if (isWhole(state)) throw await notFound(context);
  }
  return { brand, state, kinds, ...found };
}

/** Whether the list has everything of the brand. */
const isWhole = (state: ListingState): boolean =>
  !isFiltered(state) && state.category === undefined && state.q === '';

/** `73 products in Kitchen & Dining and Home & Living`. */
const rangeOf = ({ total, facets }: ProductList): string =>
  `${countOf(total, 'product')} in ${listOf(facets.category.map(({ label }) => label))}`;

export const clientLoader = (args: Route.ClientLoaderArgs) => loadOrRevisit(args);
export const handle = keptHandle;

export function meta({ loaderData, matches }: Route.MetaArgs) {
  if (!loaderData) return [];
  const { brand, list, state } = loaderData;
  const site = siteOf(matches);
  return [
    ...pageMeta({
      title: pageTitle(brand, state),
      description: `${brand}: ${rangeOf(list)}. See prices, options and what shoppers say.`,
      site,
      canonicalPath: pagePath(brandPath(brand), state),
      isUnlisted: !isWhole(state),
    }),
    breadcrumbsData(crumbsOf(brand), site.publicUrl),
  ];
}

export default function BrandPage({
  loaderData: { brand, state, kinds, list, searchId, trail },
}: Route.ComponentProps) {
  return (
    <Container isWide className="pt-6 md:pt-8">
      <Breadcrumbs crumbs={crumbsOf(brand)} isLastCurrent />
      <div className="mt-2 mb-4 md:mb-6">
        <h1 className="font-semibold text-3xl [overflow-wrap:anywhere]">{brand}</h1>
        {isWhole(state) && <p className="mt-1.5 text-ink-muted">{rangeOf(list)}</p>}
      </div>
      <CategoryChips
        name={brand}
        kinds={kinds}
        current={state.category}
        hrefOf={(slug) => `${brandPath(brand)}?${new URLSearchParams({ category: slug })}`}
      />
      <Listing
        list={list}
        searchId={searchId}
        state={state}
        trail={trail}
        path={brandPath(brand)}
        eagerCount={8}
      />
    </Container>
  );
}
