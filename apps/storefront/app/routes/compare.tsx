import {
  Alert,
  Breadcrumbs,
  Container,
  Link,
  ProductCard,
  Shelf,
  Switch,
  shelfPictureSizes,
} from '@kindred/ui';
import { useEffect } from 'react';
import { Form, type ShouldRevalidateFunctionArgs, useSearchParams } from 'react-router';
import { categoryCrumbs } from '../features/catalog/category-trail.ts';
import { productCardProps } from '../features/catalog/product-card-props.tsx';
import { comparePath, mostCompared, parseIds } from '../features/compare/compare-list.ts';
import { keepCompared } from '../features/compare/compare-store.ts';
import { CompareTable } from '../features/compare/compare-table.tsx';
import { leftOutTexts } from '../features/compare/left-out-texts.ts';
import { loadComparison } from '../features/compare/load-comparison.ts';
import { NoComparison } from '../features/compare/no-comparison.tsx';
import { WishButton } from '../features/wishlist/wish-button.tsx';
import { askApi } from '../shared/api-answers.ts';
import { categoryPath } from '../shared/paths.ts';
import { privatePageMeta } from '../shared/seo.ts';
import { siteOf } from '../shared/site.ts';
import type { Route } from './+types/compare';

export async function loader({ context, url }: Route.LoaderArgs) {
  const named = url.searchParams.get('ids');
  const { ids, hasMore } = parseIds(named ?? '');
  return { isNamed: named !== null, hasMore, ...(await loadComparison(askApi(context), ids)) };
}

/** The same products need no new answer, however they are shown. */
export function shouldRevalidate({
  currentUrl,
  nextUrl,
  formMethod,
  defaultShouldRevalidate,
}: ShouldRevalidateFunctionArgs) {
  const isAction = formMethod !== undefined && formMethod !== 'GET';
  const areSame = currentUrl.searchParams.get('ids') === nextUrl.searchParams.get('ids');
  const isOtherView = areSame && currentUrl.href !== nextUrl.href;
  return isAction || !isOtherView ? defaultShouldRevalidate : false;
}

export function meta({ loaderData, matches }: Route.MetaArgs) {
  const kind = loaderData?.kind;
  return privatePageMeta(kind ? `Compare ${kind.name}` : 'Compare', siteOf(matches));
}

export default function ComparePage({ loaderData }: Route.ComponentProps) {
  const { products, kind, suggestions, isNamed } = loaderData;
  const onlyDifferences = useSearchParams()[0].get('only') === 'differences';
  const ids = products.map(({ product_id }) => product_id);
  const leftOut = leftOutTexts(loaderData);

  // The browser keeps what its newest comparison shows.
  useEffect(() => {
    if (!isNamed) return;
    keepCompared({
      kind: kind?.slug ?? '',
      products: products.map(({ product_id: id, title, image_url: imageUrl }) => ({ id, title, imageUrl })),
    });
  }, [isNamed, kind, products]);

  return (
    <Container className="pt-6 md:pt-8">
      {products.length > 0 && (
        <>
          <Breadcrumbs crumbs={categoryCrumbs(products[0]!.categories)} />
          <h1 className="mt-2 font-semibold text-3xl [overflow-wrap:anywhere]">
            {kind ? `Compare ${kind.name}` : 'Compare'}
          </h1>
        </>
      )}
      {leftOut.length > 0 && (
        <Alert className="mt-4">
          {leftOut.map((text) => (
            <p key={text}>{text}</p>
          ))}
        </Alert>
      )}
      {products.length === 0 ? (
        <NoComparison />
      ) : (
        <>
          <div className="mt-3 mb-4 flex min-h-11 flex-wrap items-center justify-between gap-x-6 md:mb-6">
            <p role="status" className="text-ink-muted text-sm">
              {ids.length} of {mostCompared} products
            </p>
            {ids.length > 1 && (
              <Form action="/compare" replace preventScrollReset>
                <input type="hidden" name="ids" value={ids.join(',')} />
                <Switch
                  isOn={onlyDifferences}
                  {...(!onlyDifferences && { name: 'only', value: 'differences' })}
                >
                  Only differences
                </Switch>
              </Form>
            )}
          </div>
          <CompareTable
            products={products}
            onlyDifferences={onlyDifferences && ids.length > 1}
            addHref={suggestions.length > 0 ? '#suggestions' : kind ? categoryPath(kind.slug) : '/search'}
          />
        </>
      )}
      {suggestions.length > 0 && (
        <div className="mt-16">
          <Shelf id="suggestions" title="Add to the comparison">
            {suggestions.map((product) => (
              <ProductCard
                key={product.product_id}
                {...productCardProps(product)}
                pictureSizes={shelfPictureSizes}
                action={<WishButton product={product} />}
                footer={
                  <Link
                    href={comparePath([...ids, product.product_id], { onlyDifferences })}
                    aria-label={`Add to comparison: ${product.title}`}
                    className="inline-flex min-h-11 items-center font-medium text-sm underline decoration-line-strong underline-offset-4 hover:decoration-ink"
                  >
                    Add to comparison
                  </Link>
                }
              />
            ))}
          </Shelf>
        </div>
      )}
    </Container>
  );
}
