import type { Money } from '@kindred/contracts';
import { arrivalText } from '@kindred/shop-types';
import { ChevronDownIcon, Link, TruckIcon } from '@kindred/ui';
import { moneyText } from '../../shared/money-text.ts';
import { type Delivery, type DeliveryOffer, deliveryOffers } from './delivery.ts';

/** When a product arrives if it is ordered now, and at what cost. */
export function DeliveryLine({ delivery, price }: { delivery: Delivery; price: Money }) {
  const offers = deliveryOffers(delivery.methods, price);
  const [offer] = offers;
  if (!offer) return null;
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
          {`: ${costOf(offer)}${free}`}
        </p>
        <WaysToDeliver offers={offers} />
      </div>
    </div>
  );
}

const costOf = ({ price }: DeliveryOffer): string => (price.amount_minor === 0 ? 'free' : moneyText(price));

/** The same as the page says to search engines. */
function WaysToDeliver({ offers }: { offers: readonly DeliveryOffer[] }) {
  return (
    <details className="group/ways text-ink-muted">
      <summary className="flex min-h-11 w-fit list-none items-center gap-1 hover:text-ink md:min-h-8 [&::-webkit-details-marker]:hidden">
        {offers.length === 1 ? 'How long it takes' : 'All ways to deliver'}
        <ChevronDownIcon
          size={14}
          aria-hidden="true"
          className="transition-transform group-open/ways:rotate-180"
        />
      </summary>
      <ul className="pb-2">
        {offers.map((offer) => (
          <li key={offer.name}>
            <span className="text-ink">{offer.name}</span>
            {`: ${costOf(offer)}, ${offer.days}`}
          </li>
        ))}
      </ul>
    </details>
  );
}
