import type { ShippingMethod } from '@kindred/contracts';
import { arrivalText, formatMoney } from '@kindred/shop-types';
import { workingDays } from './working-days.ts';

const countries = new Intl.DisplayNames('en', { type: 'region' });

/** The delivery options, from the same source as the checkout's, so that the prices agree. */
export function ShippingMethods({ methods }: { methods: readonly ShippingMethod[] }) {
  if (methods.length === 0) return null;
  return (
    <section aria-labelledby="ways-heading" className="mb-10 max-w-prose">
      <h2 id="ways-heading" className="mb-3 font-semibold text-xl">
        Delivery options
      </h2>
      <ul className="border-line border-t">
        {methods.map((method) => (
          <li
            key={method.shipping_method_id}
            className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-6 border-line border-b py-4"
          >
            <h3 className="font-medium">{method.name}</h3>
            <PriceOf method={method} />
            <p className="text-ink-muted text-sm">
              {[method.description, placesOf(method)].filter(Boolean).join('. ')}
            </p>
            <p className="col-span-full mt-1 text-sm">{daysOf(method)}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function PriceOf({ method: { price, free_from } }: { method: ShippingMethod }) {
  const text = ({ amount_minor: amountMinor, currency }: ShippingMethod['price']) =>
    formatMoney({ amountMinor, currency });
  return (
    <p className="row-span-2 text-right tabular-nums">
      <span className="font-medium">{price.amount_minor === 0 ? 'Free' : text(price)}</span>
      {free_from && price.amount_minor > 0 && (
        <span className="block text-ink-muted text-sm">Free from {text(free_from)}</span>
      )}
    </p>
  );
}

const daysOf = (method: ShippingMethod): string =>
  `${workingDays(method)}. Order now, and it arrives ${arrivalText(method.delivery)}.`;

function placesOf({ countries: codes }: ShippingMethod): string {
  if (codes.length === 0) return '';
  return `Only to ${codes.map((code) => countries.of(code) ?? code).join(', ')}`;
}
