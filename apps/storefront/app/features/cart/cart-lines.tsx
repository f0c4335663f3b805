// biome-ignore-all lint/a11y/noRedundantRoles: without them, some browsers do not treat a restyled table as a table.
import type { CartEstimate } from '@kindred/contracts';
import { CartLine } from './cart-line.tsx';
import type { CartRows } from './use-cart-rows.ts';
import type { KeptFocus } from './use-kept-focus.ts';

const heading = 'pb-3 font-normal text-ink-muted text-sm';

/** A table on wide screens, a stack of lines on phones. The roles keep it a table there, too. */
export function CartLines({
  rows,
  keptFocus: { listProps, rowRef },
  estimate,
}: {
  rows: CartRows;
  keptFocus: KeptFocus;
  estimate: CartEstimate | null;
}) {
  return (
    <table role="table" aria-label="Products in your cart" className="block w-full md:table" {...listProps}>
      <thead role="rowgroup" className="sr-only md:not-sr-only md:table-header-group">
        <tr role="row" className="border-line border-b">
          <th role="columnheader" scope="col" className={`${heading} text-left`}>
            Product
          </th>
          <th role="columnheader" scope="col" className={`${heading} pr-6 text-right`}>
            Price
          </th>
          <th role="columnheader" scope="col" className={`${heading} text-left`}>
            Quantity
          </th>
          <th role="columnheader" scope="col" className={`${heading} text-right`}>
            Total
          </th>
        </tr>
      </thead>
      <tbody role="rowgroup" className="block border-line border-t md:table-row-group md:border-t-0">
        {rows.rows.map((row) => (
          <CartLine
            key={row.item.product.product_id}
            {...row}
            estimate={estimate}
            rows={rows}
            ref={rowRef(row.item.product.product_id)}
          />
        ))}
      </tbody>
    </table>
  );
}
