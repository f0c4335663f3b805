import { Button, Link, SearchIcon, TextField } from '@kindred/ui';
import { useEffect, useRef } from 'react';
import { Form } from 'react-router';
import {
  type OrderListState,
  orderListPath,
  parseOrderList,
  statusChoices,
  statusName,
} from './order-list-state.ts';

/** Finds orders by product or number, and by status. */
export function OrderFilter({ state }: { state: OrderListState }) {
  const current = statusName(state);
  const field = useRef<HTMLInputElement>(null);
  const shown = useRef(state.q);
  useEffect(() => {
    if (field.current && shown.current !== state.q) field.current.value = state.q ?? '';
    shown.current = state.q;
  }, [state.q]);
  return (
    <div className="mt-6 space-y-4">
      <Form role="search" action="/account/orders" className="flex items-end gap-3">
        {current !== '' && <input type="hidden" name="status" value={current} />}
        <TextField
          ref={field}
          name="q"
          type="search"
          label="Search your orders"
          placeholder="Product or order number"
          maxLength={200}
          defaultValue={state.q ?? ''}
          className="grow"
        />
        <Button type="submit" variant="secondary" className="h-12">
          <SearchIcon size={18} aria-hidden="true" />
          <span className="max-sm:sr-only">Search</span>
        </Button>
      </Form>
      <nav aria-label="Orders by status">
        <ul className="flex flex-wrap gap-2">
          {statusChoices.map(({ value, label }) => {
            const { status } = parseOrderList(new URLSearchParams({ status: value }));
            return (
              <li key={value}>
                <Link
                  href={orderListPath({ q: state.q, status })}
                  aria-current={value === current ? 'page' : undefined}
                  className="inline-flex min-h-11 items-center rounded-full border border-line-strong px-4 text-sm hover:border-ink aria-[current]:border-ink aria-[current]:bg-ink aria-[current]:text-paper"
                >
                  {label}
                </Link>
              </li>
            );
          })}
        </ul>
      </nav>
    </div>
  );
}
