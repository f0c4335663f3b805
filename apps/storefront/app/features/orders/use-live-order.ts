import type { Order } from '@kindred/contracts';
import { useEffect, useRef } from 'react';
import { useRevalidator } from 'react-router';
import { orderFile } from './order-paths.ts';

/** Asks for the page's data again whenever something happens to the order. Each node of the shop tells of it. */
export function useLiveOrder({ order_id: orderId, history }: Order, access: string | undefined): void {
  const { revalidate } = useRevalidator();
  const shown = useRef('0');
  shown.current = history.at(-1)?.event_id ?? '0';
  const again = useRef(revalidate);
  again.current = revalidate;

  useEffect(() => {
    const stream = new EventSource(orderFile(orderId, 'events', access));
    stream.addEventListener('order', ({ lastEventId }) => {
      // The stream begins with what the page shows already.
      if (BigInt(lastEventId) > BigInt(shown.current)) void again.current();
    });
    return () => stream.close();
  }, [orderId, access]);
}
