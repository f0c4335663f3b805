import { Button, SelectField } from '@kindred/ui';
import { useFetcher } from 'react-router';
import type { action } from '../../routes/cart/changes.ts';
import type { Country } from '../address/countries.ts';
import { cartChangesPath } from './cart-change.ts';
import { CartForm } from './cart-form.tsx';

/** The country of delivery. The estimate follows each change. */
export function DeliveryCountry({ country, countries }: { country: string; countries: readonly Country[] }) {
  const fetcher = useFetcher<typeof action>({ key: 'cart-country' });
  const chosen = fetcher.formData?.get('country')?.toString() ?? country;
  return (
    <CartForm fetcher={fetcher} className="mt-4 flex items-end gap-2">
      <input type="hidden" name="change" value="choose-country" />
      <SelectField
        key={country}
        id="delivery-country"
        name="country"
        label="Deliver to"
        className="min-w-0 grow"
        options={countries.map(({ code, name }) => ({ value: code, label: name }))}
        defaultValue={chosen}
        error={fetcher.data?.refusal?.message}
        onChange={(event) =>
          void fetcher.submit(event.currentTarget.form, { method: 'post', action: cartChangesPath })
        }
      />
      <Button type="submit" variant="secondary" className="mb-0.5 scripted:hidden">
        Update
      </Button>
    </CartForm>
  );
}
