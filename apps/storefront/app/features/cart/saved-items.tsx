import type { SavedItem } from '@kindred/contracts';
import { AlertIcon, Link, Picture, Price } from '@kindred/ui';
import { useFetcher } from 'react-router';
import type { action } from '../../routes/cart/changes.ts';
import { productPath } from '../../shared/paths.ts';
import { moneyOf } from '../catalog/product-card-props.tsx';
import { reductionOf } from '../catalog/reduction.ts';
import { CartForm } from './cart-form.tsx';
import { LineButton } from './line-button.tsx';
import { useKeptFocus } from './use-kept-focus.ts';

export function SavedItems({ items }: { items: readonly SavedItem[] }) {
  const { listProps, rowRef } = useKeptFocus(items.map(({ product }) => product.product_id));
  if (items.length === 0) return null;
  return (
    <section id="saved" aria-labelledby="saved-heading" className="mt-14">
      <h2 id="saved-heading" className="mb-2 font-semibold text-xl">
        Saved for later
      </h2>
      <ul className="md:grid md:grid-cols-2 md:gap-x-8 xl:grid-cols-3" {...listProps}>
        {items.map((item) => (
          <SavedLine key={item.product.product_id} item={item} rowRef={rowRef(item.product.product_id)} />
        ))}
      </ul>
    </section>
  );
}

function SavedLine({ item, rowRef }: { item: SavedItem; rowRef: (element: HTMLElement | null) => void }) {
  const { product, quantity, unit_price } = item;
  const fetcher = useFetcher<typeof action>({ key: `cart-saved-${product.product_id}` });
  const isBusy = fetcher.state !== 'idle';
  const titleId = `saved-${product.product_id}`;
  const messages = [
    ...(!isBusy && fetcher.data?.refusal ? [fetcher.data.refusal.message] : []),
    ...item.notices.map(({ message }) => message),
  ];
  const line = { titleId, isBusy };
  return (
    <li ref={rowRef} className="flex gap-4 border-line border-b py-5">
      <div className="size-22 shrink-0 overflow-hidden rounded-md bg-surface">
        <Picture src={product.image_url} alt="" sizes="88px" maxWidth={320} />
      </div>
      <div className="min-w-0 grow text-sm">
        <p id={titleId} className="line-clamp-2 font-medium [overflow-wrap:anywhere]">
          <Link href={productPath(product)} data-line-focus className="underline-offset-4 hover:underline">
            {product.title}
          </Link>
        </p>
        <p className="mt-1">
          <Price price={moneyOf(unit_price)} reduction={reductionOf(product)} />
          {quantity > 1 && <span className="text-ink-muted"> · Quantity {quantity}</span>}
        </p>
        <div role="status">
          {messages.map((message) => (
            <p key={message} className="mt-1.5 flex gap-1.5 text-warning">
              <AlertIcon size={16} aria-hidden="true" className="mt-0.5 shrink-0" />
              {message}
            </p>
          ))}
        </div>
        <CartForm
          fetcher={fetcher}
          className="mt-1 flex flex-wrap gap-x-5"
          onSubmit={(event) => {
            if (isBusy) event.preventDefault();
          }}
        >
          <input type="hidden" name="product_id" value={product.product_id} />
          <input type="hidden" name="was" value={quantity} />
          {unit_price && item.available > 0 && (
            <LineButton {...line} change="move-to-cart">
              Move to cart
            </LineButton>
          )}
          <LineButton {...line} change="remove-saved">
            Remove
          </LineButton>
        </CartForm>
      </div>
    </li>
  );
}
