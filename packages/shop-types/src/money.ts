/** An amount of the currency's minor unit (cents, yen): always an integer. */
export interface Money {
  readonly amountMinor: number;
  /** ISO 4217, upper case. */
  readonly currency: string;
}

/** Making a formatter costs a hundred times as much as using it, and a page shows dozens of prices. */
const formatters = new Map<string, Intl.NumberFormat>();

function formatterOf(currency: string, locale: string): Intl.NumberFormat {
  const key = `${locale} ${currency}`;
  let formatter = formatters.get(key);
  if (!formatter) {
    formatter = new Intl.NumberFormat(locale, { style: 'currency', currency });
    formatters.set(key, formatter);
  }
  return formatter;
}

/** Returns the number of digits after a currency's decimal point: 2 for USD, 0 for JPY, 3 for KWD. */
export function minorUnitDigits(currency: string): number {
  return formatterOf(currency, 'en').resolvedOptions().maximumFractionDigits ?? 2;
}

/** Formats `{ amountMinor: 1999, currency: 'USD' }` as `$19.99`, in the given locale. */
export function formatMoney(money: Money, locale = 'en-US'): string {
  const formatter = formatterOf(money.currency, locale);
  const digits = formatter.resolvedOptions().maximumFractionDigits ?? 2;
  return formatter.format(money.amountMinor / 10 ** digits);
}
