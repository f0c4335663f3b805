import type { Product } from '@kindred/contracts';
import { Availability, Badge, Link, Rating } from '@kindred/ui';
import type { ReactNode } from 'react';
import { brandPath } from '../../shared/paths.ts';
import { AddToCart } from '../cart/add-to-cart.tsx';
import { OptionPicker } from './option-picker.tsx';
import { ProductPrice } from './product-price.tsx';

/** An average of fewer says little. */
const enoughRatings = 20;

interface ProductSummaryProps {
  product: Product;
  /** The search that led to the product. */
  searchId: string | undefined;
  /** Further actions, such as the wishlist. */
  children?: ReactNode;
}

/** The column beside the pictures. */
export function ProductSummary({ product, searchId, children }: ProductSummaryProps) {
  const isForSale = product.availability !== 'not-for-sale' && product.price !== null;
  return (
    <div className="lg:sticky lg:top-24">
      {product.brand && (
        <p className="text-ink-muted text-sm">
          <Link href={brandPath(product.brand)} className="underline-offset-4 hover:text-ink hover:underline">
            {product.brand}
          </Link>
        </p>
      )}
      <h1 className="mt-1.5 font-semibold text-2xl [overflow-wrap:anywhere]">{product.title}</h1>
      <a href="#reviews" className="mt-3 inline-flex rounded-sm underline-offset-4 hover:underline">
        <Rating average={product.average_rating} count={product.rating_count} size="md" />
      </a>
      {product.rating_bin === 'High' && product.rating_count >= enoughRatings && (
        <p className="mt-3">
          <Badge tone="accent">Highly rated</Badge>
        </p>
      )}

      <div className="mt-6 border-line border-y py-5">
        <ProductPrice product={product} />
        <p className="mt-2 text-sm">
          {isForSale ? (
            <Availability state={product.availability} />
          ) : (
            <span className="text-ink-muted">We do not sell this product right now.</span>
          )}
        </p>
        <OptionPicker product={product} />
        {isForSale && product.available > 0 && (
          <AddToCart key={product.product_id} product={product} searchId={searchId} />
        )}
        {product.color && !isOption(product, 'color') && (
          <p className="mt-4 text-sm">
            <span className="text-ink-muted">Colour</span> <span className="ml-2">{product.color}</span>
          </p>
        )}
        {product.attributes
          .filter(({ code }) => !isOption(product, code))
          .map(({ code, label, values }) => (
            <p key={code} className="mt-4 text-sm">
              <span className="text-ink-muted">{label}</span>{' '}
              <span className="ml-2 [overflow-wrap:anywhere]">{values.join(', ')}</span>
            </p>
          ))}
      </div>
      {children && <div className="flex flex-col gap-4 border-line border-b py-5">{children}</div>}

      {product.description !== '' && <Description text={product.description} />}
      <div className="mt-6">
        {product.features.length > 0 && (
          <Fold title="Features" isOpen>
            <ul className="list-disc space-y-2 pl-4 text-ink-muted text-sm marker:text-line-strong">
              {product.features.map((feature) => (
                <li key={feature} className="pl-1 [overflow-wrap:anywhere]">
                  {feature}
                </li>
              ))}
            </ul>
          </Fold>
        )}
        {Object.keys(product.details).length > 0 && (
          <Fold title="Details">
            <dl className="text-sm">
              {Object.entries(product.details).map(([name, value]) => (
                <div
                  key={name}
                  className="grid grid-cols-[2fr_3fr] gap-4 border-line border-b py-2 last:border-0"
                >
                  <dt className="text-ink-muted">{name}</dt>
                  <dd className="[overflow-wrap:anywhere]">{value}</dd>
                </div>
              ))}
            </dl>
          </Fold>
        )}
      </div>
    </div>
  );
}

/** Whether the option picker already shows this attribute. */
const isOption = ({ variants, combinations }: Product, code: string): boolean =>
  combinations.length > 1 && (variants?.options ?? []).some((option) => option.code === code);

const longText = 420;

/** The description in paragraphs. A long one is folded after its beginning. */
function Description({ text }: { text: string }) {
  const paragraphs = text
    .split(/\n+/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '');
  const body = paragraphs.map((paragraph) => <p key={paragraph}>{paragraph}</p>);
  if (text.length <= longText) return <div className="mt-6 space-y-3">{body}</div>;
  return (
    <details className="group mt-6">
      <summary className="list-none [&::-webkit-details-marker]:hidden">
        <span className="line-clamp-4 group-open:hidden">{paragraphs.join(' ')}</span>
        <span className="mt-2 inline-block text-sm underline decoration-line-strong underline-offset-4">
          <span className="group-open:hidden">Read more</span>
          <span className="hidden group-open:inline">Read less</span>
        </span>
      </summary>
      <div className="mt-2 space-y-3">{body}</div>
    </details>
  );
}

function Fold({ title, isOpen = false, children }: { title: string; isOpen?: boolean; children: ReactNode }) {
  return (
    <details open={isOpen} className="group/fold border-line border-t last:border-b">
      <summary className="flex min-h-13 list-none items-center justify-between font-medium [&::-webkit-details-marker]:hidden">
        {title}
        <span aria-hidden="true" className="relative size-3.5">
          <span className="absolute inset-x-0 top-1/2 h-px bg-ink" />
          <span className="absolute inset-y-0 left-1/2 w-px bg-ink transition-transform group-open/fold:scale-y-0" />
        </span>
      </summary>
      <div className="pb-5">{children}</div>
    </details>
  );
}
