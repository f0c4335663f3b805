interface PriceRangeProps {
  /** `$`, set before both fields. */
  currencySymbol: string;
  /** Names of the two fields, and their values in whole units of the currency. */
  from: { name: string; value: string; placeholder: string };
  to: { name: string; value: string; placeholder: string };
}

export function PriceRange({ currencySymbol, from, to }: PriceRangeProps) {
  return (
    <fieldset className="flex items-center gap-2">
      <legend className="sr-only">Price</legend>
      <PriceField label="Lowest price" currencySymbol={currencySymbol} {...from} />
      <span aria-hidden="true" className="text-ink-muted">
        –
      </span>
      <PriceField label="Highest price" currencySymbol={currencySymbol} {...to} />
    </fieldset>
  );
}

interface PriceFieldProps {
  label: string;
  currencySymbol: string;
  name: string;
  value: string;
  placeholder: string;
}

function PriceField({ label, currencySymbol, name, value, placeholder }: PriceFieldProps) {
  return (
    <label className="flex min-h-11 min-w-0 grow items-center rounded-md border border-line-strong pl-3 text-sm focus-within:border-ink focus-within:ring-1 focus-within:ring-ink">
      <span className="sr-only">{label}</span>
      <span aria-hidden="true" className="text-ink-muted">
        {currencySymbol}
      </span>
      <input
        type="text"
        inputMode="decimal"
        pattern="[0-9]+([.,][0-9]+)?"
        autoComplete="off"
        name={name}
        defaultValue={value}
        placeholder={placeholder}
        className="w-full min-w-0 bg-transparent px-1.5 py-2 tabular-nums outline-none placeholder:text-ink-muted"
      />
    </label>
  );
}
