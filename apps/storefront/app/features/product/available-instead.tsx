import type { RecommendedItem } from '@kindred/contracts';
import { Link, Picture, Price } from '@kindred/ui';
import { moneyOf } from '../catalog/product-card-props.tsx';
import { recommendedHref } from '../recommendations/click-origin.ts';

interface AvailableInsteadProps {
  items: readonly RecommendedItem[];
  requestId: string | undefined;
}

/** Similar products that can be bought, beside the notice of one that cannot. */
export function AvailableInstead({ items, requestId = '' }: AvailableInsteadProps) {
  if (items.length === 0) return null;
  return (
    <section aria-labelledby="instead-heading">
      <h2 id="instead-heading" className="font-medium">
        Similar, and available
      </h2>
      <ul className="mt-2">
        {items.map((item) => (
          <li key={item.product.product_id} className="relative flex items-center gap-4 py-2">
            <span className="size-16 shrink-0 overflow-hidden rounded-md bg-surface">
              <Picture src={item.product.image_url} alt="" sizes="64px" maxWidth={240} />
            </span>
            <span className="min-w-0 text-sm">
              <Link
                href={recommendedHref(item, requestId)}
                className="line-clamp-2 font-medium underline-offset-4 [overflow-wrap:anywhere] after:absolute after:inset-0 after:rounded-md hover:underline focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:outline-accent"
              >
                {item.product.title}
              </Link>
              <span className="mt-1 block">
                <Price price={moneyOf(item.product.price)} />
              </span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
