import type { Order } from '@kindred/contracts';
import { useEffect, useRef, useState } from 'react';
import { useNavigation } from 'react-router';
import { useLookAgain } from '../../shared/use-look-again.ts';
import { orderFile } from './order-paths.ts';

/** Reloads the page's data whenever the order changes. Every node of the shop sends these events. */
export function useLiveOrder({ order_id: orderId, history }: Order, access: string | undefined): void {
  const [told, setTold] = useState('0');
  const { lookAgain } = useLookAgain();
  // A form's message is for the page that it leads to, so nothing is reloaded during a navigation.
  const isIdle = useNavigation().state === 'idle';
  const shown = history.at(-1)?.event_id ?? '0';
  const asked = useRef('0');

  useEffect(() => {
    const stream = new EventSource(orderFile(orderId, 'events', access));
    stream.addEventListener('order', ({ lastEventId }) => setTold(lastEventId));
    return () => stream.close();
  }, [orderId, access]);

  useEffect(() => {
    // The stream starts with the state that the page shows already.
    if (!isIdle || told === asked.current || BigInt(told) <= BigInt(shown)) return;
    asked.current = told;
    void lookAgain();
  }, [told, shown, isIdle, lookAgain]);
}
