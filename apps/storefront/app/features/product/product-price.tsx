import type { Product, Sale } from '@kindred/contracts';
import { PercentOff, Price } from '@kindred/ui';
import { moneyText } from '../../shared/money-text.ts';
import { moneyOf } from '../catalog/product-card-props.tsx';
import { reductionOf, saleEndText } from '../catalog/reduction.ts';

/** The price on a product's page. The law requires the price from which a reduction is computed. */
export function ProductPrice({ product }: { product: Product }) {
  const { price, sale } = product;
  const isForSale = product.availability !== 'not-for-sale' && price !== null;
  return (
    <>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Price
          price={isForSale ? moneyOf(price) : null}
          reduction={reductionOf(product)}
          className="font-medium text-2xl tabular-nums"
        />
        {isForSale && sale && <PercentOff percent={sale.percent_off} />}
      </p>
      {isForSale && sale && <SaleTerms sale={sale} />}
    </>
  );
}

function SaleTerms({ sale }: { sale: Sale }) {
  const { regular_price: regular, lowest_recent_price: lowest, ends_at } = sale;
  const terms = [
    `Lowest price of the 30 days before the sale: ${moneyText(lowest)}`,
    ...(regular.amount_minor === lowest.amount_minor ? [] : [`Regular price: ${moneyText(regular)}`]),
    ...(ends_at === null ? [] : [saleEndText(ends_at)]),
  ];
  return (
    <ul className="mt-2 space-y-0.5 text-ink-muted text-sm">
      {terms.map((term) => (
        <li key={term}>{term}</li>
      ))}
    </ul>
  );
}
