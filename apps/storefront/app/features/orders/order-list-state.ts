/** @file Which orders the account's list shows, as its address says. */
import type { Order, OwnOrderQuery } from '@kindred/contracts';

export interface OrderListState {
  q?: string | undefined;
  status?: Order['status'] | undefined;
  cursor?: string | undefined;
}

/** Addresses have their own words, such as `open`, and not the API's. */
const statuses: Readonly<Record<string, Order['status']>> = {
  open: 'Pending',
  completed: 'Completed',
  cancelled: 'Cancelled',
};

export const statusChoices = [
  { value: '', label: 'All' },
  { value: 'open', label: 'In progress' },
  { value: 'completed', label: 'Delivered' },
  { value: 'cancelled', label: 'Cancelled' },
] as const;

export function parseOrderList(search: URLSearchParams): Omit<OwnOrderQuery, 'limit'> {
  const q = search.get('q')?.trim().slice(0, 200);
  const status = statuses[search.get('status') ?? ''];
  const cursor = search.get('cursor');
  return { ...(q && { q }), ...(status && { status }), ...(cursor && { cursor }) };
}

export function statusName({ status }: OrderListState): string {
  return Object.keys(statuses).find((name) => statuses[name] === status) ?? '';
}

export function orderListPath(state: OrderListState): string {
  const search = new URLSearchParams();
  if (state.q) search.set('q', state.q);
  if (state.status) search.set('status', statusName(state));
  if (state.cursor) search.set('cursor', state.cursor);
  return `/account/orders${search.size === 0 ? '' : `?${search}`}`;
}
