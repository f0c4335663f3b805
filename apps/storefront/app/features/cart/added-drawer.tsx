import type { Product, Recommendations } from '@kindred/contracts';
import { Alert, Drawer, Link, LinkButton, Picture, Price } from '@kindred/ui';
import { useEffect } from 'react';
import { useFetcher } from 'react-router';
import { moneyOf } from '../catalog/product-card-props.tsx';
import { reductionOf } from '../catalog/reduction.ts';
import { recommendedHref } from '../recommendations/click-origin.ts';
import { shelfHeading } from '../recommendations/shelf-heading.ts';
import { addedText } from './added-text.ts';
import { cartPath } from './cart-change.ts';
import type { CartAnswer } from './change-cart.ts';
import { CheckOutButton } from './check-out-button.tsx';

interface AddedDrawerProps {
  product: Product;
  /** Undefined until the server answers. */
  answer: CartAnswer | undefined;
  isOpen: boolean;
  onClose: () => void;
}

export function AddedDrawer({ product, answer, isOpen, onClose }: AddedDrawerProps) {
  const refusal = answer?.refusal;
  const line = answer?.line;
  return (
    <Drawer isOpen={isOpen} onClose={onClose} title={refusal ? 'Not added' : 'Added to cart'}>
      {/* Screen readers ignore the page behind an open drawer, so the drawer announces the result itself. */}
      <p role="status" className="sr-only">
        {answer && !refusal ? addedText(product.title, answer) : ''}
      </p>
      {refusal ? (
        <Alert tone="warning" role="alert" title={refusal.message} />
      ) : (
        <>
          <div className="flex gap-4">
            <div className="size-22 shrink-0 overflow-hidden rounded-md bg-surface">
              <Picture src={product.image_url} alt="" sizes="88px" maxWidth={320} />
            </div>
            <div className="min-w-0 grow text-sm">
              <p className="line-clamp-3 font-medium [overflow-wrap:anywhere]">{product.title}</p>
              <p
                aria-busy={line === undefined}
                className="mt-1 min-h-5 transition-opacity aria-busy:opacity-40"
              >
                {line?.unit_price && (
                  <>
                    <Price price={moneyOf(line.unit_price)} reduction={reductionOf(product)} />
                    <span className="text-ink-muted"> · {line.quantity} in cart</span>
                  </>
                )}
              </p>
              {answer?.notices.map(({ kind, message }) => (
                <p key={kind} className="mt-1 text-warning">
                  {message}
                </p>
              ))}
            </div>
          </div>
          <div className="mt-6 flex flex-col gap-3">
            <CheckOutButton />
            <LinkButton href={cartPath} variant="secondary" size="lg">
              View cart
            </LinkButton>
          </div>
          {answer && <Suggestions />}
        </>
      )}
    </Drawer>
  );
}

function Suggestions() {
  const { load, data: shelf } = useFetcher<Recommendations | null>();
  useEffect(() => void load(`${cartPath}/suggestions`), [load]);
  if (!shelf || shelf.items.length === 0) return null;
  return (
    <section aria-labelledby="suggestions-heading" className="mt-8 border-line border-t pt-6">
      <h3 id="suggestions-heading" className="font-semibold">
        {shelfHeading(shelf).title}
      </h3>
      <ul className="mt-3">
        {shelf.items.map((item) => (
          <li key={item.product.product_id}>
            <Link
              href={recommendedHref(item, shelf.request_id)}
              className="group flex items-center gap-3 rounded-md py-2 text-sm"
            >
              <span className="size-14 shrink-0 overflow-hidden rounded-md bg-surface">
                <Picture src={item.product.image_url} alt="" sizes="56px" maxWidth={160} />
              </span>
              <span className="min-w-0">
                <span className="line-clamp-2 underline-offset-4 group-hover:underline">
                  {item.product.title}
                </span>
                <Price price={moneyOf(item.product.price)} className="text-ink-muted tabular-nums" />
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
