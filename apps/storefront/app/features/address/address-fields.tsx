import { Disclosure, SelectField, TextField } from '@kindred/ui';
import { useState } from 'react';
import { errorOf, type FormError } from '../../shared/form-errors.ts';
import { type AddressField, type AddressFormat, addressFormatOf, autocompleteOf } from './address-format.ts';
import type { Country } from './countries.ts';

interface AddressFieldsProps {
  /** The loader's `countries`. */
  countries: readonly Country[];
  /** As typed or as stored, under names without `prefix`. */
  values: Readonly<Partial<Record<AddressField, string | undefined>>>;
  errors: readonly FormError[];
  /** The country until the shopper chooses one. */
  defaultCountry: string;
  /** The prefix of each name, such as `shipping_address.`. */
  prefix?: string;
  /** The section of the browser's autofill. */
  section?: 'shipping';
  /** The phone number is folded until the shopper opens it. */
  isPhoneFolded?: boolean;
}

/** The fields of an address in the order of the chosen country. Labels are the same everywhere; hints depend on the country. */
export function AddressFields({
  countries,
  values,
  errors,
  defaultCountry,
  prefix = '',
  section,
  isPhoneFolded = false,
}: AddressFieldsProps) {
  const knownCountry = values.country || defaultCountry;
  const [country, setCountry] = useState(knownCountry);
  const format = addressFormatOf(country);

  const common = (name: AddressField) => ({
    name: prefix + name,
    id: prefix + name,
    error: errorOf(errors, prefix + name),
    // A new country clears the region, because it has other regions.
    defaultValue: name === 'region' && country !== knownCountry ? '' : (values[name] ?? ''),
    autoComplete: section === undefined ? autocompleteOf[name] : `${section} ${autocompleteOf[name]}`,
  });

  const phone = (
    <TextField
      {...common('phone')}
      type="tel"
      inputMode="tel"
      label="Phone"
      hint="For the courier only"
      isOptional
      maxLength={40}
    />
  );

  return (
    <div className="space-y-5">
      <TextField {...common('full_name')} label="Full name" required maxLength={200} />
      <SelectField
        {...common('country')}
        defaultValue={country}
        label="Country"
        required
        options={countries.map(({ code, name }) => ({ value: code, label: name }))}
        onChange={(event) => setCountry(event.currentTarget.value)}
      />
      <div>
        <TextField {...common('line1')} label="Address" hint={format.line1Hint} required maxLength={200} />
        <div className="mt-1">
          <Disclosure
            summary="Add an apartment, suite or company"
            isOpen={Boolean(values.line2) || errorOf(errors, `${prefix}line2`) !== undefined}
          >
            <TextField {...common('line2')} label="Apartment, suite or company" isOptional maxLength={200} />
          </Disclosure>
        </div>
      </div>
      <div className="grid gap-5 sm:grid-cols-6">
        {format.locality.map((name) => (
          <LocalityField key={name} name={name} country={country} format={format} common={common} />
        ))}
      </div>
      {isPhoneFolded ? (
        <Disclosure
          summary="Add a phone number for the courier"
          isOpen={Boolean(values.phone) || errorOf(errors, `${prefix}phone`) !== undefined}
        >
          {phone}
        </Disclosure>
      ) : (
        phone
      )}
    </div>
  );
}

function LocalityField({
  name,
  country,
  format: { locality, region, postalCode },
  common,
}: {
  name: AddressFormat['locality'][number];
  country: string;
  format: AddressFormat;
  common: (name: AddressField) => {
    name: string;
    id: string;
    error: string | undefined;
    defaultValue: string;
    autoComplete: string;
  };
}) {
  // On wide screens, three fields share a line; otherwise two.
  const isOneOfThree = locality.length === 3;
  // Keeps the controls of a line level if only one of them has a hint.
  const level = postalCode.hint && (
    <span aria-hidden="true" className="hidden sm:inline">
      &nbsp;
    </span>
  );
  const width = isOneOfThree ? 'sm:col-span-2' : name === 'city' ? 'sm:col-span-4' : 'sm:col-span-2';
  if (name === 'city')
    return (
      <TextField {...common('city')} label="City" hint={level} required maxLength={100} className={width} />
    );
  if (name === 'postal_code')
    return (
      <TextField
        {...common('postal_code')}
        label="Postal code"
        hint={postalCode.hint}
        isOptional={!postalCode.isRequired}
        required={postalCode.isRequired}
        inputMode={postalCode.inputMode}
        autoCapitalize="characters"
        maxLength={20}
        className={width}
      />
    );
  if (region === undefined) return null;
  const { label, isRequired, choices } = region;
  const field = { ...common('region'), label, hint: level, isOptional: !isRequired, className: width };
  return choices ? (
    <SelectField
      key={country}
      {...field}
      required={isRequired}
      placeholder="Choose"
      options={choices.map(({ code, name: text }) => ({ value: code, label: text }))}
    />
  ) : (
    <TextField key={country} {...field} required={isRequired} maxLength={100} />
  );
}
