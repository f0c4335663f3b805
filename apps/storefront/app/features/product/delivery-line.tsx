import type { Money } from '@kindred/contracts';
import { arrivalText } from '@kindred/shop-types';
import { Link, TruckIcon } from '@kindred/ui';
import { moneyText } from '../../shared/money-text.ts';
import { type Delivery, deliveryOffer } from './delivery.ts';

/** When a product arrives if it is ordered now, and at what cost. */
export function DeliveryLine({ delivery, price }: { delivery: Delivery; price: Money }) {
  const offer = deliveryOffer(delivery.methods, price);
  if (!offer) return null;
  const cost = offer.price.amount_minor === 0 ? 'free' : moneyText(offer.price);
  const free = offer.freeFrom === null ? '' : `, free from ${moneyText(offer.freeFrom)}`;
  return (
    <div className="mt-4 flex gap-2.5 text-sm">
      <TruckIcon size={18} className="mt-px shrink-0 text-ink-muted" />
      <div>
        <p>
          Get it <span className="font-medium">{arrivalText(offer.arrival)}</span>
        </p>
        <p className="text-ink-muted">
          <Link
            href="/delivery"
            className="underline decoration-line-strong underline-offset-4 hover:text-ink hover:decoration-current"
          >
            Delivery to {delivery.country}
          </Link>
          {`: ${cost}${free}`}
        </p>
      </div>
    </div>
  );
}
