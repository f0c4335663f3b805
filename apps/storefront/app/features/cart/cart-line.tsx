// biome-ignore-all lint/a11y/noRedundantRoles: without them, some browsers do not treat a restyled table as a table.
import type { CartEstimate } from '@kindred/contracts';
import { arrivalText } from '@kindred/shop-types';
import { Link, Picture, Price } from '@kindred/ui';
import { type Ref, useEffect, useState } from 'react';
import { productPath } from '../../shared/paths.ts';
import { moneyOf } from '../catalog/product-card-props.tsx';
import { reductionOf } from '../catalog/reduction.ts';
import { LineActions } from './line-actions.tsx';
import { LineNotices } from './line-notices.tsx';
import { LineQuantity } from './line-quantity.tsx';
import { useWantedQuantities } from './pending-cart.tsx';
import { RemovedRow } from './removed-row.tsx';
import type { CartRow, CartRows } from './use-cart-rows.ts';
import { useLineSync } from './use-line-sync.ts';

interface CartLineProps extends CartRow {
  estimate: CartEstimate | null;
  rows: CartRows;
  ref: Ref<HTMLTableRowElement>;
}

/** One product of the cart, or the row of one that was just removed. */
export function CartLine({ item, shown, isRemoved, isKept, estimate, rows, ref }: CartLineProps) {
  const { product } = item;
  const id = product.product_id;
  const titleId = `line-${id}`;
  const { wanted } = useWantedQuantities();
  const { wish, answer } = useLineSync(id, shown);
  const isAnswered = wish === undefined;
  const isRefused = isAnswered && answer?.refusal !== undefined;
  const isInCart = shown > 0;
  const [restoredAt, setRestoredAt] = useState(0);

  // The server decides: a line that it could not remove comes back, and a line that it could not restore goes away.
  useEffect(() => {
    if (!isKept || !isAnswered) return;
    if (isRemoved ? isRefused && isInCart : isInCart) rows.forget(id);
    else if (!isRemoved && isRefused) rows.remove(item);
  });

  // “Undo” is gone, so the focus moves to the product's link.
  useEffect(() => {
    if (restoredAt > 0) document.getElementById(titleId)?.querySelector('a')?.focus();
  }, [restoredAt, titleId]);

  if (isRemoved)
    return (
      <RemovedRow
        ref={ref}
        title={product.title}
        problem={isRefused && !isInCart ? answer?.refusal?.message : undefined}
        onUndo={() => {
          rows.putBack(item);
          wanted.want(id, item.quantity, { atOnce: true });
          setRestoredAt(Date.now());
        }}
        onGone={() => rows.forget(id)}
      />
    );

  const isPending = wish !== undefined || !isInCart;
  const chosen = product.variants?.options.map(({ value }) => value) ?? [item.color];
  const details = [product.brand, ...chosen].filter((one) => one !== null).join(' · ');
  const canBeHad = item.unit_price !== null && item.available > 0;
  return (
    <tr
      ref={ref}
      role="row"
      className="grid grid-cols-[auto_1fr_auto] items-center gap-x-4 gap-y-3 border-line border-b py-5 md:table-row md:py-0"
    >
      <td role="cell" className="col-span-3 md:py-5 md:pr-6">
        <div className="flex gap-4">
          <div className="size-22 shrink-0 overflow-hidden rounded-md bg-surface md:size-24">
            <Picture src={product.image_url} alt="" sizes="96px" maxWidth={320} />
          </div>
          <div className="min-w-0 grow">
            <p id={titleId} className="line-clamp-3 font-medium text-sm [overflow-wrap:anywhere]">
              <Link
                href={productPath(product)}
                data-line-focus
                className="underline-offset-4 hover:underline"
              >
                {product.title}
              </Link>
            </p>
            {details !== '' && <p className="mt-1 text-ink-muted text-sm">{details}</p>}
            {canBeHad && estimate?.shipping_method && (
              <p className="mt-1 text-ink-muted text-sm">
                Arrives {arrivalText(estimate.shipping_method.delivery)}
              </p>
            )}
            <LineNotices item={item} answer={answer} />
          </div>
        </div>
        <LineActions item={item} titleId={titleId} onRemove={remove} />
      </td>
      <td role="cell" className="order-2 text-sm md:py-5 md:pr-6 md:text-right md:align-top">
        {item.unit_price && (
          <span className="md:inline-flex md:h-11 md:items-center">
            <Price price={moneyOf(item.unit_price)} reduction={reductionOf(product)} className="tabular-nums">
              <span className="text-ink-muted md:hidden"> each</span>
            </Price>
          </span>
        )}
      </td>
      <td role="cell" className="order-1 md:py-5 md:pr-6 md:align-top">
        {canBeHad && (
          <LineQuantity
            item={item}
            quantity={wish?.quantity ?? item.quantity}
            onWant={(quantity) => wanted.want(id, quantity)}
          />
        )}
      </td>
      <td role="cell" className="order-3 text-right text-sm md:py-5 md:align-top">
        {item.subtotal && (
          <span
            aria-busy={isPending}
            className="inline-flex h-11 items-center transition-opacity aria-busy:opacity-40"
          >
            <Price price={moneyOf(item.subtotal)} />
          </span>
        )}
      </td>
    </tr>
  );

  function remove() {
    rows.remove(item);
    wanted.want(id, 0, { atOnce: true });
  }
}
