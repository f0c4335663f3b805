import type { Order, Shipment } from '@kindred/contracts';
import { momentText } from '@kindred/shop-types';
import { Badge, TruckIcon } from '@kindred/ui';

/** The parcels, and the items that are not shipped yet. */
export function OrderParcels({ order }: { order: Order }) {
  const { shipments, lines } = order;
  if (shipments.length === 0) return null;
  const titles = new Map(lines.map(({ product_id, title }) => [product_id, title]));
  const waiting = lines.filter(({ unshipped_quantity }) => unshipped_quantity > 0);
  return (
    <section aria-labelledby="parcels">
      <h2 id="parcels" className="font-semibold text-xl">
        {shipments.length === 1 ? 'Your parcel' : 'Your parcels'}
      </h2>
      <ul className="mt-4 space-y-4 print:mt-1 print:space-y-2">
        {shipments.map((parcel, index) => (
          <li key={parcel.shipment_id} className="rounded-lg border border-line p-4 md:p-5 print:p-2">
            <Parcel
              parcel={parcel}
              name={shipments.length === 1 ? undefined : `Parcel ${index + 1}`}
              titles={titles}
            />
          </li>
        ))}
      </ul>
      {waiting.length > 0 && (
        <p className="mt-4 text-ink-muted text-sm">
          Not shipped yet:{' '}
          {waiting.map(({ title, unshipped_quantity }) => `${unshipped_quantity} × ${title}`).join(', ')}.
        </p>
      )}
    </section>
  );
}

function Parcel({
  parcel: { carrier, tracking_number: trackingNumber, shipped_at: sentAt, delivered_at: deliveredAt, lines },
  name,
  titles,
}: {
  parcel: Shipment;
  name: string | undefined;
  titles: ReadonlyMap<number, string>;
}) {
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <h3 className="flex items-center gap-2 font-medium">
          <TruckIcon size={18} aria-hidden="true" className="text-ink-muted" />
          {[name, carrier].filter(Boolean).join(' · ') || 'Parcel'}
        </h3>
        <Badge tone={deliveredAt === null ? 'neutral' : 'accent'}>
          {deliveredAt === null ? 'On its way' : 'Delivered'}
        </Badge>
      </div>
      <dl className="mt-3 grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1 text-sm print:mt-1 print:grid-cols-[auto_minmax(0,1fr)_auto_minmax(0,1fr)]">
        {trackingNumber !== null && (
          <>
            <dt className="text-ink-muted">Tracking number</dt>
            <dd className="select-all font-medium [overflow-wrap:anywhere]">{trackingNumber}</dd>
          </>
        )}
        <dt className="text-ink-muted">Shipped</dt>
        <dd>
          <time dateTime={sentAt}>{momentText(sentAt)}</time>
        </dd>
        {deliveredAt !== null && (
          <>
            <dt className="text-ink-muted">Delivered</dt>
            <dd>
              <time dateTime={deliveredAt}>{momentText(deliveredAt)}</time>
            </dd>
          </>
        )}
        <dt className="text-ink-muted">Contents</dt>
        <dd className="[overflow-wrap:anywhere]">
          {lines.map(({ product_id, quantity }) => (
            <span key={product_id} className="block">
              {quantity} × {titles.get(product_id)}
            </span>
          ))}
        </dd>
      </dl>
    </>
  );
}
