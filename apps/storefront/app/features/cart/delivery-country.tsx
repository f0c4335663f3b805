import { Button, SelectField } from '@kindred/ui';
import { useFetcher } from 'react-router';
import type { action } from '../../routes/cart/cart.tsx';
import type { Country } from '../address/countries.ts';
import { cartPath } from './cart-change.ts';

/** Where it goes: what is estimated follows at once. */
export function DeliveryCountry({ country, countries }: { country: string; countries: readonly Country[] }) {
  const fetcher = useFetcher<typeof action>({ key: 'cart-country' });
  const chosen = fetcher.formData?.get('country')?.toString() ?? country;
  return (
    <fetcher.Form method="post" action={cartPath} className="mt-4 flex items-end gap-2">
      <input type="hidden" name="change" value="choose-country" />
      <SelectField
        key={country}
        id="delivery-country"
        name="country"
        label="Deliver to"
        className="min-w-0 grow"
        options={countries.map(({ code, name }) => ({ value: code, label: name }))}
        defaultValue={chosen}
        error={fetcher.data?.answer.refusal?.message}
        onChange={(event) => void fetcher.submit(event.currentTarget.form)}
      />
      <Button type="submit" variant="secondary" className="mb-0.5 scripted:hidden">
        Update
      </Button>
    </fetcher.Form>
  );
}
