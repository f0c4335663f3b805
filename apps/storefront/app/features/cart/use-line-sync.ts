import { useEffect, useLayoutEffect, useRef } from 'react';
import { useFetcher, useSubmit } from 'react-router';
import type { action } from '../../routes/cart/changes.ts';
import { cartChangesPath } from './cart-change.ts';
import { useWantedQuantities } from './pending-cart.tsx';

/** Runs after React has updated the page and before the browser paints it. Layout effects do not exist on the server. */
const useShownEffect = typeof document === 'undefined' ? useEffect : useLayoutEffect;

/**
 * Sends the quantity that the shopper wants of a product. `shown` is the quantity that the server last reported, 0 when the line is gone.
 * A further change waits until the server has answered the previous one.
 */
export function useLineSync(productId: number, shown: number) {
  const { wanted, wishes } = useWantedQuantities();
  const wish = wishes.get(productId);
  const fetcher = useFetcher<typeof action>({ key: `cart-line-${productId}` });
  const submit = useSubmit();
  const known = useRef(fetcher.data);

  useShownEffect(() => {
    if (fetcher.state !== 'idle' || !wish) return;
    if (wish.sent !== undefined) {
      if (fetcher.data === known.current) return;
      known.current = fetcher.data;
      wanted.settle(productId);
    } else if (wish.isDue) {
      if (wish.quantity === shown) return wanted.drop(productId);
      known.current = fetcher.data;
      wanted.markSent(productId);
      void fetcher.submit(fieldsOf(productId, wish.quantity, shown), {
        method: 'post',
        action: cartChangesPath,
      });
    }
  });

  // A shopper who leaves the page right after a click still gets what they clicked.
  const leaving = useRef({ wish, shown });
  useShownEffect(() => {
    leaving.current = { wish, shown };
  });
  useEffect(
    () => () => {
      const last = leaving.current;
      if (!last.wish) return;
      // The page does not see the answer to a request under way, so assume that it succeeds.
      wanted.drop(productId);
      const { sent = last.shown, quantity } = last.wish;
      if (quantity === sent) return;
      void submit(fieldsOf(productId, quantity, sent), {
        method: 'post',
        action: cartChangesPath,
        navigate: false,
        fetcherKey: `cart-line-${productId}-left`,
      });
    },
    [productId, wanted, submit],
  );

  return { wish, answer: wish ? undefined : fetcher.data };
}

function fieldsOf(productId: number, quantity: number, was: number) {
  return {
    change: 'set-quantity',
    product_id: String(productId),
    quantity: String(quantity),
    was: String(was),
  };
}
