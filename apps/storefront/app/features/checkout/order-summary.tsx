import type { CartEstimate, Checkout } from '@kindred/contracts';
import { ChevronDownIcon, classNames, Picture } from '@kindred/ui';
import { useState } from 'react';
import { useFetcher, useNavigation } from 'react-router';
import { moneyText } from '../../shared/money-text.ts';
import type { CheckoutReply } from './checkout-reply.ts';
import type { Step } from './checkout-steps.ts';
import { PromoCode } from './promo-code.tsx';
import { Totals } from './totals.tsx';

/** Whether the total may still grow while this detail is missing. */
const costs = (detail: Checkout['missing'][number]) =>
  detail === 'shipping_address' || detail === 'shipping_method_id';

/** The products and totals: beside the steps, or on phones in a bar that unfolds. Without a script it is always unfolded. */
export function OrderSummary({
  checkout,
  estimate,
  step,
  promo,
}: {
  checkout: Checkout;
  /** Null if the checkout's own total is used. */
  estimate: CartEstimate | null;
  step: Step;
  promo: CheckoutReply['promo'];
}) {
  const [isOpen, setIsOpen] = useState(false);
  const isKeeping = useFetcher({ key: 'kept-form' }).state !== 'idle';
  const isBusy = useNavigation().state !== 'idle' || isKeeping;
  const { breakdown } = estimate ?? checkout;
  const name = estimate ? 'Estimated total' : checkout.missing.some(costs) ? 'Total so far' : 'Total';
  const count = checkout.lines.reduce((sum, { quantity }) => sum + quantity, 0);
  return (
    <aside
      aria-labelledby="summary-heading"
      className="checkout-summary -mx-4 border-line border-t bg-paper px-4 md:-mx-8 md:px-8 lg:sticky lg:top-8 lg:mx-0 lg:rounded-lg lg:border lg:bg-surface lg:p-6 scripted:max-lg:sticky scripted:max-lg:bottom-0 scripted:max-lg:z-10"
    >
      <h2 id="summary-heading" className="font-semibold text-lg max-lg:pt-4 scripted:max-lg:sr-only">
        Your order
      </h2>
      <button
        type="button"
        aria-expanded={isOpen}
        aria-controls="summary-content"
        onClick={() => setIsOpen(!isOpen)}
        className="hidden min-h-14 w-full items-center justify-between gap-4 text-sm scripted:max-lg:flex"
      >
        <span className="inline-flex items-center gap-1.5">
          {isOpen ? 'Hide' : 'Show'} order, {count} {count === 1 ? 'item' : 'items'}
          <ChevronDownIcon
            size={16}
            aria-hidden="true"
            className={classNames('text-ink-muted transition-transform', !isOpen && 'rotate-180')}
          />
        </span>
        <span
          className={classNames(
            'text-right font-semibold text-base tabular-nums leading-tight',
            isBusy && 'text-ink-muted',
          )}
        >
          {name !== 'Total' && <span className="block font-normal text-ink-muted text-xs">{name}</span>}
          {moneyText(breakdown.total_price)}
        </span>
      </button>
      <div
        id="summary-content"
        className={classNames(
          'pb-6 lg:pb-0',
          isOpen ? 'max-lg:max-h-[60dvh] max-lg:overflow-y-auto' : 'scripted:max-lg:hidden',
        )}
      >
        <Lines checkout={checkout} />
        <PromoCode key={step} breakdown={checkout.breakdown} promo={promo} />
        <Totals breakdown={breakdown} isBusy={isBusy} name={name} />
      </div>
    </aside>
  );
}

function Lines({ checkout: { lines, notices } }: { checkout: Checkout }) {
  return (
    <ul className="mt-4 space-y-4">
      {lines.map(({ product_id, title, image_url, quantity, unit_price, subtotal }) => {
        const notice = notices.find((one) => one.product_id === product_id);
        return (
          <li key={product_id} className="flex gap-4">
            <div className="size-16 shrink-0 overflow-hidden rounded-md bg-surface-strong">
              <Picture src={image_url} alt="" sizes="64px" maxWidth={480} />
            </div>
            <div className="min-w-0 grow text-sm">
              <div className="flex justify-between gap-4">
                <p className="wrap-anywhere min-w-0">{title}</p>
                <p className="shrink-0 tabular-nums">{moneyText(subtotal)}</p>
              </div>
              <p className="mt-0.5 text-ink-muted tabular-nums">
                {quantity === 1 ? '1 item' : `${quantity} × ${moneyText(unit_price)}`}
              </p>
              {notice && <p className="mt-0.5 text-warning">{notice.message}</p>}
            </div>
          </li>
        );
      })}
    </ul>
  );
}
