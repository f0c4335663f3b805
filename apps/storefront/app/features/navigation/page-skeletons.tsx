/** @file Outlines of pages, with the boxes of the real ones, so that nothing moves when the page arrives. */
import { Container, Grid, ProductCardSkeleton } from '@kindred/ui';
import { ProductLayout } from '../product/product-layout.tsx';

const bar = 'animate-shimmer rounded-sm bg-surface-strong';

/** A category, a brand, a search. */
export function ListPageSkeleton() {
  return (
    <Container isWide className="pt-6 md:pt-8">
      <div aria-hidden="true">
        <div className={`${bar} h-5 w-40`} />
        <div className={`${bar} mt-3 mb-8 h-9 w-72 max-w-full`} />
        <Grid>
          <div className="hidden lg:col-span-3 in-[.max-w-wide]:min-[100rem]:col-span-2 lg:block lg:pr-4 xl:pr-8">
            {['a', 'b', 'c', 'd', 'e'].map((group) => (
              <div key={group} className="border-line border-t py-4">
                <div className={`${bar} h-4 w-28`} />
                <div className={`${bar} mt-4 h-3.5 w-40`} />
                <div className={`${bar} mt-3.5 h-3.5 w-32`} />
              </div>
            ))}
          </div>
          <div className="@container col-span-full lg:col-span-9 in-[.max-w-wide]:min-[100rem]:col-span-10">
            <div className="mb-5 flex h-11 items-center justify-between">
              <div className={`${bar} h-4 w-24`} />
              <div className={`${bar} h-11 w-36`} />
            </div>
            <ul className="grid @min-[36rem]:grid-cols-3 @min-[52rem]:grid-cols-4 @min-[70rem]:grid-cols-5 @min-[86rem]:grid-cols-6 grid-cols-2 gap-x-4 gap-y-8 md:gap-x-6 md:gap-y-10">
              {['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l'].map((card) => (
                <li key={card}>
                  <ProductCardSkeleton />
                </li>
              ))}
            </ul>
          </div>
        </Grid>
      </div>
    </Container>
  );
}

/** A product that no card in this tab has shown. */
export function ProductPageSkeleton() {
  return (
    <Container className="pt-2 md:pt-6">
      <div aria-hidden="true">
        <div className={`${bar} h-11 w-56 max-w-full md:h-7`} />
        <ProductLayout
          heading={
            <>
              <div className={`${bar} h-5 w-24`} />
              <div className={`${bar} mt-1.5 h-9 w-full`} />
              <div className={`${bar} mt-3 h-7 w-32`} />
            </>
          }
          pictures={
            <div className="lg:pl-24">
              <div className="aspect-[4/3] animate-shimmer rounded-lg bg-surface-strong md:aspect-square" />
            </div>
          }
          summary={
            <div className="border-line border-y py-4 md:py-5">
              <div className={`${bar} h-8 w-28`} />
              <div className={`${bar} mt-4 h-12 rounded-full`} />
            </div>
          }
        />
      </div>
    </Container>
  );
}
