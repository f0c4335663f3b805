import type { Checkout, ShownBasket } from '@kindred/contracts';

/** What the page shows, as the confirmation sends it. The server compares it with the current prices. */
export function shownBasket({ lines, breakdown }: Pick<Checkout, 'breakdown' | 'lines'>): ShownBasket {
  const { discount, shipping, tax } = breakdown;
  return {
    lines: lines.map(({ product_id, quantity, unit_price }) => ({ product_id, quantity, unit_price })),
    discount,
    shipping,
    tax,
  };
}
