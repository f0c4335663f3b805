export const shopName = 'Kindred';
/** What prices are typed in; the API counts in its minor unit. */
export const shopCurrency = 'USD';
export const shopDescription =
  'A shop that learns which things belong together, from the people who live with them.';
