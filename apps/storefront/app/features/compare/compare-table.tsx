import type { Product } from '@kindred/contracts';
import { Availability, Link, Picture, Price, Rating } from '@kindred/ui';
import { type ReactNode, useId } from 'react';
import { productPath } from '../../shared/paths.ts';
import { useKeptFocus } from '../cart/use-kept-focus.ts';
import { moneyOf } from '../catalog/product-card-props.tsx';
import { reductionOf } from '../catalog/reduction.ts';
import { AddComparedToCart } from './add-compared-to-cart.tsx';
import { comparePath, mostCompared } from './compare-list.ts';
import { areDifferent, compareRows } from './compare-rows.ts';

interface CompareTableProps {
  products: Product[];
  onlyDifferences: boolean;
  /** Where the shopper finds another product. */
  addHref: string;
}

/** Sticks to the left while a phone scrolls the products sideways. */
const rowHead =
  'sticky left-0 z-10 border-line border-b bg-paper pr-3 pb-3 text-left align-top font-normal text-ink-muted max-md:text-xs';
const cell = 'border-line border-b px-2 py-3 align-top [overflow-wrap:anywhere] md:px-4';

/**
 * One column per product. The header sticks to the top of the window where all columns fit; on phones the table scrolls sideways, and
 * two products are visible.
 */
export function CompareTable({ products, onlyDifferences, addHref }: CompareTableProps) {
  const captionId = useId();
  const ids = products.map(({ product_id }) => product_id);
  const { listProps, rowRef } = useKeptFocus(ids);
  const isShown = (differs: boolean) => differs || !onlyDifferences;
  const rows = compareRows(products).filter(({ differs }) => isShown(differs));
  const ratings = products.map(({ average_rating, rating_count }) => `${average_rating} ${rating_count}`);
  const features = products.map((product) => product.features.join('\n'));
  const hasFeatures = features.some((text) => text !== '');

  return (
    <section
      aria-labelledby={captionId}
      // A phone scrolls it. A window where all columns fit does not, so that the header can stick to the window.
      className="relative scroll-pl-22 max-md:-mr-4 max-md:snap-x max-md:overflow-x-auto max-md:overscroll-x-contain"
    >
      <table className="w-full table-fixed border-separate border-spacing-0 text-sm">
        <caption id={captionId} className="sr-only">
          Compared products
        </caption>
        <colgroup>
          <col className="w-22 md:w-32 lg:w-48" />
          {ids.map((id) => (
            <col key={id} className="w-31 md:w-auto" />
          ))}
          {ids.length < mostCompared && <col className="w-0 md:w-auto" />}
        </colgroup>
        <thead {...listProps} className="z-20 bg-paper md:sticky md:top-16">
          <tr>
            <td className={`${rowHead} border-b-0 pt-3`} />
            {products.map((product) => (
              <th
                key={product.product_id}
                scope="col"
                className="snap-start px-2 pt-3 text-left align-top font-medium md:px-4"
              >
                <Link href={productPath(product)} className="group flex flex-col gap-2 xl:flex-row xl:gap-3">
                  <span className="block aspect-square w-full overflow-hidden rounded-md bg-surface md:w-24 md:shrink-0">
                    <Picture src={product.image_url} alt="" sizes="7.5rem" maxWidth={320} eager />
                  </span>
                  <span className="line-clamp-4 underline-offset-4 [overflow-wrap:anywhere] group-hover:underline">
                    {product.title}
                  </span>
                </Link>
              </th>
            ))}
            {ids.length < mostCompared && (
              <td className="hidden px-4 pt-3 align-top md:table-cell">
                <Link
                  href={addHref}
                  className="grid size-24 place-items-center rounded-md border border-line-strong border-dashed p-2 text-center text-ink-muted text-xs hover:border-ink hover:text-ink"
                >
                  Add a product
                </Link>
              </td>
            )}
          </tr>
          <tr>
            <th scope="row" className={`${rowHead} pt-2`}>
              Price
            </th>
            {products.map((product) => (
              <td
                key={product.product_id}
                ref={rowRef(product.product_id)}
                className="border-line border-b px-2 pt-2 pb-3 align-top md:px-4"
              >
                <PriceOf product={product} />
                <div className="mt-2 flex flex-col items-start gap-x-4 md:flex-row md:flex-wrap md:items-center">
                  <AddComparedToCart product={product} />
                  <Link
                    href={comparePath(
                      ids.filter((id) => id !== product.product_id),
                      { onlyDifferences },
                    )}
                    keepsScroll
                    data-line-focus
                    aria-label={`Remove from comparison: ${product.title}`}
                    className="inline-flex min-h-11 items-center underline decoration-line-strong underline-offset-4 hover:decoration-ink"
                  >
                    Remove
                  </Link>
                </div>
              </td>
            ))}
            {ids.length < mostCompared && <td className="hidden md:table-cell" />}
          </tr>
        </thead>
        <tbody>
          {isShown(areDifferent(ratings)) && (
            <Row name="Rating">
              {products.map((product) => (
                <td key={product.product_id} className={cell}>
                  <Rating average={product.average_rating} count={product.rating_count} />
                </td>
              ))}
            </Row>
          )}
          {isShown(areDifferent(products.map(({ availability }) => availability))) && (
            <Row name="Availability">
              {products.map((product) => (
                <td key={product.product_id} className={cell}>
                  <Availability state={product.availability} />
                </td>
              ))}
            </Row>
          )}
          {rows.map(({ name, values }) => (
            <Row key={name} name={name}>
              {values.map((value, place) => (
                <td key={ids[place]} className={cell}>
                  {value ?? <Unsaid />}
                </td>
              ))}
            </Row>
          ))}
          {hasFeatures && isShown(areDifferent(features)) && (
            <Row name="Features">
              {products.map((product) => (
                <td key={product.product_id} className={cell}>
                  {product.features.length === 0 ? (
                    <Unsaid />
                  ) : (
                    <ul className="list-disc space-y-1.5 pl-4 marker:text-line-strong">
                      {product.features.map((feature) => (
                        <li key={feature}>{feature}</li>
                      ))}
                    </ul>
                  )}
                </td>
              ))}
            </Row>
          )}
        </tbody>
      </table>
    </section>
  );
}

function Row({ name, children }: { name: string; children: ReactNode }) {
  return (
    <tr>
      <th scope="row" className={`${rowHead} pt-3`}>
        {name}
      </th>
      {children}
    </tr>
  );
}

function PriceOf({ product }: { product: Product }) {
  const isForSale = product.availability !== 'not-for-sale' && product.price !== null;
  return <Price price={isForSale ? moneyOf(product.price) : null} reduction={reductionOf(product)} />;
}

function Unsaid() {
  return (
    <span className="text-ink-muted">
      <span aria-hidden="true">–</span>
      <span className="sr-only">Not stated</span>
    </span>
  );
}
