export const shopName = 'Kindred';
/** What a price range is in where the list has no price to tell. */
export const shopCurrency = 'USD';
export const shopDescription =
  'A shop that learns which things belong together, from the people who live with them.';
