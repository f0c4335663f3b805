import type { Product } from '@kindred/contracts';
import { Availability } from '@kindred/ui';
import type { ReactNode } from 'react';
import { AddToCart } from '../cart/add-to-cart.tsx';
import type { Delivery } from './delivery.ts';
import { DeliveryLine } from './delivery-line.tsx';
import { OptionPicker } from './option-picker.tsx';
import { ProductPrice } from './product-price.tsx';
import { ProductWords } from './product-words.tsx';

interface ProductSummaryProps {
  product: Product;
  /** The search that led to the product. */
  searchId: string | undefined;
  /** Null: unknown. */
  delivery: Delivery | null;
  /** Further actions, such as the wishlist. */
  children?: ReactNode;
}

/** The column beside the pictures, below the heading: what it costs, what there is to choose, and what it is. */
export function ProductSummary({ product, searchId, delivery, children }: ProductSummaryProps) {
  const isForSale = product.availability !== 'not-for-sale' && product.price !== null;
  return (
    <>
      <div className="border-line border-y py-4 md:py-5">
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
        {delivery && product.price && product.available > 0 && isForSale && (
          <DeliveryLine delivery={delivery} price={product.price} />
        )}
        <Attributes product={product} />
      </div>
      {children && <div className="flex flex-col gap-4 border-line border-b py-5">{children}</div>}
      <ProductWords product={product} />
    </>
  );
}

/** Colour and further attributes that the option picker does not show. */
function Attributes({ product }: { product: Product }) {
  const rows = [
    ...(product.color ? [{ code: 'color', label: 'Colour', values: [product.color] }] : []),
    ...product.attributes,
  ].filter(({ code }) => !isOption(product, code));
  return rows.map(({ code, label, values }) => (
    <p key={code} className="mt-4 text-sm">
      <span className="text-ink-muted">{label}</span>{' '}
      <span className="ml-2 [overflow-wrap:anywhere]">{values.join(', ')}</span>
    </p>
  ));
}

/** Whether the option picker already shows this attribute. */
const isOption = ({ variants, combinations }: Product, code: string): boolean =>
  combinations.length > 1 && (variants?.options ?? []).some((option) => option.code === code);
