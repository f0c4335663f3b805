import type { PriceBreakdown, ShippingMethod } from '@kindred/contracts';
import { arrivalText } from '@kindred/shop-types';
import { Alert, ChoiceGroup } from '@kindred/ui';
import { moneyText } from '../../shared/money-text.ts';

/** The delivery options of the chosen country, by date of arrival. */
export function ShippingMethods({
  methods,
  breakdown,
  chosen,
  isLost,
  isKeeping,
  error,
}: {
  methods: readonly ShippingMethod[];
  breakdown: PriceBreakdown;
  chosen: string | undefined;
  /** The chosen option is no longer available. The shopper has to choose another. */
  isLost: boolean;
  isKeeping: boolean;
  error: string | undefined;
}) {
  if (methods.length === 0)
    return (
      <Alert tone="warning" role="status" title="We do not deliver there yet">
        Please choose another country.
      </Alert>
    );
  const first = isLost ? undefined : methods[0].shipping_method_id;
  return (
    <div aria-live="polite" aria-busy={isKeeping}>
      <ChoiceGroup
        name="shipping_method_id"
        legend="When should it arrive?"
        defaultValue={chosen ?? first}
        error={error}
        choices={methods.map((method) => ({
          value: method.shipping_method_id,
          label: arrivalText(method.delivery),
          description: [`${method.name}. ${method.description}`, freeFromText(method, breakdown)]
            .filter(Boolean)
            .join('. '),
          aside: isFree(method, breakdown) ? 'Free' : moneyText(method.price),
        }))}
      />
    </div>
  );
}

/** As the server calculates it: by the subtotal after discounts. */
function isFree({ price, free_from }: ShippingMethod, { subtotal, discount }: PriceBreakdown) {
  if (price.amount_minor === 0) return true;
  return free_from !== null && subtotal.amount_minor - discount.amount_minor >= free_from.amount_minor;
}

function freeFromText(method: ShippingMethod, breakdown: PriceBreakdown): string | undefined {
  if (method.free_from === null || isFree(method, breakdown)) return undefined;
  return `Free from ${moneyText(method.free_from)}`;
}
