import type { Cart, Money, PriceBreakdown } from '@kindred/contracts';
import { arrivalText } from '@kindred/shop-types';
import { Alert, classNames } from '@kindred/ui';
import type { ReactNode } from 'react';
import { moneyText } from '../../shared/money-text.ts';
import type { Country } from '../address/countries.ts';
import type { RefusedForm } from './change-cart.ts';
import { CheckOutButton } from './check-out-button.tsx';
import { DeliveryCountry } from './delivery-country.tsx';
import { useIsCartPending } from './pending-cart.tsx';
import { PromoCodes } from './promo-codes.tsx';

interface CartSummaryProps {
  cart: Cart;
  countries: readonly Country[];
  refused: RefusedForm | undefined;
}

/** The totals, as the checkout will show them. They are grey while the server has not answered a change. */
export function CartSummary({ cart, countries, refused }: CartSummaryProps) {
  const isPending = useIsCartPending();
  const { estimate } = cart;
  const breakdown = estimate?.breakdown ?? cart.breakdown;
  if (!breakdown) return null;
  const obstacle = obstacleOf(cart);
  return (
    <section aria-labelledby="summary-heading" className="rounded-lg bg-surface p-5 md:p-7">
      <h2 id="summary-heading" className="font-semibold text-lg">
        Summary
      </h2>
      <div aria-busy={isPending} className="mt-4 transition-opacity aria-busy:opacity-40">
        <Sums breakdown={breakdown} country={countryName(countries, estimate?.country)} />
      </div>
      {estimate && (
        <>
          <p className="mt-3 text-ink-muted text-sm">
            {estimate.shipping_method
              ? `${estimate.shipping_method.name}, arrives ${arrivalText(estimate.shipping_method.delivery)}`
              : `We do not deliver to ${countryName(countries, estimate.country)} yet.`}
          </p>
          <DeliveryCountry country={estimate.country} countries={countries} />
        </>
      )}
      <PromoCodes breakdown={breakdown} refused={refused} />
      {obstacle && (
        <Alert tone="warning" className="mt-4">
          {obstacle}
        </Alert>
      )}
      <CheckOutButton isDisabled={obstacle !== undefined} className="mt-4 w-full" />
    </section>
  );
}

/** Why the shopper cannot check out yet. */
function obstacleOf({ items }: Cart): string | undefined {
  const inTheWay = items.filter(({ unit_price, available }) => unit_price === null || available === 0);
  if (inTheWay.length === 0) return undefined;
  const [{ product }] = inTheWay;
  return inTheWay.length === 1
    ? `${product.title} is not available right now. Remove it or save it for later to check out.`
    : `${inTheWay.length} products are not available right now. Remove them or save them for later to check out.`;
}

function countryName(countries: readonly Country[], code: string | undefined): string {
  return countries.find((country) => country.code === code)?.name ?? code ?? '';
}

function Sums({ breakdown, country }: { breakdown: PriceBreakdown; country: string }) {
  const { subtotal, discount, shipping, tax, tax_name, is_tax_inclusive, total_price } = breakdown;
  return (
    <dl className="text-sm">
      <Sum name="Subtotal" amount={subtotal} />
      {discount.amount_minor > 0 && <Sum name="Discount" amount={discount} isOff />}
      {shipping && (
        <Sum name={`Delivery to ${country}`} amount={shipping.amount_minor === 0 ? 'Free' : shipping} />
      )}
      {tax && !is_tax_inclusive && <Sum name={tax_name ?? 'Tax'} amount={tax} />}
      <Sum name="Estimated total" amount={total_price} isTotal />
      {tax && is_tax_inclusive && <Sum name={`Includes ${tax_name ?? 'tax'}`} amount={tax} />}
    </dl>
  );
}

function Sum({
  name,
  amount,
  isOff = false,
  isTotal = false,
}: {
  name: ReactNode;
  amount: Money | string;
  isOff?: boolean;
  isTotal?: boolean;
}) {
  const text = typeof amount === 'string' ? amount : `${isOff ? '−' : ''}${moneyText(amount)}`;
  return (
    <div
      className={classNames(
        'flex justify-between gap-4 py-1',
        isTotal && 'mt-3 border-line border-t pt-4 font-semibold text-lg',
      )}
    >
      <dt className={isTotal ? undefined : 'text-ink-muted'}>{name}</dt>
      <dd className="tabular-nums">{text}</dd>
    </div>
  );
}
