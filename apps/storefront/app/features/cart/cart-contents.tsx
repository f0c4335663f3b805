import type { Cart } from '@kindred/contracts';
import { Alert, Button, Grid, Link } from '@kindred/ui';
import { useState } from 'react';
import { Form } from 'react-router';
import type { Country } from '../address/countries.ts';
import { cartPath } from './cart-change.ts';
import { CartLines } from './cart-lines.tsx';
import { CartSummary } from './cart-summary.tsx';
import type { RefusedForm } from './change-cart.ts';
import { EmptyCart } from './empty-cart.tsx';
import type { RemovedLine } from './removed-line.ts';
import { useCartRows } from './use-cart-rows.ts';
import { useKeptFocus } from './use-kept-focus.ts';

interface CartContentsProps {
  cart: Cart;
  countries: readonly Country[];
  /** The line that a page without JavaScript just removed. */
  removed: RemovedLine | null;
  /** The answer to a form that such a page sent. */
  refused: RefusedForm | undefined;
}

/** The lines, the summary, and messages about the last change. */
export function CartContents({ cart, countries, removed, refused }: CartContentsProps) {
  // The server reports a merge once; the message stays until the shopper leaves the page.
  const [mergedItemCount] = useState(cart.merged_item_count);
  const rows = useCartRows(cart.items);
  const keptFocus = useKeptFocus(rows.rows.map(({ item }) => item.product.product_id));
  const refusal = refused?.answer.kind === 'add-code' ? undefined : refused?.answer.refusal;
  return (
    <>
      <div className="mt-5 flex flex-col gap-3 empty:hidden">
        {refusal && <Alert tone="warning" role="alert" title={refusal.message} />}
        {mergedItemCount !== null && <Alert title={mergeText(mergedItemCount)} role="status" />}
        {removed && <PutBack line={removed} />}
      </div>
      {rows.rows.length === 0 ? (
        <EmptyCart />
      ) : (
        <Grid className="mt-6 items-start gap-y-10">
          <div className="col-span-full lg:col-span-8 lg:pr-6">
            <CartLines rows={rows} keptFocus={keptFocus} estimate={cart.estimate} />
          </div>
          <div className="col-span-full lg:sticky lg:top-24 lg:col-span-4">
            {/* No summary when the only row is that of a removed product. */}
            {cart.items.length > 0 && (
              <CartSummary
                cart={cart}
                countries={countries}
                refused={refused?.answer.kind === 'add-code' ? refused : undefined}
              />
            )}
          </div>
        </Grid>
      )}
    </>
  );
}

function mergeText(itemCount: number): string {
  return itemCount === 1
    ? '1 item from your last visit was added'
    : `${itemCount} items from your last visit were added`;
}

function PutBack({ line: { productId, title, href, quantity } }: { line: RemovedLine }) {
  return (
    <Form
      method="post"
      action={cartPath}
      className="flex flex-wrap items-center gap-x-4 rounded-md border border-line bg-surface px-4 py-1.5 text-sm"
    >
      <input type="hidden" name="change" value="add" />
      <input type="hidden" name="product_id" value={productId} />
      <input type="hidden" name="quantity" value={quantity} />
      <p>Removed.</p>
      <Button type="submit" variant="quiet">
        Undo
      </Button>
      <Link href={href} className="min-w-0 truncate text-ink-muted underline-offset-4 hover:underline">
        {title}
      </Link>
    </Form>
  );
}
